// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The best known names below {@code services} of NixOS and {@code programs} of home-manager, which are taken there. */
enum ModuleNames {
    /** {@code services} of NixOS. */
    NIXOS("a service", "NixOS", "services.", "nixos-services.txt"),
    /** {@code programs} of home-manager. */
    HOME_MANAGER("a module for home-manager", "home-manager", "programs.", "home-manager-programs.txt");

    private final String title;
    private final String system;
    private final String set;
    private final String table;
    private @Nullable Set<String> names;

    ModuleNames(String title, String system, String set, String table) {
        this.title = title;
        this.system = system;
        this.set = set;
        this.table = table;
    }

    /** Whether it is one of them; few sets declare what asks for the table, so it is read then. */
    boolean has(String name) {
        Set<String> read = names == null ? NameTable.read(table) : names;
        names = read;
        return read.contains(name);
    }

    /** What the name is one of, with its article. */
    String title() {
        return title;
    }

    /** Who has options of its own. */
    String system() {
        return system;
    }

    /** The whole name of the option, such as {@code services.nginx}. */
    String option(String name) {
        return set + name;
    }
}
