// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.importing;

import dev.zeus.wheels.Platform;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.core.setup.OptionWords;
import dev.zeus.wheels.python.EnvironmentMarker;
import dev.zeus.wheels.python.MarkerEvaluationException;
import dev.zeus.wheels.python.Version;
import dev.zeus.wheels.python.VersionSpecifiers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The Pythons and platforms of the set that is written.
 *
 * @param pythons such as {@code 3.12}; never empty
 * @param platforms never empty
 */
record ImportedTargets(List<String> pythons, List<Platform> platforms) {
    private static final List<String> USUAL_PYTHONS = List.of("3.12", "3.13", "3.14");
    private static final List<String> KNOWN_PYTHONS = List.of("3.14", "3.13", "3.12", "3.11", "3.10", "3.9", "3.8");
    private static final List<Platform> USUAL_PLATFORMS = List.of(Platform.X86_64_LINUX, Platform.AARCH64_DARWIN);

    static final String GLIBC = "2.39";
    static final String MACOS = "14.0";

    ImportedTargets {
        pythons = List.copyOf(pythons);
        platforms = List.copyOf(platforms);
    }

    /**
     * What was asked for; otherwise two usual platforms, and of the usual Pythons those that the file is for.
     *
     * @param option how the properties begin that ask for them, such as {@code wheels.import}
     * @throws WheelsException D233, D234 for words that are no Python or no platform
     */
    static ImportedTargets of(
            String option,
            Optional<String> pythons,
            Optional<String> platforms,
            Optional<VersionSpecifiers> fileIsFor) {
        return new ImportedTargets(
                pythons.map(words -> pythons(option, words)).orElseGet(() -> usual(fileIsFor)),
                platforms.map(words -> platforms(option, words)).orElse(USUAL_PLATFORMS));
    }

    /** The same, of a file that may say its platforms. */
    static ImportedTargets of(String option, Optional<String> pythons, Optional<String> platforms, ForeignSet set) {
        ImportedTargets usual = of(option, pythons, platforms, set.scope().python());
        return platforms.isPresent() || set.scope().platforms().isEmpty()
                ? usual
                : new ImportedTargets(
                        usual.pythons(),
                        set.scope().platforms().stream().sorted().toList());
    }

    private static List<String> usual(Optional<VersionSpecifiers> fileIsFor) {
        List<String> fitting = fitting(USUAL_PYTHONS, fileIsFor);
        if (!fitting.isEmpty()) {
            return fitting;
        }
        List<String> others = fitting(KNOWN_PYTHONS, fileIsFor);
        return others.isEmpty() ? USUAL_PYTHONS : others.subList(0, 1);
    }

    /** The first release of a Python may be too old where the last is not: a far one stands for it. */
    private static List<String> fitting(List<String> pythons, Optional<VersionSpecifiers> fileIsFor) {
        return pythons.stream()
                .filter(python -> fileIsFor
                        .map(specifiers -> Stream.of(".0", ".99")
                                .anyMatch(patch -> specifiers.contains(Version.parse(python + patch))))
                        .orElse(true))
                .toList();
    }

    private static List<String> pythons(String option, String text) {
        List<String> pythons = words(text);
        if (pythons.isEmpty() || !pythons.stream().allMatch(KNOWN_PYTHONS::contains)) {
            throw new WheelsException(
                    ImportProblem.BAD_PYTHONS,
                    option + "Pythons is \"" + text + "\"; expected some of " + String.join(", ", KNOWN_PYTHONS),
                    "give -D" + option + "Pythons=3.12,3.13,3.14");
        }
        return pythons;
    }

    private static List<Platform> platforms(String option, String text) {
        List<Platform> platforms = new ArrayList<>();
        List<Platform> known = Arrays.stream(Platform.values())
                .filter(platform -> platform != Platform.UNIVERSAL)
                .toList();
        for (String word : words(text)) {
            known.stream().filter(platform -> platform.system().equals(word)).forEach(platforms::add);
        }
        if (platforms.isEmpty() || platforms.size() != words(text).size()) {
            throw new WheelsException(
                    ImportProblem.BAD_PLATFORMS,
                    option + "Platforms is \"" + text + "\"; expected some of "
                            + known.stream().map(Platform::system).collect(Collectors.joining(", ")),
                    "give -D" + option + "Platforms=x86_64-linux,aarch64-darwin");
        }
        return platforms;
    }

    /** The Pythons that were asked for and that a file is not for. */
    List<String> unfit(Optional<VersionSpecifiers> fileIsFor) {
        List<String> fitting = fitting(pythons, fileIsFor);
        return pythons.stream().filter(python -> !fitting.contains(python)).toList();
    }

    private static List<String> words(String text) {
        return OptionWords.of(text).stream().distinct().toList();
    }

    /** Whether a set can have one of the Pythons. */
    static boolean fits(VersionSpecifiers pythons) {
        return !fitting(KNOWN_PYTHONS, Optional.of(pythons)).isEmpty();
    }

    /** Everything that a file may be for. */
    static List<Target> all(Optional<VersionSpecifiers> fileIsFor) {
        List<String> pythons = fitting(KNOWN_PYTHONS, fileIsFor);
        List<Platform> platforms = Arrays.stream(Platform.values())
                .filter(platform -> platform != Platform.UNIVERSAL)
                .toList();
        return new ImportedTargets(pythons.isEmpty() ? KNOWN_PYTHONS : pythons, platforms).targets();
    }

    /** All of them. */
    List<Target> targets() {
        List<Target> targets = new ArrayList<>();
        for (String python : pythons) {
            for (Platform platform : platforms) {
                targets.add(new Target(python, platform, platform.isLinux() ? GLIBC : MACOS));
            }
        }
        return targets;
    }

    /**
     * Those that a marker holds on.
     *
     * @throws MarkerEvaluationException if it has no answer there
     */
    List<Target> where(Optional<EnvironmentMarker> marker) {
        return targets().stream()
                .filter(target ->
                        marker.map(each -> each.evaluate(target.environment())).orElse(true))
                .toList();
    }
}
