// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.text.Counted;
import dev.zeus.wheels.core.text.JsonText;
import dev.zeus.wheels.python.PackageName;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What differs between two locks: packages that came, went or moved, files and targets.
 *
 * @param newTargets the ids of the targets that came
 * @param oldTargets the ids of the targets that went
 * @param packages the packages that differ, by name
 */
public record LockDiff(SortedSet<String> newTargets, SortedSet<String> oldTargets, List<PackageDiff> packages) {

    /** The difference. */
    public static LockDiff between(Lock before, Lock after) {
        SortedMap<PackageName, List<LockedPackage>> old = byName(before);
        SortedMap<PackageName, List<LockedPackage>> now = byName(after);
        SortedSet<PackageName> names = new TreeSet<>(old.keySet());
        names.addAll(now.keySet());
        SortedSet<String> came = after.ids();
        came.removeAll(before.ids());
        SortedSet<String> went = before.ids();
        went.removeAll(after.ids());
        return new LockDiff(
                came,
                went,
                names.stream()
                        .map(name -> new PackageDiff(
                                name, old.getOrDefault(name, List.of()), now.getOrDefault(name, List.of())))
                        .filter(PackageDiff::differs)
                        .toList());
    }

    private static SortedMap<PackageName, List<LockedPackage>> byName(Lock lock) {
        return lock.packages().stream()
                .collect(Collectors.groupingBy(LockedPackage::name, TreeMap::new, Collectors.toList()));
    }

    /** The difference as lines, each ended by a line feed. */
    public String text() {
        List<String> lines = new ArrayList<>();
        newTargets.forEach(target -> lines.add("New target " + target));
        oldTargets.forEach(target -> lines.add("Without target " + target));
        for (PackageDiff one : packages) {
            lines.add(line(one));
            one.details().forEach(detail -> lines.add("  " + detail));
        }
        lines.add(summary());
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static String line(PackageDiff one) {
        String moved = one.name() + " " + PackageDiff.listed(one.before()) + " -> " + PackageDiff.listed(one.after());
        return switch (one.kind()) {
            case "added" -> "Added " + one.name() + " " + PackageDiff.listed(one.after());
            case "removed" -> "Removed " + one.name() + " " + PackageDiff.listed(one.before());
            case "changed" -> "Changed " + one.name() + " " + PackageDiff.listed(one.after());
            case "downgraded" -> "Downgraded " + moved;
            default -> "Updated " + moved;
        };
    }

    private String summary() {
        if (packages.isEmpty() && newTargets.isEmpty() && oldTargets.isEmpty()) {
            return "No difference";
        }
        SortedMap<String, Long> counts = packages.stream()
                .collect(Collectors.groupingBy(PackageDiff::kind, TreeMap::new, Collectors.counting()));
        String kinds = counts.entrySet().stream()
                .map(kind -> kind.getValue() + " " + kind.getKey())
                .collect(Collectors.joining(", "));
        return Counted.of(packages.size(), "package")
                + (packages.size() == 1 ? " differs" : " differ")
                + (kinds.isEmpty() ? "" : ": " + kinds);
    }

    /** The difference as a table of Markdown, for the description of a change. */
    public String markdown() {
        StringBuilder out = new StringBuilder("**" + summary() + "**\n");
        newTargets.forEach(
                target -> out.append("\n- new target `").append(target).append('`'));
        oldTargets.forEach(
                target -> out.append("\n- without target `").append(target).append('`'));
        out.append(newTargets.isEmpty() && oldTargets.isEmpty() ? "" : "\n");
        if (!packages.isEmpty()) {
            out.append("\n| package | before | after | |\n|---|---|---|---|\n");
        }
        for (PackageDiff one : packages) {
            List<String> notes = new ArrayList<>(List.of(one.kind()));
            notes.addAll(one.details());
            out.append("| ").append(one.name());
            out.append(" | ").append(PackageDiff.listed(one.before()));
            out.append(" | ").append(PackageDiff.listed(one.after()));
            out.append(" | ").append(cell(String.join("<br>", notes))).append(" |\n");
        }
        return out.toString();
    }

    /** A bar would end the cell. */
    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    /** The difference as a JSON document, ended by a line feed. */
    public String json() {
        ObjectNode document = JsonDocument.begin("diff");
        document.set("newTargets", JsonDocument.texts(newTargets));
        document.set("oldTargets", JsonDocument.texts(oldTargets));
        ArrayNode entries = document.putArray("packages");
        for (PackageDiff one : packages) {
            ObjectNode entry =
                    entries.addObject().put("name", one.name().value()).put("kind", one.kind());
            entry.set("before", entries(one.before()));
            entry.set("after", entries(one.after()));
            entry.set("replaced", JsonDocument.texts(one.replaced()));
            entry.set("details", JsonDocument.texts(one.details()));
        }
        return JsonText.print(document);
    }

    private static ArrayNode entries(List<LockedPackage> packages) {
        ArrayNode entries = JsonDocument.texts(List.of());
        packages.forEach(locked -> {
            ObjectNode entry = JsonDocument.named(locked);
            entry.set("targets", JsonDocument.texts(locked.targets()));
            entry.set(
                    "files",
                    JsonDocument.texts(locked.files()
                            .map(file -> file.name() + " sha256:" + file.sha256())
                            .toList()));
            entries.add(entry);
        });
        return entries;
    }
}
