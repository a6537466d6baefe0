// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.wheel.WheelArchive;
import dev.zeus.wheels.python.CoreMetadata;
import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.PackagingParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The modules of a package that could not be imported.
 *
 * @param failures each of them
 * @param complete whether the script came to its end, and so has tried all
 */
record ImportFailures(List<Failure> failures, boolean complete) {
    ImportFailures {
        failures = List.copyOf(failures);
    }

    /**
     * One module that could not be imported.
     *
     * @param absent the module that no locked package brings; {@code -} where that is not the reason
     * @param said Python's words
     */
    record Failure(String module, String absent, String said) {}

    /** Whether all modules were tried, and none of these failed. */
    boolean spare(List<String> modules) {
        return complete && failures.stream().noneMatch(failure -> modules.contains(failure.module()));
    }

    /** Why the failures do not count: these modules are not imported, or not on this machine. */
    Optional<String> onlyByNature() {
        List<Optional<String>> reasons =
                failures.stream().map(UnimportableModules::reason).toList();
        return complete && !reasons.isEmpty() && reasons.stream().allMatch(Optional::isPresent)
                ? reasons.get(0)
                : Optional.empty();
    }

    /** Those that are not failures by their nature. */
    ImportFailures serious() {
        return new ImportFailures(
                failures.stream()
                        .filter(failure -> UnimportableModules.reason(failure).isEmpty())
                        .toList(),
                complete);
    }

    /** What to say of the first one. */
    Optional<String> first() {
        return failures.stream().findFirst().map(failure -> "\"" + failure.module() + "\": " + failure.said());
    }

    /**
     * Why the failures do not count: a wheel may hold modules that only work with an extra that is not installed.
     *
     * @param modules how many modules were tried; where none could be imported, that is no excuse
     */
    Optional<String> onlyOptional(CheckedWheel wheel, int modules) {
        boolean excused = !failures.isEmpty() && failures.size() < modules && !anyBroken() && hasOtherExtras(wheel);
        return excused
                ? Optional.of("\"" + failures.get(0).module() + "\" misses \""
                        + failures.get(0).absent() + "\", which may come with an extra")
                : Optional.empty();
    }

    /**
     * Why the failures do not count if the package itself was not asked for: a dependency may have more than its
     * dependents use, as matplotlib-inline is for matplotlib.
     */
    Optional<String> onlyWanting() {
        if (failures.isEmpty() || anyBroken()) {
            return Optional.empty();
        }
        Failure first = failures.get(0);
        return Optional.of("\"" + first.module() + "\" wants \"" + first.absent() + "\", which nothing here requires");
    }

    private boolean anyBroken() {
        return failures.stream().anyMatch(failure -> failure.absent().equals("-"));
    }

    private static boolean hasOtherExtras(CheckedWheel wheel) {
        Set<ExtraName> installed = wheel.locked().optionalDependencies().keySet();
        try (WheelArchive archive = WheelArchive.open(wheel.file().orElseThrow())) {
            return archive.text(archive.distInfo() + "METADATA")
                    .map(text -> !installed.containsAll(CoreMetadata.parse(text).providesExtra()))
                    .orElse(false);
        } catch (WheelsException | PackagingParseException e) {
            return false;
        }
    }
}
