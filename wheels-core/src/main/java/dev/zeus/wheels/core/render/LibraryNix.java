// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import dev.zeus.wheels.core.nixpkgs.SystemLibraries;
import dev.zeus.wheels.nix.NixExpr;
import dev.zeus.wheels.nix.NixName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The packages of nixpkgs that have the libraries of a set: <code>{ "libz.so.1" = ps.pkgs.zlib; }</code>. */
final class LibraryNix {
    private LibraryNix() {}

    /** Those that some blocks need. */
    static NixExpr of(LibrarySources sources, Collection<List<WheelBlock>> files) {
        SortedMap<String, NixExpr> packages = new TreeMap<>();
        files.stream()
                .flatMap(List::stream)
                .filter(WheelBlock::isCompiledForLinux)
                .forEach(block -> sources.of(block.locked(), block.files().keySet())
                        .ifPresent(found -> found.system()
                                .forEach(library -> SystemLibraries.attribute(library)
                                        .ifPresent(path -> packages.put(
                                                library, select(path, SystemLibraries.olderAttribute(library)))))));
        return NixExpr.attrs(packages);
    }

    private static NixExpr select(String path, Optional<String> older) {
        List<NixName> names = new ArrayList<>(List.of(NixName.of("pkgs")));
        for (String name : path.split("\\.", -1)) {
            names.add(NixName.of(name));
        }
        return new NixExpr.Select(NixExpr.variable("ps"), names, older.map(other -> select(other, Optional.empty())));
    }
}
