// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.ExcuseDeclaration;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.LockInputs;
import dev.zeus.wheels.testkit.NativeBytes;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** That an excuse of one code hides no other, whichever a check finds first. */
class ExcusedCodesTest {
    @TempDir
    Path directory;

    static Stream<Arguments> wheels() {
        String tags = "cp312-cp312-manylinux_2_17_x86_64";
        return Stream.of(
                Arguments.of(
                        Check.RECORD,
                        "C203 C204 C205 C206",
                        BrokenWheels.demo()
                                .record("demo/__init__.py,sha256=AAAA,10\ndemo/a.py,,\ndemo/gone.py,sha256=AAAA,1\n"
                                        + "demo-1.0.dist-info/METADATA,,\ndemo-1.0.dist-info/RECORD,,\n")),
                Arguments.of(
                        Check.WHEEL,
                        "C222 C223",
                        BrokenWheels.demo()
                                .wheelFile("Wheel-Version: 2.0\nRoot-Is-Purelib: true\nTag: py2-none-any\n")),
                Arguments.of(
                        Check.NATIVE,
                        "C236 C241",
                        BrokenWheels.compiled(
                                tags,
                                BrokenWheels.MODULE,
                                NativeBytes.elf("x86_64")
                                        .needs("libpython3.12.so.1.0")
                                        .needs("libfoo.so.1"))),
                Arguments.of(
                        Check.NATIVE,
                        "C234 C241",
                        BrokenWheels.compiled(
                                tags,
                                BrokenWheels.MODULE,
                                NativeBytes.elf("aarch64").needs("libfoo.so.1"))),
                Arguments.of(
                        Check.ENTRY_POINTS,
                        "C252 C253",
                        BrokenWheels.demo().script("demo = demo.a").script("other = demo.gone:main")));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("wheels")
    void hidesNoOther(Check check, String codes, WheelBuilder wheel) {
        try (CheckFixture fixture = new CheckFixture(directory, BrokenWheels.LINUX)) {
            List<CheckResult> results = fixture.lock(wheel.build()).run();
            Set<String> all = new LinkedHashSet<>(Arrays.asList(codes.split(" ", -1)));
            assertThat(outcomes(check, results, List.of())).isEqualTo(expected(all, Set.of()));
            for (String code : all) {
                assertThat(outcomes(check, results, List.of(code))).isEqualTo(expected(all, Set.of(code)));
            }
            assertThat(outcomes(check, results, List.copyOf(all))).isEqualTo(expected(all, all));
        }
    }

    private static Map<String, String> expected(Set<String> codes, Set<String> excused) {
        Map<String, String> outcomes = new TreeMap<>();
        codes.forEach(code -> outcomes.put(code, excused.contains(code) || code.equals("C223") ? "excused" : "failed"));
        return outcomes;
    }

    private Map<String, String> outcomes(Check check, List<CheckResult> results, List<String> excused) {
        List<ExcuseDeclaration> excuses =
                excused.isEmpty() ? List.of() : List.of(new ExcuseDeclaration("demo", excused, "known"));
        Lock lock = new Lock(new LockInputs(""), Optional.empty(), List.of(BrokenWheels.LINUX), List.of());
        Map<String, String> outcomes = new TreeMap<>();
        for (CheckResult result : new Excuses(excuses).apply(results, lock, List.of(BrokenWheels.LINUX), event -> {})) {
            if (result.outcome() instanceof Outcome.Failed failed) {
                assertThat(result.check()).isEqualTo(check);
                outcomes.put(failed.problem().code(), "failed");
            } else if (result.outcome() instanceof Outcome.Excused known) {
                assertThat(result.check()).isEqualTo(check);
                outcomes.put(known.problem().code(), "excused");
            }
        }
        return outcomes;
    }
}
