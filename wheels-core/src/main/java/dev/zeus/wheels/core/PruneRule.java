// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import dev.zeus.wheels.core.disk.ByteCount;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.http.CacheItem;
import dev.zeus.wheels.core.setup.OptionProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What of the cache may stay.
 *
 * <p>Example: {@code PruneRule.parse("30d,2GiB")} lets stay what was used in the last thirty days, and of that the most
 * recently used two gibibytes.
 *
 * @param unused how long ago something must have been used to go
 * @param size how much stays at most, in bytes; what was used last stays
 * @param kinds what goes in any case, by its kind
 */
public record PruneRule(Optional<Duration> unused, Optional<ByteCount> size, Set<String> kinds) {
    /** Nothing stays. */
    public static final PruneRule CLEAN = new PruneRule(Optional.empty(), Optional.of(new ByteCount(0)));

    /**
     * What is worth its way to and from the store of a CI: no wheels, which an index hands out as fast and which are
     * nearly all of a cache, and of the rest at most a hundred mebibytes.
     */
    private static final PruneRule CI = new PruneRule(
            Optional.empty(), Optional.of(new ByteCount(100L << 20)), Set.of("wheels", "of other releases"));

    public PruneRule {
        kinds = Set.copyOf(kinds);
    }

    private PruneRule(Optional<Duration> unused, Optional<ByteCount> size) {
        this(unused, size, Set.of());
    }

    /** The default: a month. */
    private static final PruneRule STANDARD = new PruneRule(Optional.of(Duration.ofDays(30)), Optional.empty());

    private static final Map<Character, Duration> UNITS =
            Map.of('h', Duration.ofHours(1), 'd', Duration.ofDays(1), 'w', Duration.ofDays(7));

    /** Digits: with the largest unit, no number of this length overflows a long. */
    private static final int LONGEST = 5;

    /**
     * The rule that a text means: an age ({@code 12h}, {@code 30d}, {@code 4w}), a size ({@code 500MiB}), both with a
     * comma between them, {@code true} for thirty days, or {@code ci} for what a CI should keep between its runs.
     *
     * @throws WheelsException D220 if it means none
     */
    public static PruneRule parse(String text) {
        if (text.isBlank() || text.equals("true")) {
            return STANDARD;
        }
        if (text.strip().equalsIgnoreCase("ci")) {
            return CI;
        }
        Optional<Duration> unused = Optional.empty();
        Optional<ByteCount> size = Optional.empty();
        for (String part : text.split(",", 3)) {
            Optional<Duration> age = age(part.strip().toLowerCase(Locale.ROOT));
            if (age.isPresent() && unused.isEmpty()) {
                unused = age;
            } else if (age.isEmpty() && size.isEmpty()) {
                size = Optional.of(size(part, text));
            } else {
                throw unclear(text);
            }
        }
        return new PruneRule(unused, size);
    }

    private static Optional<Duration> age(String text) {
        int last = text.length() - 1;
        if (last < 1 || last > LONGEST) {
            return Optional.empty();
        }
        String number = text.substring(0, last);
        return Optional.ofNullable(UNITS.get(text.charAt(last)))
                .filter(unit -> number.chars().allMatch(c -> c >= '0' && c <= '9'))
                .map(unit -> unit.multipliedBy(Long.parseLong(number)));
    }

    private static ByteCount size(String part, String text) {
        try {
            return ByteCount.parse(part);
        } catch (NumberFormatException e) {
            throw unclear(text);
        }
    }

    private static WheelsException unclear(String text) {
        return new WheelsException(
                OptionProblem.BAD_PRUNE,
                "wheels.cache.prune is \"" + text + "\"; expected an age, a size, or both, such as 30d,2GiB, or ci",
                "give -Dwheels.cache.prune=30d");
    }

    /** Those that have to go. */
    List<CacheItem> goners(List<CacheItem> items, Instant now) {
        List<CacheItem> latestFirst = new ArrayList<>(items);
        latestFirst.sort(Comparator.comparing(CacheItem::used).reversed().thenComparing(CacheItem::path));
        List<CacheItem> goners = new ArrayList<>();
        long kept = 0;
        for (CacheItem item : latestFirst) {
            boolean old = unused.isPresent() && item.used().isBefore(now.minus(unused.get()));
            boolean over = size.isPresent()
                    && (size.get().bytes() == 0
                            || kept + item.bytes() > size.get().bytes());
            if (old || over || item.kind().equals("unfinished") || kinds.contains(item.kind())) {
                goners.add(item);
            } else {
                kept += item.bytes();
            }
        }
        return goners;
    }
}
