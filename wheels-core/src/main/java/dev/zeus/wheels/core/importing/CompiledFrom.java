// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.importing;

import dev.zeus.wheels.core.text.Valid;
import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.PackageName;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files that a requirements.txt was compiled from, for the extras that its compiler has left out: of
 * {@code uvicorn[standard]} in a requirements.in, it writes {@code uvicorn==0.30} and all that the extra needs.
 */
final class CompiledFrom {
    /** {@code -r requirements.in}, {@code acme (pyproject.toml)}. */
    private static final Pattern SOURCE = Pattern.compile("-r (\\S+).*|[^()]*\\(([^()]+\\.toml)\\)");

    /** An extra or group that a compiler was told, in the comment that names its command. */
    private static final Pattern TAKEN = Pattern.compile("--(?:extra|group)[= ]([A-Za-z0-9._-]+)");

    private final Map<PackageName, SortedSet<ExtraName>> extras = new HashMap<>();
    private boolean knowsAll = true;

    private CompiledFrom() {}

    /**
     * What the files beside a compiled one say.
     *
     * @param via who needs its packages, in the words of its comments
     */
    static CompiledFrom of(ForeignText file, List<String> via) {
        CompiledFrom from = new CompiledFrom();
        Set<ExtraName> with = TAKEN.matcher(comments(file))
                .results()
                .flatMap(found -> Valid.of(found.group(1), ExtraName::parse).stream())
                .collect(Collectors.toSet());
        Set<String> names = via.stream()
                .map(SOURCE::matcher)
                .filter(Matcher::matches)
                .map(found -> Optional.ofNullable(found.group(1)).orElseGet(() -> found.group(2)))
                .collect(Collectors.toSet());
        from.knowsAll = !names.isEmpty();
        names.forEach(name -> from.add(beside(file, name), with));
        return from;
    }

    private static String comments(ForeignText file) {
        return file.text()
                .lines()
                .limit(20)
                .filter(line -> line.startsWith("#"))
                .collect(Collectors.joining("\n"));
    }

    /** The compiler may have run in a folder above. */
    private static Optional<ForeignText> beside(ForeignText file, String name) {
        String last = name.replaceAll(".*[/\\\\]", "");
        return Stream.of(name, last)
                .filter(each -> !each.isEmpty() && !each.equals(file.name()) && !each.contains("://"))
                .flatMap(each -> file.beside(each).stream())
                .findFirst();
    }

    private void add(Optional<ForeignText> source, Set<ExtraName> with) {
        if (source.isEmpty()) {
            knowsAll = false;
            return;
        }
        Gathering said = new Gathering();
        if (source.get().name().endsWith(".toml")) {
            PyprojectReader.read(source.get(), with, said);
        } else {
            RequirementsReader.read(source.get(), said);
        }
        said.set().wishes().direct().stream()
                .map(DirectRequirement::requirement)
                .forEach(each -> extras.computeIfAbsent(each.name(), name -> new TreeSet<>())
                        .addAll(each.extras()));
    }

    /** Whether all files that it was compiled from are beside it. */
    boolean knowsAll() {
        return knowsAll;
    }

    /** The extras that are asked of a package. */
    SortedSet<ExtraName> extras(PackageName name) {
        return extras.getOrDefault(name, Collections.emptySortedSet());
    }
}
