// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.page;

import dev.zeus.wheels.core.answer.Declared;
import dev.zeus.wheels.core.answer.LockGraph;
import dev.zeus.wheels.core.disk.ByteCount;
import dev.zeus.wheels.core.lock.LockedFile;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.lock.LockedWheel;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.core.text.HtmlText;
import dev.zeus.wheels.python.Tag;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of a page: packages, targets with their sizes and floors, licences, and what speaks against packages. */
final class PageTables {
    private static final String UNKNOWN_LICENCE = "not said";

    private final LockGraph graph;

    PageTables(LockGraph graph) {
        this.graph = graph;
    }

    void packages(HtmlText out) {
        List<List<String>> rows = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (LockedPackage locked : graph.packages()) {
            ids.add(GraphPicture.id(locked));
            String declared =
                    graph.declared(locked).stream().map(Declared::origin).collect(Collectors.joining(", "));
            rows.add(List.of(
                    locked.name().value(),
                    locked.version().toString(),
                    locked.source(),
                    locked.facts().license().orElse(UNKNOWN_LICENCE),
                    size(locked.files()),
                    Integer.toString(graph.neededBy(locked).size()),
                    declared.isEmpty() ? "" : declared));
        }
        table(
                out,
                "packages",
                List.of("package", "version", "source", "licence", "all files", "needed by", "declared by"),
                rows,
                ids);
    }

    /** What each target downloads, what it may require of the system, and what its wheels do require. */
    void targets(HtmlText out) {
        List<List<String>> rows = new ArrayList<>();
        for (Target target : graph.targets()) {
            List<LockedPackage> here = graph.packages().stream()
                    .filter(locked -> locked.targets().contains(target.id()))
                    .toList();
            Stream<LockedFile> files = here.stream().flatMap(locked -> files(locked, target));
            String built = Long.toString(
                    here.stream().filter(locked -> locked.sdist().isPresent()).count());
            rows.add(List.of(
                    target.id(),
                    Integer.toString(here.size()),
                    size(files),
                    built,
                    target.floorName() + " " + target.floor(),
                    needed(here, target).orElse("nothing")));
        }
        table(
                out,
                "targets",
                List.of("target", "packages", "download", "built from source", "floor", "the newest tag that is used"),
                rows,
                List.of());
    }

    private static Stream<LockedFile> files(LockedPackage locked, Target target) {
        return Stream.concat(
                locked.wheels().stream().filter(wheel -> wheel.targets().contains(target.id())),
                locked.sdist().stream());
    }

    /** Of each wheel the tag that it is chosen by; of these the least that the target has, which asks for most. */
    private static Optional<String> needed(List<LockedPackage> here, Target target) {
        return here.stream()
                .flatMap(locked -> locked.wheels().stream())
                .filter(wheel -> wheel.targets().contains(target.id()) && !wheel.isPure())
                .flatMap(wheel -> best(wheel, target).stream())
                .map(Tag::platform)
                .distinct()
                .max(Comparator.comparing(PageTables::version).thenComparing(Comparator.naturalOrder()));
    }

    private static Optional<Tag> best(LockedWheel wheel, Target target) {
        return wheel.filename().tags().stream()
                .filter(tag -> target.tags().rank(tag).isPresent())
                .min(Comparator.comparing(tag -> target.tags().rank(tag).orElseThrow()));
    }

    /** The numbers of {@code manylinux_2_28_x86_64} and {@code macosx_11_0_arm64}; older names are older systems. */
    private static String version(String platform) {
        String[] parts = platform.split("_", -1);
        return parts.length > 2 && parts[1].matches("[0-9]{1,3}") && parts[2].matches("[0-9]{1,3}")
                ? "0".repeat(3 - parts[1].length()) + parts[1] + "0".repeat(3 - parts[2].length()) + parts[2]
                : "";
    }

    void licences(HtmlText out) {
        SortedMap<String, List<String>> licences = new TreeMap<>();
        graph.packages()
                .forEach(locked -> licences.computeIfAbsent(
                                locked.facts().license().orElse(UNKNOWN_LICENCE), licence -> new ArrayList<>())
                        .add(locked.name().value()));
        List<List<String>> rows = licences.entrySet().stream()
                .map(entry -> List.of(
                        entry.getKey(),
                        Integer.toString(entry.getValue().size()),
                        entry.getValue().stream().distinct().collect(Collectors.joining(", "))))
                .toList();
        table(out, "licences", List.of("licence", "packages", "which"), rows, List.of());
    }

    /** What is withdrawn or known to be vulnerable. */
    void standing(HtmlText out) {
        List<List<String>> rows = new ArrayList<>();
        for (LockedPackage locked : graph.packages()) {
            String name = locked.name() + " " + locked.version();
            locked.standing().yanked().ifPresent(yank -> rows.add(List.of(name, "withdrawn by its authors", "")));
            locked.standing()
                    .vulnerabilities()
                    .forEach(one -> rows.add(List.of(
                            name,
                            one.id().toString(),
                            one.summary()
                                    + (one.fixedIn().isEmpty()
                                            ? ""
                                            : " (fixed in "
                                                    + one.fixedIn().stream()
                                                            .map(Object::toString)
                                                            .collect(Collectors.joining(", "))
                                                    + ")"))));
        }
        if (rows.isEmpty()) {
            out.element("p", "Nothing is known. What no audit has asked for is not known, either: mvn wheels:audit");
        } else {
            table(out, "standing", List.of("package", "what", "more"), rows, List.of());
        }
    }

    private static String size(Stream<LockedFile> files) {
        List<LockedFile> all = files.toList();
        long known = all.stream().flatMapToLong(file -> file.size().stream()).sum();
        boolean some = all.stream().anyMatch(file -> file.size().isEmpty());
        return all.isEmpty() ? "" : (some ? "at least " : "") + new ByteCount(known);
    }

    static void table(
            HtmlText out, String name, List<String> head, List<? extends Collection<String>> rows, List<String> ids) {
        out.open("div", "class", "wide", "tabindex", "0", "role", "region", "aria-label", name)
                .open("table", "class", name);
        out.open("thead").open("tr");
        head.forEach(cell -> out.element("th", cell, "scope", "col"));
        out.close("tr").close("thead").open("tbody").line();
        for (int i = 0; i < rows.size(); i++) {
            if (ids.isEmpty()) {
                out.open("tr");
            } else {
                out.open("tr", "data-node", ids.get(i));
            }
            boolean first = true;
            for (String cell : rows.get(i)) {
                if (first && !ids.isEmpty()) {
                    out.open("th", "scope", "row")
                            .element("a", cell, "href", "#" + ids.get(i))
                            .close("th");
                } else if (first) {
                    out.element("th", cell, "scope", "row");
                } else {
                    out.element("td", cell);
                }
                first = false;
            }
            out.close("tr").line();
        }
        out.close("tbody").close("table").close("div").line();
    }
}
