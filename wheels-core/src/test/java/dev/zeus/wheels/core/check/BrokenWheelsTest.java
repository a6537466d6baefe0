// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.core.wheel.Sha256;
import dev.zeus.wheels.testkit.BuiltWheel;
import dev.zeus.wheels.testkit.MachOBytes;
import dev.zeus.wheels.testkit.NativeBytes;
import dev.zeus.wheels.testkit.ProblemExample;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each broken wheel is told by the check that is meant for it, and by no other; sound ones pass. */
class BrokenWheelsTest {
    @TempDir
    Path directory;

    static List<BrokenWheels.Case> broken() {
        return BrokenWheels.all();
    }

    @ParameterizedTest
    @MethodSource("broken")
    void isToldByOneCheck(BrokenWheels.Case broken) {
        assertThat(failures(broken.target(), broken.wheel())).isEqualTo(Map.of(broken.check(), broken.code()));
    }

    /** The first of each code is what its page shows. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "C201", "C202", "C203", "C204", "C205", "C206", "C211", "C212", "C213", "C221", "C222", "C223", "C224",
                "C225", "C231", "C232", "C233", "C234", "C235", "C236", "C237", "C241", "C251", "C252", "C253", "C302",
                "C404", "X503", "X504", "X507"
            })
    void isShown(String code) {
        BrokenWheels.Case shown = broken().stream()
                .filter(each -> each.code().startsWith(code))
                .findFirst()
                .orElseThrow();
        try (CheckFixture fixture = new CheckFixture(directory, shown.target())) {
            ProblemExample.printed(code)
                    .accept(problems(fixture.lock(shown.wheel()).run()));
        }
    }

    @Test
    void thereAreManyWaysToBeBroken() {
        assertThat(broken()).hasSizeGreaterThan(80);
        assertThat(broken()).extracting(BrokenWheels.Case::name).doesNotHaveDuplicates();
    }

    @Test
    void otherBytesThanLocked() {
        try (CheckFixture fixture = new CheckFixture(directory, BrokenWheels.LINUX)) {
            List<CheckResult> results = fixture.lock(
                            BrokenWheels.demo().build(), new Sha256("0".repeat(64)), new TreeMap<>())
                    .run();
            assertThat(CheckFixture.failures(results)).isEqualTo(Map.of(Check.HASH, "X501"));
        }
    }

    /** Modules that a lock no longer names, all or some of them, would not be imported. */
    @ParameterizedTest
    @ValueSource(strings = {"", "six", "demo,six"})
    void modulesThatAreTakenOutOfTheLock(String left) {
        BuiltWheel wheel = BrokenWheels.demo().file("six.py", "A = 1\n").build();
        List<String> named = left.isEmpty() ? List.of() : List.of(left.split(",", -1));
        try (CheckFixture fixture = new CheckFixture(directory, BrokenWheels.LINUX)) {
            List<CheckResult> results = fixture.lock(wheel, named).run();
            assertThat(CheckFixture.failures(results))
                    .isEqualTo(named.size() == 2 ? Map.of() : Map.of(Check.METADATA, "C301"));
            ProblemExample.printed("C301", left.equals("six")).accept(problems(results));
            if (named.size() < 2) {
                assertThat(results)
                        .anySatisfy(result -> assertThat(result.toString())
                                .contains("it installs \"demo\"", "which the lock does not name among its modules"));
            }
        }
    }

    @Test
    void twoPackagesThatInstallDifferentFilesAtOnePlace() {
        BuiltWheel other =
                WheelBuilder.of("other", "1.0").file("demo/a.py", "A = 2\n").build();
        BuiltWheel same =
                WheelBuilder.of("same", "1.0").file("demo/a.py", "A = 1\n").build();
        try (CheckFixture fixture = new CheckFixture(directory, BrokenWheels.LINUX)) {
            List<CheckResult> results = fixture.lock(BrokenWheels.demo().build())
                    .lock(other)
                    .lock(same)
                    .run();
            assertThat(CheckFixture.failures(results)).isEqualTo(Map.of(Check.COLLISION, "C261"));
            ProblemExample.printed("C261").accept(problems(results));
            assertThat(results)
                    .anySatisfy(result -> assertThat(result.toString())
                            .contains("\"site-packages/demo/a.py\"", "demo-1.0", "other-1.0"));
        }
    }

    /** Each line: the files of one wheel, those of another, and the places that are said. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            one-1.0.data/scripts/tool=#!/bin/sh 1        | two-1.0.data/scripts/tool=#!/bin/sh 2        | "bin/tool"
            one-1.0.data/scripts/tool=#!/bin/sh          | two-1.0.data/scripts/tool=#!/bin/sh          | ''
            one-1.0.data/scripts/tool=#!python           | two-1.0.data/scripts/tool=#!python           | "bin/tool"
            one-1.0.data/scripts/tool=#!python           | two-1.0.dist-info/entry_points.txt=tool      | "bin/tool"
            one-1.0.dist-info/entry_points.txt=tool      | two-1.0.dist-info/entry_points.txt=tool      | "bin/tool"
            one-1.0.dist-info/entry_points.txt=one       | two-1.0.dist-info/entry_points.txt=two       | ''
            one-1.0.data/data/bin/tool=x                 | two-1.0.dist-info/entry_points.txt=tool      | "bin/tool"
            one-1.0.data/data/LICENSE=1                  | two-1.0.data/data/LICENSE=2                  | "LICENSE"
            one-1.0.data/data/share/same=1               | two-1.0.data/data/share/same=1               | ''
            one-1.0.data/headers/x.h=1                   | two-1.0.data/headers/x.h=2                   | ''
            one-1.0.data/headers/x.h=1                   | two-1.0.data/data/include/python3.12/one/x.h=2 | "include/python3.12/one/x.h"
            one-1.0.data/data/lib/python3.12/site-packages/x.py=1 | x.py=2                              | "site-packages/x.py"
            tests/x.py=1                                 | tests/x.py=2                                 | ''
            one/tests/x.py=1                             | one/tests/x.py=2                             | "site-packages/one/tests/x.py"
            a.py=1 b.py=1                                | a.py=2 b.py=2                                | "site-packages/a.py", "site-packages/b.py"
            one.py=1                                     | two-1.0.dist-info/entry_points.txt=pydoc3.12 | "bin/pydoc3.12"
            """)
    void filesThatAnEnvironmentWouldMeet(String one, String two, String places) {
        try (CheckFixture fixture = new CheckFixture(directory, BrokenWheels.LINUX)) {
            List<CheckResult> results =
                    fixture.lock(files("one", one)).lock(files("two", two)).run();
            assertThat(results)
                    .filteredOn(
                            result -> result.check() == Check.COLLISION && result.outcome() instanceof Outcome.Failed)
                    .hasSize(places.isEmpty() ? 0 : 1)
                    .allSatisfy(result -> assertThat(((Outcome.Failed) result.outcome())
                                    .problem()
                                    .message())
                            .startsWith("\"two-1.0-")
                            .contains(places.contains("pydoc") ? "Python 3.12" : "one-1.0-")
                            .endsWith("install different files at " + places));
        }
    }

    private static BuiltWheel files(String name, String files) {
        WheelBuilder wheel = WheelBuilder.of(name, "1.0").file(name + "/__init__.py", "");
        for (String file : files.split(" (?=\\S+=)", -1)) {
            String[] parts = file.split("=", 2);
            wheel = parts[0].endsWith("entry_points.txt")
                    ? wheel.script(parts[1] + " = " + name + ":main")
                    : wheel.file(parts[0], parts[1] + "\n");
        }
        return wheel.build();
    }

    static Stream<Arguments> sound() {
        NativeBytes elf = NativeBytes.elf("x86_64").needs("libc.so.6", "GLIBC_2.17", "GLIBC_2.2.5");
        return Stream.of(
                sound("pure", BrokenWheels.demo()),
                sound("a namespace", WheelBuilder.of("demo", "1.0").file("acme/demo/__init__.py", "")),
                sound(
                        "data, scripts and headers",
                        BrokenWheels.demo()
                                .file("demo-1.0.data/scripts/demo", "#!python\n")
                                .file("demo-1.0.data/data/share/demo.txt", "x")
                                .file("demo-1.0.data/purelib/more.py", "")
                                .file("demo-1.0.data/headers/demo.h", "")),
                sound("commands", BrokenWheels.demo().script("demo = demo.a:main")),
                sound(
                        "a command of a namespace",
                        WheelBuilder.of("demo", "1.0")
                                .file("acme/demo.py", "")
                                .script("demo = acme.demo:main [extra]")),
                sound(
                        "compiled",
                        BrokenWheels.compiled(
                                "cp312-cp312-manylinux_2_17_x86_64.manylinux2014_x86_64", BrokenWheels.MODULE, elf)),
                sound(
                        "a build number",
                        BrokenWheels.compiled("cp312-cp312-manylinux_2_17_x86_64", BrokenWheels.MODULE, elf)
                                .build("3")),
                sound(
                        "bundled libraries",
                        BrokenWheels.compiled(
                                        "cp312-cp312-manylinux_2_17_x86_64",
                                        BrokenWheels.MODULE,
                                        elf.needs("libfoo-12.so.1"))
                                .file(
                                        "demo.libs/libfoo-12.so.1",
                                        NativeBytes.elf("x86_64")
                                                .soname("libfoo-12.so.1")
                                                .build())),
                sound(
                        "a libstdc++ of its own",
                        BrokenWheels.compiled(
                                        "cp312-cp312-manylinux_2_17_x86_64",
                                        BrokenWheels.MODULE,
                                        NativeBytes.elf("x86_64")
                                                .needs("libstdc++-12.so.6", "GLIBCXX_3.4.30", "CXXABI_1.3.13"))
                                .file(
                                        "demo.libs/libstdc++-12.so.6",
                                        NativeBytes.elf("x86_64")
                                                .soname("libstdc++-12.so.6")
                                                .build())),
                sound(
                        "the stable ABI",
                        BrokenWheels.compiled(
                                "cp39-abi3-manylinux_2_17_x86_64",
                                "demo/_core.abi3.so",
                                NativeBytes.elf("x86_64").imports("PyLong_FromLong", "PyModuleDef_Init", "malloc"))),
                sound(
                        "modules of several Pythons",
                        BrokenWheels.compiled(
                                        "cp312-cp312-manylinux_2_17_x86_64",
                                        BrokenWheels.MODULE,
                                        NativeBytes.elf("x86_64"))
                                .file(
                                        "demo/_core.cpython-311-x86_64-linux-gnu.so",
                                        NativeBytes.elf("x86_64").build())),
                sound(
                        "a library that lies beside",
                        BrokenWheels.compiled(
                                "cp312-cp312-manylinux_2_17_x86_64", "demo/libhelp.so", NativeBytes.elf("aarch64"))),
                sound(
                        "macOS for two processors",
                        BrokenWheels.demo()
                                .tags("cp312-cp312-macosx_10_13_universal2")
                                .file(
                                        "demo/_core.cpython-312-darwin.so",
                                        MachOBytes.fat(
                                                MachOBytes.thin("arm64", 11, 0), MachOBytes.thin("x86_64", 10, 13)))));
    }

    private static Arguments sound(String name, WheelBuilder wheel) {
        return Arguments.of(name, wheel.build());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sound")
    void passes(String name, BuiltWheel wheel) {
        Target target = wheel.filename().contains("macosx") ? BrokenWheels.MAC : BrokenWheels.LINUX;
        assertThat(failures(target, wheel)).isEmpty();
    }

    private static List<Problem> problems(List<CheckResult> results) {
        return results.stream()
                .map(CheckResult::outcome)
                .filter(Outcome.Failed.class::isInstance)
                .map(each -> ((Outcome.Failed) each).problem())
                .toList();
    }

    private Map<Check, String> failures(Target target, BuiltWheel wheel) {
        try (CheckFixture fixture = new CheckFixture(directory, target)) {
            return CheckFixture.failures(fixture.lock(wheel).run());
        }
    }
}
