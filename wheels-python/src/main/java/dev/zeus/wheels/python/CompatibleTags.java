package dev.zeus.wheels.python;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The tags that one interpreter on one platform accepts, best first.
 *
 * @see <a href="https://packaging.python.org/specifications/platform-compatibility-tags/">PEP 425</a>
 */
public final class CompatibleTags {
    private final List<Tag> tags;
    private final Map<Tag, Integer> ranks;

    private CompatibleTags(List<Tag> tags) {
        this.tags = List.copyOf(tags);
        this.ranks = new HashMap<>(tags.size() * 2);
        for (int rank = 0; rank < tags.size(); rank++) {
            ranks.putIfAbsent(tags.get(rank), rank);
        }
    }

    /** The tags of CPython {@code major.minor}; a free-threaded build takes none of the {@code abi3} wheels. */
    public static CompatibleTags cpython(int major, int minor, boolean freeThreaded, TargetPlatform platform) {
        List<String> platforms = platform.platformTags();
        String interpreter = "cp" + major + minor;
        String stable = freeThreaded ? "abi3t" : "abi3";
        List<Tag> tags = new ArrayList<>();
        add(tags, interpreter, freeThreaded ? interpreter + "t" : interpreter, platforms);
        add(tags, interpreter, stable, platforms);
        add(tags, interpreter, "none", platforms);
        for (int older = minor - 1; older >= 2; older--) {
            add(tags, "cp" + major + older, stable, platforms);
        }
        List<String> pythons = pythons(major, minor);
        pythons.forEach(python -> add(tags, python, "none", platforms));
        tags.add(new Tag(interpreter, "none", "any"));
        pythons.forEach(python -> tags.add(new Tag(python, "none", "any")));
        return new CompatibleTags(tags);
    }

    private static List<String> pythons(int major, int minor) {
        List<String> pythons = new ArrayList<>();
        pythons.add("py" + major + minor);
        pythons.add("py" + major);
        for (int older = minor - 1; older >= 0; older--) {
            pythons.add("py" + major + older);
        }
        return pythons;
    }

    private static void add(List<Tag> tags, String interpreter, String abi, Collection<String> platforms) {
        platforms.forEach(platform -> tags.add(new Tag(interpreter, abi, platform)));
    }

    /** All tags, best first. */
    public List<Tag> tags() {
        return tags;
    }

    /** The place of a tag, 0 for the best; empty where it is not accepted. */
    public OptionalInt rank(Tag tag) {
        Integer rank = ranks.get(tag);
        return rank == null ? OptionalInt.empty() : OptionalInt.of(rank);
    }

    /** The place of the wheel's best tag; empty where the wheel does not fit. */
    public OptionalInt rank(WheelFilename wheel) {
        return wheel.tags().stream()
                .map(this::rank)
                .filter(OptionalInt::isPresent)
                .mapToInt(OptionalInt::getAsInt)
                .min();
    }
}
