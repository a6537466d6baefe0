// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What was declared when a generated directory was written: {@code packages} of its {@code default.nix} says it. */
public final class FormerDeclarations {
    private static final String FILE = "default.nix";
    private static final Pattern PACKAGES = Pattern.compile("\\n  packages = \\[([^\\]]*)\\];");
    private static final Pattern NAME = Pattern.compile("\"([^\"]*)\"");

    private FormerDeclarations() {}

    /** The names that some files declare and others do not, sorted. */
    public static List<String> undeclared(Map<String, String> before, Map<String, String> after) {
        List<String> undeclared = new ArrayList<>(names(before));
        undeclared.removeAll(names(after));
        return undeclared;
    }

    private static List<String> names(Map<String, String> files) {
        return Optional.ofNullable(files.get(FILE)).stream()
                .flatMap(text -> PACKAGES.matcher(text).results())
                .flatMap(list -> NAME.matcher(list.group(1)).results())
                .map(name -> name.group(1))
                .sorted()
                .toList();
    }
}
