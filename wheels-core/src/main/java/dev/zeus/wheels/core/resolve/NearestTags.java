// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.resolve;

import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.python.Tag;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The tags of wheels that do not fit a target by what of them is not the target's, the nearest to it first. */
public final class NearestTags {
    private static final int SHOWN = 3;

    /** Further than any two minor versions of Python are apart. */
    private static final int FAR = 1000;

    /** What of a tag is not the target's, the easiest to come by first. */
    private enum Elsewhere {
        NEWER_SYSTEM("a newer system"),
        PYTHON("another Python"),
        ABI("another ABI"),
        PLATFORM("another platform"),
        BOTH("another Python and platform");

        private final String text;

        Elsewhere(String text) {
            this.text = text;
        }
    }

    private final Target target;
    private final Set<String> platforms;
    private final Set<String> pythons;
    private final Set<String> pairs;
    private final String own;

    public NearestTags(Target target) {
        this.target = target;
        List<Tag> fitting = target.tags().tags();
        this.own = "cp" + target.python().replace(".", "");
        this.platforms = fitting.stream().map(Tag::platform).collect(Collectors.toSet());
        this.pairs = fitting.stream().map(NearestTags::pair).collect(Collectors.toSet());
        this.pythons = fitting.stream()
                .map(Tag::interpreter)
                .filter(python -> python.equals(own) || python.startsWith("py"))
                .collect(Collectors.toSet());
    }

    /** Such as {@code cp311-cp311-manylinux_2_17_x86_64 (another Python), cp312-cp312-win_amd64 (another platform)}. */
    public String of(Collection<Tag> tags) {
        Map<Elsewhere, List<Tag>> axes = new EnumMap<>(Elsewhere.class);
        tags.stream()
                .distinct()
                .sorted(order())
                .forEach(tag -> axes.computeIfAbsent(axis(tag), axis -> new ArrayList<>())
                        .add(tag));
        List<String> texts = new ArrayList<>();
        int left = 0;
        for (Map.Entry<Elsewhere, List<Tag>> axis : axes.entrySet()) {
            List<Tag> all = axis.getValue();
            left += Math.max(0, all.size() - SHOWN);
            texts.add(all.stream().limit(SHOWN).map(Tag::toString).collect(Collectors.joining(", ")) + " ("
                    + axis.getKey().text + ")");
        }
        return String.join(", ", texts) + (left == 0 ? "" : " and " + left + " more");
    }

    private Comparator<Tag> order() {
        return Comparator.comparingInt(this::platformDistance)
                .thenComparingInt(this::pythonDistance)
                .thenComparing(Tag::toString);
    }

    private Elsewhere axis(Tag tag) {
        int platform = platformDistance(tag);
        if (fitsPair(tag)) {
            return platform == 1 ? Elsewhere.NEWER_SYSTEM : Elsewhere.PLATFORM;
        }
        if (platform > 0) {
            return Elsewhere.BOTH;
        }
        return pythons.contains(tag.interpreter()) ? Elsewhere.ABI : Elsewhere.PYTHON;
    }

    private static String pair(Tag tag) {
        return tag.interpreter() + "-" + tag.abi();
    }

    private boolean fitsPair(Tag tag) {
        return pairs.contains(pair(tag));
    }

    /** 0 where it runs, 1 where a newer system of this kind would do, 2 on the same system, 3 elsewhere. */
    private int platformDistance(Tag tag) {
        String platform = tag.platform();
        if (platforms.contains(platform)) {
            return 0;
        }
        boolean sameSystem = target.isLinux() ? platform.contains("linux") : platform.startsWith("macosx");
        boolean sameKind = platform.startsWith(family());
        boolean sameMachine = platform.endsWith("_" + machine()) || platform.endsWith("_universal2");
        if (sameKind && sameMachine) {
            return 1;
        }
        return sameSystem ? 2 : 3;
    }

    private String family() {
        return target.platform().isMusl() ? "musllinux" : target.isLinux() ? "manylinux" : "macosx";
    }

    private String machine() {
        return String.valueOf(target.environment().get("platform_machine"));
    }

    private int pythonDistance(Tag tag) {
        String python = tag.interpreter();
        if (pythons.contains(python)) {
            return fitsPair(tag) ? 0 : 1;
        }
        if (!python.matches("[cp][py]3[0-9]{1,2}")) {
            return FAR;
        }
        int minor = Integer.parseInt(python.substring(3));
        return 1 + Math.abs(minor - Integer.parseInt(own.substring(3)));
    }
}
