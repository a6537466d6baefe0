// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.setup;

import dev.zeus.wheels.ResolutionSettings;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.python.NamedCutoff;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.PackagingParseException;
import dev.zeus.wheels.python.UploadCutoff;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * How old files must be to be locked: {@code Cooldowns.of(set.resolution(), Optional.empty()).of(name, "pypi")}.
 *
 * @param all for all; empty for any age
 * @param packages for single packages; empty for any age
 * @param sources for single sources; empty for any age
 */
public record Cooldowns(
        Optional<UploadCutoff> all,
        Map<PackageName, Optional<UploadCutoff>> packages,
        Map<String, Optional<UploadCutoff>> sources) {
    public Cooldowns {
        packages = Map.copyOf(packages);
        sources = Map.copyOf(sources);
    }

    /**
     * The cooldowns of a set.
     *
     * @param asked what a run asks for in place of the set's own; those of packages and sources stay
     * @throws WheelsException D205 where one is malformed
     */
    public static Cooldowns of(ResolutionSettings settings, Optional<String> asked) {
        String text = asked.orElse(settings.excludeNewer());
        return new Cooldowns(
                text.isBlank() ? Optional.empty() : Optional.of(parsed("excludeNewer", text, UploadCutoff::parse)),
                named("excludeNewerPackages", settings.excludeNewerPackages(), PackageName::parse),
                named("excludeNewerSources", settings.excludeNewerSources(), name -> name));
    }

    private static <K extends Comparable<K>> Map<K, Optional<UploadCutoff>> named(
            String member, List<String> texts, Function<String, K> key) {
        Map<K, Optional<UploadCutoff>> named = new TreeMap<>();
        for (String text : texts) {
            NamedCutoff each = parsed(member, text, NamedCutoff::parse);
            named.put(parsed(member, each.name(), key), each.cutoff());
        }
        return named;
    }

    private static <T> T parsed(String member, String text, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (PackagingParseException e) {
            throw new WheelsException(
                    OptionProblem.BAD_CUTOFF,
                    member + " is \"" + text + "\"; expected " + e.expected(),
                    member.equals("excludeNewer")
                            ? "correct it in @WheelSet, or in -Dwheels.excludeNewer=…"
                            : "correct it in @WheelSet");
        }
    }

    /** What holds for the files of a package from a source; empty for any age. */
    public Optional<UploadCutoff> of(PackageName name, String source) {
        return packages.getOrDefault(name, sources.getOrDefault(source, all));
    }

    /** A lock with the moment of the one before, where only time has passed since. */
    public Lock settled(Lock lock, Optional<Lock> before) {
        boolean rolls = all.filter(UploadCutoff.Ago.class::isInstance).isPresent();
        return before.filter(former -> rolls
                        && former.packages().equals(lock.packages())
                        && former.targets().equals(lock.targets())
                        && former.uploadedBefore()
                                .filter(moment -> lock.uploadedBefore()
                                        .filter(now -> !now.isBefore(moment))
                                        .isPresent())
                                .isPresent())
                .map(former -> lock.uploadedBefore(former.uploadedBefore()))
                .orElse(lock);
    }
}
