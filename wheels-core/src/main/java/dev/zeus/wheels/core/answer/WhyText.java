// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.answer;

import dev.zeus.wheels.core.lock.LockedFile;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.lock.LockedWheel;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.core.text.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The reasons of a package for people: who needs it, who bounds it, why it is not newer, which files it is. */
public final class WhyText {
    private static final int SHOWN = 20;

    private final LockGraph graph;
    private final TargetPhrase phrase;

    private WhyText(LockGraph graph) {
        this.graph = graph;
        this.phrase = new TargetPhrase(graph.targets());
    }

    /** The text, a part for each locked version, each line ended by a line feed. */
    public static String of(LockGraph graph, List<Reasons> versions) {
        WhyText text = new WhyText(graph);
        return versions.stream().map(text::part).collect(Collectors.joining("\n"));
    }

    private String part(Reasons reasons) {
        LockedPackage locked = reasons.locked();
        StringBuilder out = new StringBuilder(locked.name() + " " + locked.version() + " from " + locked.source()
                + " on " + phrase.of(locked.targets()) + "\n");
        section(out, "needed by", needs(locked));
        List<String> bounds = new ArrayList<>(
                reasons.bounds().stream().map(Bound::toString).distinct().toList());
        if (!reasons.unread().isEmpty()) {
            bounds.add("(not in the cache: what " + shown(reasons.unread()) + " ask for)");
        }
        section(out, "bounded by", bounds.isEmpty() ? List.of("nothing") : bounds);
        section(
                out,
                "why not newer",
                List.of(reasons.outlook()
                        .map(Outlook::why)
                        .orElse("the cache does not have the releases of it: mvn wheels:outdated asks for them")));
        section(out, "files", files(locked, reasons.elsewhere()));
        return out.toString();
    }

    private List<String> needs(LockedPackage locked) {
        List<Chains.Chain> chains = Chains.to(graph, locked);
        if (chains.isEmpty()) {
            return List.of("nothing that is declared");
        }
        return chains.stream()
                .map(chain -> chain.packages().stream()
                                .map(one -> one.name() + " " + one.version())
                                .collect(Collectors.joining(" -> "))
                        + ", declared by " + chain.declared().origin())
                .toList();
    }

    private List<String> files(LockedPackage locked, SortedMap<String, String> elsewhere) {
        List<String> files = new ArrayList<>();
        for (LockedWheel wheel : locked.wheels()) {
            files.add(wheel.name() + " for " + phrase.of(wheel.targets()) + tag(wheel));
        }
        locked.sdist().map(LockedFile::name).ifPresent(name -> files.add(name + ", built from source"));
        Set<String> without = new TreeSet<>(locked.targets());
        locked.wheels().forEach(wheel -> without.removeAll(wheel.targets()));
        if (!without.isEmpty() && locked.sdist().isEmpty()) {
            files.add("no file for " + phrase.of(without));
        }
        SortedMap<String, Set<String>> reasons = new TreeMap<>();
        elsewhere.forEach((target, reason) ->
                reasons.computeIfAbsent(reason, key -> new TreeSet<>()).add(target));
        reasons.forEach((reason, targets) -> files.add("not for " + phrase.of(targets) + ": " + reason));
        return files;
    }

    /** The tag that a target chose it by: the best of the file for the first of its targets. */
    private String tag(LockedWheel wheel) {
        return graph.targets().stream()
                .filter(target -> wheel.targets().contains(target.id()))
                .findFirst()
                .map(target -> ": its best tag there is " + best(wheel, target))
                .orElse("");
    }

    private static String best(LockedWheel wheel, Target target) {
        return wheel.filename().tags().stream()
                .filter(tag -> target.tags().rank(tag).isPresent())
                .min((one, other) -> Integer.compare(
                        target.tags().rank(one).orElseThrow(),
                        target.tags().rank(other).orElseThrow()))
                .map(Object::toString)
                .orElse("none");
    }

    private static void section(StringBuilder out, String title, List<String> lines) {
        out.append("  ").append(title).append('\n');
        lines.stream()
                .limit(SHOWN)
                .forEach(line -> out.append("    ").append(line).append('\n'));
        if (lines.size() > SHOWN) {
            out.append("    … and ").append(lines.size() - SHOWN).append(" more (all with -Dwheels.format=json)\n");
        }
    }

    private static String shown(List<String> names) {
        return Counted.first(SHOWN, names);
    }
}
