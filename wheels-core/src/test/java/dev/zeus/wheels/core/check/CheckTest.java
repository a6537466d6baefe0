// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.InspectedWheel;
import dev.zeus.wheels.LicensePolicy;
import dev.zeus.wheels.WheelInspection;
import dev.zeus.wheels.core.wheel.Sha256;
import dev.zeus.wheels.testkit.BuiltWheel;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No check can be forgotten: each has its row and its answer, whatever of a wheel is at hand, and refuses a wheel. */
class CheckTest {
    private static final BuiltWheel DEMO = WheelBuilder.of("demo", "1.0")
            .tags("cp312-cp312-manylinux_2_17_x86_64")
            .file("demo/__init__.py", "")
            .build();

    /** What refuses no wheel of {@link BrokenWheels}, with the test that has one. */
    private static final Set<Check> REFUSING_ELSEWHERE = EnumSet.of(
            Check.HASH, // BrokenWheelsTest.otherBytesThanLocked
            Check.COLLISION, // BrokenWheelsTest.twoPackagesThatInstallDifferentFilesAtOnePlace
            Check.LICENSE, // LicenseCheckTest
            Check.OWN, // WheelChecksTest
            Check.IMPORT, // HostChecksTest
            Check.VERSION); // HostChecksTest

    @TempDir
    Path directory;

    private CheckFixture fixture() {
        return new CheckFixture(directory, BrokenWheels.LINUX)
                .allow(new LicensePolicy(List.of("MIT"), List.of()))
                .inspect(new WheelInspection() {
                    @Override
                    public String name() {
                        return "own";
                    }

                    @Override
                    public List<String> problems(InspectedWheel wheel) {
                        return List.of();
                    }
                });
    }

    private static Set<Check> answered(List<CheckResult> results) {
        return results.stream().map(CheckResult::check).collect(Collectors.toSet());
    }

    @Test
    void eachIsAnsweredOfAWholeWheel() {
        try (CheckFixture fixture = fixture()) {
            assertThat(answered(fixture.lock(DEMO).run())).containsExactlyInAnyOrder(Check.values());
        }
    }

    @Test
    void eachIsAnsweredOfAWheelOfOtherBytes() {
        try (CheckFixture fixture = fixture()) {
            List<CheckResult> results = fixture.lock(DEMO, new Sha256("0".repeat(64)), new TreeMap<>())
                    .run();

            assertThat(answered(results)).containsExactlyInAnyOrder(Check.values());
        }
    }

    /** What directory and metadata answer is answered, and what takes more is not run. */
    @Test
    void eachIsAnsweredOfPartsAsFarAsTheyGo() {
        try (CheckFixture fixture = fixture().partsFrom(1).lock(DEMO)) {
            CheckedWheel parts = fixture.inParts().orElseThrow();
            CheckRequest request = fixture.request();

            List<CheckResult> results =
                    new TargetChecks(new InstalledWheels(request, BrokenWheels.LINUX, List.of(parts))).run();

            Set<Check> onHost = Check.asked(Asking.OnHost.class).keySet();
            assertThat(answered(results)).containsExactlyInAnyOrderElementsOf(others(onHost));
            assertThat(results)
                    .allSatisfy(result -> assertThat(result.outcome() instanceof Outcome.NotRun)
                            .as(result.toString())
                            .isEqualTo(result.check().need() == Need.BYTES));
        }
    }

    @Test
    void eachRefusesAWheel() {
        Set<Check> refusing =
                BrokenWheels.all().stream().map(BrokenWheels.Case::check).collect(Collectors.toSet());

        assertThat(refusing).containsExactlyInAnyOrderElementsOf(others(REFUSING_ELSEWHERE));
    }

    private static List<Check> others(Set<Check> some) {
        return Stream.of(Check.values()).filter(check -> !some.contains(check)).toList();
    }
}
