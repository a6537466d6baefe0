// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.bench.resolve;

import dev.zeus.wheels.DependencyPolicy;
import dev.zeus.wheels.Platform;
import dev.zeus.wheels.Provider;
import dev.zeus.wheels.ResolutionSettings;
import dev.zeus.wheels.SourceDeclaration;
import dev.zeus.wheels.Sources;
import dev.zeus.wheels.TargetDeclaration;
import dev.zeus.wheels.WheelDeclaration;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What somebody asks for, as in a {@code requirements.in}.
 *
 * @param name the file's name without its ending, such as {@code 41-boto3}
 */
record RequirementSet(String name, List<Requirement> requirements) {
    private static final String ENDING = ".in";

    /** The sets of a folder whose names begin so. */
    static List<RequirementSet> read(Path folder, String beginning) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> chosen = files.filter(
                            file -> file.getFileName().toString().startsWith(beginning))
                    .sorted()
                    .toList();
            return chosen.stream().map(RequirementSet::read).toList();
        }
    }

    private static RequirementSet read(Path file) {
        try {
            String name = file.getFileName().toString();
            return new RequirementSet(
                    name.substring(0, name.length() - ENDING.length()),
                    Files.readAllLines(file).stream().map(Requirement::parse).toList());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The set as a user of ours declares it. */
    WheelSetDeclaration declaration(List<String> pythons, List<TargetDeclaration> platforms) {
        List<WheelDeclaration> wheels = requirements.stream()
                .map(requirement -> new WheelDeclaration(
                        "bench." + requirement.name(),
                        requirement.name().value(),
                        requirement.name().value(),
                        Sources.PYPI,
                        platforms.stream()
                                .filter(platform ->
                                        pythons.stream().anyMatch(python -> isFor(requirement, python, platform)))
                                .map(TargetDeclaration::platform)
                                .toList(),
                        pythons.stream()
                                .filter(python ->
                                        platforms.stream().anyMatch(platform -> isFor(requirement, python, platform)))
                                .toList(),
                        requirement.specifiers().toString(),
                        requirement.extras().stream().map(ExtraName::value).toList(),
                        List.of(),
                        Provider.WHEEL))
                .toList();
        return new WheelSetDeclaration(
                "bench",
                pythons,
                platforms,
                List.of(new SourceDeclaration(Sources.PYPI, Sources.PYPI_URL)),
                DependencyPolicy.WHEELS,
                ResolutionSettings.DEFAULT,
                wheels,
                List.of());
    }

    private static boolean isFor(Requirement requirement, String python, TargetDeclaration platform) {
        Platform system = platform.platform();
        return requirement
                .marker()
                .map(marker -> marker.evaluate(new Target(python, system, platform.floor()).environment()))
                .orElse(true);
    }
}
