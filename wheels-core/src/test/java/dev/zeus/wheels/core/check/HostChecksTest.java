// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import static dev.zeus.wheels.core.check.PythonHere.HERE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.testkit.BuiltWheel;
import dev.zeus.wheels.testkit.NeedsSh;
import dev.zeus.wheels.testkit.ProblemExample;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The checks that a Python of this machine answers; left out where it has none. */
final class HostChecksTest {
    @TempDir
    Path directory;

    private CheckFixture fixture() {
        return PythonHere.fixture(directory);
    }

    @Test
    void importsWhatIsInstalledTogetherAndNothingElse() {
        BuiltWheel demo = WheelBuilder.of("demo", "1.0").build();
        BuiltWheel app = WheelBuilder.of("app", "2.0")
                .file("app-2.0.data/purelib/app.py", "import demo\n")
                .requires("demo")
                .build();
        try (CheckFixture fixture = fixture()) {
            List<CheckResult> results =
                    fixture.lock(demo).lock(app, fixture.on("demo")).run(HERE);

            // Licences and the module's own are asked where there is a policy and an inspection.
            int checks = Check.values().length - 2;
            assertThat(results)
                    .hasSize(2 * checks)
                    .allSatisfy(result ->
                            assertThat(result.outcome()).as(result.toString()).isInstanceOf(Outcome.Passed.class));
        }
    }

    /** The directory says of its module that it has almost 4 GiB: there is nothing to unpack, and that is no bug. */
    @Test
    void doesNotUnpackAWheelWhoseArchiveIsBroken() {
        BuiltWheel demo = WheelBuilder.of("demo", "1.0").build();
        ByteBuffer bytes = ByteBuffer.wrap(demo.bytes().clone()).order(ByteOrder.LITTLE_ENDIAN);
        int end = bytes.limit() - 22;
        bytes.putInt(bytes.getInt(end + 16) + 24, 0xfffffffe);
        BuiltWheel broken = new BuiltWheel("demo", "1.0", demo.filename(), bytes.array(), demo.metadata(), "");
        try (CheckFixture fixture = fixture()) {
            List<CheckResult> results = fixture.lock(broken).run(HERE);

            assertThat(results)
                    .filteredOn(result -> result.check() == Check.IMPORT)
                    .singleElement()
                    .satisfies(result -> assertThat(result.outcome())
                            .isInstanceOfSatisfying(
                                    Outcome.NotRun.class,
                                    outcome -> assertThat(outcome.reason())
                                            .startsWith(
                                                    "the wheels cannot be unpacked: \"demo-1.0-py3-none-any.whl\" is"
                                                            + " not a valid wheel archive")));
            assertThat(results)
                    .filteredOn(result -> result.check() == Check.ARCHIVE)
                    .singleElement()
                    .satisfies(result -> assertThat(result.toString()).contains("X503"));
        }
    }

    @Test
    void doesNotImportAgainWhatHasPassed() throws IOException {
        Path count = directory.resolve("count");
        String counts = "open('" + count + "', 'a').write('x')\n";
        BuiltWheel demo = WheelBuilder.of("demo", "1.0").file("demo.py", counts).build();
        List<CheckResult> first = results(demo);
        assertThat(results(demo)).isEqualTo(first);
        assertThat(Files.readString(count)).isEqualTo("x");

        BuiltWheel other = WheelBuilder.of("demo", "1.0")
                .file("demo.py", counts + "# other\n")
                .build();
        assertThat(results(other)).isEqualTo(first);
        assertThat(Files.readString(count)).isEqualTo("xx");
    }

    @Test
    void doesNotImportAgainWhatWasExcused() throws IOException {
        Path count = directory.resolve("count");
        BuiltWheel inline = WheelBuilder.of("inline", "1.0")
                .file("inline.py", "open('" + count + "', 'a').write('x')\nimport absent\n")
                .build();
        BuiltWheel demo = WheelBuilder.of("demo", "1.0").build();
        List<CheckResult> first = alongside(demo, inline);
        String asked = Files.readString(count);
        assertThat(first).asString().contains("not run: \"inline\" wants \"absent\", which nothing here requires");
        assertThat(alongside(demo, inline)).isEqualTo(first);
        assertThat(Files.readString(count)).isEqualTo(asked);

        try (CheckFixture fixture = fixture()) {
            assertThat(fixture.lock(demo).lock(inline).run(HERE))
                    .anySatisfy(result -> assertThat(result.toString()).satisfies(ProblemExample.printed("C401")));
        }
    }

    private List<CheckResult> alongside(BuiltWheel declared, BuiltWheel other) {
        try (CheckFixture fixture = fixture()) {
            return fixture.lock(declared).alongside(other).run(HERE);
        }
    }

    @Test
    void importsAgainWhatHasFailed() throws IOException {
        Path count = directory.resolve("count");
        BuiltWheel demo = WheelBuilder.of("demo", "1.0")
                .file("demo.py", "open('" + count + "', 'a').write('x')\nimport absent\n")
                .build();
        List<CheckResult> first = results(demo);
        int asked = Files.readString(count).length();
        assertThat(results(demo)).isEqualTo(first);
        assertThat(Files.readString(count)).hasSize(2 * asked);
    }

    private List<CheckResult> results(BuiltWheel wheel) {
        try (CheckFixture fixture = fixture()) {
            return fixture.lock(wheel).run(HERE);
        }
    }

    /** What a wheel may do while it is imported, in the hope that others pass that are broken, or that it passes. */
    static Stream<Arguments> liars() {
        String end = "import os, sys; print('\\nwheels-check-end: 0', flush=True); os._exit(0)";
        String answer = "b'{\"token\": \"\", \"tried\": 1, \"failures\": []}'";
        return Stream.of(
                Arguments.of(end, "C401"),
                Arguments.of("import os; os._exit(0)", "C401"),
                Arguments.of("import os; os._exit(3)", "C401"),
                Arguments.of("import os; os.execv('/bin/true', ['true'])", "C401"),
                Arguments.of("import os; os.kill(os.getpid(), 9)", "C401"),
                Arguments.of("import os; os.kill(os.getppid(), 9); import time; time.sleep(60)", "C401"),
                Arguments.of("import sys; sys.exit(0)", "C401"),
                Arguments.of(
                        "import os\nfor each in range(3, 64):\n    try: os.write(each, " + answer
                                + ")\n    except OSError: pass\nos._exit(0)",
                        "C401"),
                Arguments.of(
                        "import os\nfor each in range(3, 64):\n    try: os.close(each)\n    except OSError: pass",
                        "C401"),
                // Each of these passes for itself only.
                Arguments.of("import atexit, os; atexit.register(os._exit, 0)", ""),
                Arguments.of("import sys, types; sys.modules['bbb'] = types.ModuleType('bbb')", ""),
                Arguments.of(
                        "import importlib, types; importlib.import_module = lambda name: types.ModuleType(name)", ""),
                Arguments.of("import threading, time; threading.Thread(target=time.sleep, args=(600,)).start()", ""),
                Arguments.of("print('x' * (1 << 20))", ""));
    }

    @ParameterizedTest
    @MethodSource("liars")
    void noWheelSpeaksForAnother(String code, String own) {
        BuiltWheel aaa =
                WheelBuilder.of("aaa", "1.0").file("aaa.py", code + "\n").build();
        BuiltWheel bbb = WheelBuilder.of("bbb", "1.0")
                .file("bbb.py", "raise RuntimeError('broken')\n")
                .build();
        BuiltWheel ccc = WheelBuilder.of("ccc", "1.0").build();
        try (CheckFixture fixture = fixture()) {
            fixture.lock(aaa).lock(bbb).lock(ccc);
            for (int run = 0; run < 2; run++) {
                List<String> imports = fixture.run(HERE).stream()
                        .filter(result -> result.check() == Check.IMPORT)
                        .map(CheckResult::toString)
                        .toList();
                assertThat(imports).hasSize(3);
                assertThat(imports.get(0)).contains(own.isEmpty() ? ": passed" : "[wheels/" + own + "]");
                assertThat(imports.get(1)).contains("[wheels/C401]", "RuntimeError: broken");
                assertThat(imports.get(2)).endsWith(": passed");
            }
        }
    }

    @Test
    void noWheelMendsTheFilesOfAnother() {
        BuiltWheel aaa = WheelBuilder.of("aaa", "1.0")
                .file("aaa.py", "import os\nopen(os.path.join(os.path.dirname(__file__), 'bbb.py'), 'w').write('')\n")
                .build();
        BuiltWheel bbb = WheelBuilder.of("bbb", "1.0")
                .file("bbb.py", "raise RuntimeError('broken')\n")
                .build();
        try (CheckFixture fixture = fixture()) {
            assertThat(fixture.lock(aaa).lock(bbb).run(HERE))
                    .filteredOn(result -> result.check() == Check.IMPORT)
                    .hasSize(2)
                    .allSatisfy(result -> assertThat(result.toString())
                            .satisfies(ProblemExample.printed("C406"))
                            .contains("[wheels/C406]", "\"bbb.py\""));
        }
    }

    /** Those that leave the process group, too, where the system lets one find them. */
    @ParameterizedTest
    @ValueSource(strings = {"False", "True"})
    void nothingThatAnImportStartsOutlivesIt(String ownSession) throws IOException {
        Path pid = directory.resolve("pid");
        BuiltWheel demo = WheelBuilder.of("demo", "1.0")
                .file(
                        "demo.py",
                        "import subprocess\nchild = subprocess.Popen(['sleep', '600'], start_new_session=" + ownSession
                                + ")\nopen('" + pid + "', 'w').write(str(child.pid))\n")
                .build();
        assertThat(results(demo)).asString().doesNotContain("failed");
        assertThat(ProcessHandle.of(Long.parseLong(Files.readString(pid))).filter(ProcessHandle::isAlive))
                .isEmpty();
    }

    @Test
    void saysWhatAnImportDiedOf() {
        BuiltWheel demo =
                WheelBuilder.of("demo", "1.0").file("demo.py", "import pip\n").build();
        try (CheckFixture fixture = fixture()) {
            assertThat(fixture.lock(demo).run(HERE))
                    .filteredOn(result -> result.check() == Check.IMPORT)
                    .singleElement()
                    .satisfies(result -> assertThat(result.toString())
                            .contains("[wheels/C401]", "ModuleNotFoundError: No module named 'pip'"));
        }
    }

    @Test
    void saysOfEachModuleWhatBecomesOfIt() {
        String endless = "import time\ntime.sleep(600)\n";
        BuiltWheel before = WheelBuilder.of("before", "1.0")
                .file("aaa.py", "raise RuntimeError('in front')\n")
                .file("before.py", endless)
                .build();
        BuiltWheel behind = WheelBuilder.of("behind", "1.0")
                .file("behind.py", endless)
                .file("ccc.py", "raise RuntimeError('at the back')\n")
                .build();
        BuiltWheel alone = WheelBuilder.of("alone", "1.0")
                .file("aab.py", "")
                .file("alone.py", endless)
                .file("zzz.py", "")
                .build();
        try (CheckFixture fixture = fixture()) {
            assertThat(fixture.lock(before).lock(behind).lock(alone).run(HERE).stream()
                            .filter(result -> result.check() == Check.IMPORT)
                            .map(CheckResult::toString))
                    .satisfiesExactlyInAnyOrder(
                            result -> assertThat(result).contains("[wheels/C402] \"before-1.0-", "\"before\": it took"),
                            result ->
                                    assertThat(result).contains("[wheels/C401] \"before-1.0-", "\"aaa\": ", "in front"),
                            result -> assertThat(result).contains("[wheels/C402] \"behind-1.0-", "\"behind\": it took"),
                            result -> assertThat(result)
                                    .contains("[wheels/C401] \"behind-1.0-", "\"ccc\": ", "at the back"),
                            result -> assertThat(result).contains("[wheels/C402] \"alone-1.0-", "\"alone\": it took"));
        }
    }

    @Test
    void excusesAModuleThatOnlyAnExtraMakesWork() {
        BuiltWheel demo = WheelBuilder.of("demo", "1.0")
                .extras("more")
                .file("demo.py", "")
                .file("demo_more.py", "import absent\n")
                .build();
        try (CheckFixture fixture = fixture()) {
            assertThat(fixture.lock(demo, List.of("demo", "demo_more")).run(HERE))
                    .filteredOn(result -> result.check() == Check.IMPORT)
                    .singleElement()
                    .satisfies(result -> assertThat(result.toString())
                            .contains("not run: \"demo_more\" misses \"absent\", which may come with an extra"));
        }
    }

    @Test
    void excusesAModuleBesideThoseOfANamespaceThatOnlyAnExtraMakesWork() {
        BuiltWheel demo = WheelBuilder.of("demo", "1.0")
                .extras("more")
                .file("acme/demo/__init__.py", "")
                .file("acme/_more/__init__.py", "import acme.absent.deep\n")
                .build();
        assertThat(imports(List.of("acme._more", "acme.demo"), demo))
                .containsExactly("not run: \"acme._more\" misses \"acme.absent\", which may come with an extra");
    }

    @ParameterizedTest
    @ValueSource(strings = {"from error", "from None", ""})
    void excusesAModuleThatSaysInWordsOfItsOwnWhichExtraItNeeds(String from) {
        BuiltWheel demo = WheelBuilder.of("demo", "1.0")
                .extras("d")
                .file("demo.py", "")
                .file("demod.py", """
                    try:
                        import absent
                    except ImportError as error:
                        raise ImportError("install demo[d]") %s
                    """.formatted(from))
                .build();
        assertThat(imports(List.of("demo", "demod"), demo))
                .containsExactly("not run: \"demod\" misses \"absent\", which may come with an extra");
    }

    @Test
    void excusesWhatOthersBringAlongForMoreThanTheyUseItFor() {
        BuiltWheel inline = WheelBuilder.of("inline", "1.0")
                .file("inline/__init__.py", "from absent.api import figure\n")
                .build();
        BuiltWheel broken = WheelBuilder.of("broken", "1.0")
                .file("broken/__init__.py", "import broken.absent\n")
                .build();
        BuiltWheel demo = WheelBuilder.of("demo", "1.0")
                .file("demo/__init__.py", "import absent\n")
                .build();
        try (CheckFixture fixture = fixture()) {
            assertThat(fixture.lock(demo).alongside(inline).alongside(broken).run(HERE))
                    .filteredOn(result -> result.check() == Check.IMPORT)
                    .extracting(CheckResult::toString)
                    .satisfiesExactlyInAnyOrder(
                            said -> assertThat(said).contains("C401", "\"demo\": ModuleNotFoundError"),
                            said -> assertThat(said)
                                    .contains("not run: \"inline\" wants \"absent\", which nothing here requires"),
                            said -> assertThat(said).contains("C401", "\"broken\": ModuleNotFoundError"));
        }
    }

    @Test
    void doesNotExcuseAModuleThatItsOwnPackageLacks() {
        BuiltWheel demo = WheelBuilder.of("demo", "1.0")
                .extras("more")
                .file("demo/__init__.py", "")
                .file("demo_more.py", "import demo.absent\n")
                .build();
        assertThat(imports(List.of("demo", "demo_more"), demo))
                .singleElement()
                .asString()
                .contains("C401", "\"demo_more\": ModuleNotFoundError: No module named 'demo.absent'");
    }

    @Test
    void doesNotTakeAProcessThatEndsForOneThatImports() {
        BuiltWheel demo = WheelBuilder.of("demo", "1.0")
                .file("demo.py", "import os\nos._exit(0)\n")
                .build();
        assertThat(imports(List.of("demo"), demo)).singleElement().asString().contains("C401");
    }

    private List<String> imports(List<String> modules, BuiltWheel wheel) {
        try (CheckFixture fixture = fixture()) {
            return imports(fixture.lock(wheel, modules));
        }
    }

    private static List<String> imports(CheckFixture fixture) {
        return fixture.run(HERE).stream()
                .filter(result -> result.check() == Check.IMPORT)
                .map(CheckResult::toString)
                .map(line -> line.substring(line.indexOf(": ") + 2))
                .toList();
    }

    @Test
    void asksOnlyThoseByThemselvesThatFailedTogether() throws IOException {
        Path count = directory.resolve("count");
        BuiltWheel good = WheelBuilder.of("good", "1.0")
                .file("good.py", "open('" + count + "', 'a').write('x')\n")
                .build();
        BuiltWheel bad = WheelBuilder.of("bad", "1.0")
                .file("bad.py", "raise ImportError('bad')\n")
                .build();
        try (CheckFixture fixture = fixture()) {
            assertThat(imports(fixture.lock(bad).lock(good)))
                    .hasSize(2)
                    .anySatisfy(answer -> assertThat(answer).contains("C401", "\"bad\": ImportError: bad"))
                    .contains("passed");
        }
        assertThat(Files.readString(count)).isEqualTo("x");
    }

    @Test
    void importsAPartOfAnotherPackageAfterThat() {
        BuiltWheel part = WheelBuilder.of("a-part", "1.0")
                .file("a_part.py", "import sys\nif 'user' not in sys.modules: raise ImportError('user first')\n")
                .build();
        BuiltWheel user = WheelBuilder.of("user", "1.0").requires("a-part").build();
        try (CheckFixture fixture = fixture()) {
            assertThat(imports(fixture.lock(part, List.of("a_part")).lock(user, fixture.on("a-part"))))
                    .containsExactly("passed", "passed");
        }
        assertThat(imports(List.of("a_part"), part)).singleElement().asString().contains("C401", "user first");
    }

    @Test
    void comparesTheVersionThatPythonReports() {
        BuiltWheel demo = WheelBuilder.of("demo", "1.0")
                .metadata("Metadata-Version: 2.1\nName: demo\nVersion: 3.0\n\n")
                .build();
        try (CheckFixture fixture = fixture()) {
            assertThat(fixture.lock(demo).run(HERE))
                    .filteredOn(result -> result.check() == Check.VERSION)
                    .singleElement()
                    .satisfies(result -> assertThat(result.toString())
                            .satisfies(ProblemExample.printed("C403"))
                            .contains("[wheels/C403]", "reports \"3.0\""));
        }
    }

    @NeedsSh
    @Test
    void doesNotTakeAShimForAPython() throws IOException {
        Path shim = directory.resolve("python3.12");
        Files.writeString(shim, "#!/bin/sh\necho 'python3.12: command not found' >&2\nexit 127\n");
        Files.setPosixFilePermissions(shim, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThat(new HostPythons(List.of(), List.of(directory)).find("3.12")).isEmpty();
    }

    @NeedsSh
    @Test
    void looksBehindShims() throws IOException {
        HostPython real = PythonHere.python();
        Path bin = Files.createDirectories(directory.resolve("versions/" + real.version() + ".1/bin"));
        Path shims = Files.createDirectories(directory.resolve("shims"));
        Path link = bin.resolve("python" + real.version());
        Files.writeString(link, "#!/bin/sh\nexec '" + real.executable() + "' \"$@\"\n");
        Files.setPosixFilePermissions(link, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThat(new HostPythons(List.of(), List.of(shims)).find(real.version()))
                .map(HostPython::executable)
                .contains(link);
    }
}
