package dev.zeus.wheels.core.lock;

import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.PackagingParseException;
import dev.zeus.wheels.python.Version;
import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The names and versions in a text that was a lock, so that writing it anew moves nothing that need not move.
 *
 * <p>After a merge these are the versions of both sides. They are wishes only: what is resolved from them is checked as
 * anything else, and files and hashes come from the index.
 *
 * @param versions the versions of each name, newest first
 */
public record LockRemains(SortedMap<PackageName, SortedSet<Version>> versions) {
    private static final int LONGEST_LINE = 400;

    public LockRemains {
        versions = Collections.unmodifiableSortedMap(new TreeMap<>(versions));
    }

    /** The versions in a text, whatever else it holds. */
    public static LockRemains of(String text) {
        SortedMap<PackageName, SortedSet<Version>> versions = new TreeMap<>();
        Optional<PackageName> name = Optional.empty();
        for (String line :
                text.lines().filter(each -> each.length() <= LONGEST_LINE).toList()) {
            if (line.startsWith("name = ")) {
                name = value(line).flatMap(value -> parsed(value, PackageName::new));
            } else if (line.startsWith("version = ") && name.isPresent()) {
                // Two sides of a merge may have a version each after one name.
                SortedSet<Version> found =
                        versions.computeIfAbsent(name.get(), key -> new TreeSet<>(Comparator.reverseOrder()));
                value(line).flatMap(value -> parsed(value, Version::parse)).ifPresent(found::add);
            }
        }
        return new LockRemains(versions);
    }

    private static Optional<String> value(String line) {
        int start = line.indexOf('"');
        int end = line.lastIndexOf('"');
        return start < end ? Optional.of(line.substring(start + 1, end)) : Optional.empty();
    }

    private static <T> Optional<T> parsed(String text, Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(text));
        } catch (PackagingParseException e) {
            return Optional.empty();
        }
    }
}
