// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Every tag that one Python on one platform accepts, best first.
 *
 * <pre>{@code
 * CompatibleTags tags = CompatibleTags.cpython(3, 12, false, new TargetPlatform.Manylinux(2, 39, "x86_64"));
 * tags.rank(WheelFilename.parse("foo-1.0-cp38-abi3-manylinux2014_x86_64.whl")); // present: it fits
 * tags.rank(WheelFilename.parse("foo-1.0-cp311-cp311-macosx_11_0_arm64.whl"));  // empty: it does not
 * }</pre>
 *
 * <p>Standard: platform compatibility tags, <a href="https://peps.python.org/pep-0425/">PEP 425</a>; the stable ABI of
 * free-threaded builds, <a href="https://peps.python.org/pep-0803/">PEP 803</a>.
 */
public final class CompatibleTags {
    private final List<Tag> tags;
    private final Map<Tag, Integer> ranks;
    /** The best places of the sets that were asked for: files of one page have few different ones. */
    private final Map<SortedSet<Tag>, OptionalInt> ranked = new ConcurrentHashMap<>();

    private CompatibleTags(List<Tag> tags) {
        this.tags = List.copyOf(tags);
        this.ranks = new HashMap<>(tags.size() * 2);
        for (int i = 0; i < tags.size(); i++) {
            ranks.putIfAbsent(tags.get(i), i);
        }
    }

    /**
     * {@return the tags of a CPython, such as 3.12, in the order of {@code packaging.tags}}
     *
     * @param major the first number of the Python version
     * @param minor the second number of the Python version
     * @param freeThreaded whether it is the build without the global interpreter lock
     * @param platform what it runs on
     */
    public static CompatibleTags cpython(int major, int minor, boolean freeThreaded, TargetPlatform platform) {
        String interpreter = "cp" + major + minor;
        String stableAbi = freeThreaded ? "abi3t" : "abi3";
        List<String> platforms = platform.tags();
        List<Tag> tags = new ArrayList<>();
        add(tags, interpreter, interpreter + (freeThreaded ? "t" : ""), platforms);
        add(tags, interpreter, stableAbi, platforms);
        add(tags, interpreter, "none", platforms);
        for (int older = minor - 1; older >= 2; older--) {
            add(tags, "cp" + major + older, stableAbi, platforms);
        }
        addGeneric(tags, major, minor, interpreter, platforms);
        return new CompatibleTags(tags);
    }

    /**
     * {@return the tags of a PyPy: the Python it speaks, such as 3.10, and its own ABI, such as {@code pypy310_pp73}}
     *
     * @param major the first number of the Python version
     * @param minor the second number of the Python version
     * @param abi the ABI tag of this PyPy
     * @param platform what it runs on
     */
    public static CompatibleTags pypy(int major, int minor, String abi, TargetPlatform platform) {
        List<String> platforms = platform.tags();
        List<Tag> tags = new ArrayList<>();
        add(tags, "pp" + major + minor, abi, platforms);
        add(tags, "pp" + major + minor, "none", platforms);
        addGeneric(tags, major, minor, "pp" + major, platforms);
        return new CompatibleTags(tags);
    }

    private static void addGeneric(List<Tag> tags, int major, int minor, String interpreter, List<String> platforms) {
        List<String> pythons = new ArrayList<>(List.of("py" + major + minor, "py" + major));
        for (int older = minor - 1; older >= 0; older--) {
            pythons.add("py" + major + older);
        }
        pythons.forEach(python -> add(tags, python, "none", platforms));
        tags.add(new Tag(interpreter, "none", "any"));
        pythons.forEach(python -> tags.add(new Tag(python, "none", "any")));
    }

    private static void add(List<Tag> tags, String interpreter, String abi, List<String> platforms) {
        platforms.forEach(platform -> tags.add(new Tag(interpreter, abi, platform)));
    }

    /** {@return the tags, best first} */
    public List<Tag> tags() {
        return tags;
    }

    /**
     * {@return the tag's place in {@link #tags}; empty if it does not fit}
     *
     * @param tag one tag, not several joined by dots
     */
    public OptionalInt rank(Tag tag) {
        Integer rank = ranks.get(tag);
        return rank == null ? OptionalInt.empty() : OptionalInt.of(rank);
    }

    /**
     * {@return the best place of the file's tags; empty if none fits}
     *
     * @param file the name of the wheel
     */
    public OptionalInt rank(WheelFilename file) {
        return rank(file.tags());
    }

    /**
     * {@return the best place of some tags; empty if none fits}
     *
     * @param set the tags of a file, as {@link WheelFilename#tags} has them
     */
    public OptionalInt rank(SortedSet<Tag> set) {
        OptionalInt known = ranked.get(set);
        if (known == null) {
            known = best(set);
            TagSet.remember(ranked, set, known);
        }
        return known;
    }

    private OptionalInt best(SortedSet<Tag> set) {
        int best = Integer.MAX_VALUE;
        for (Tag tag : set) {
            best = Math.min(best, ranks.getOrDefault(tag, Integer.MAX_VALUE));
        }
        return best == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(best);
    }
}
