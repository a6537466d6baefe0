// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import static dev.zeus.wheels.core.check.PythonHere.HERE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.testkit.BuiltWheel;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What imports with nothing but what its package requires, by a Python of this machine; left out where it has none. */
final class AloneImportsTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    Path directory;

    private CheckFixture fixture() {
        return PythonHere.fixture(directory);
    }

    private static WheelBuilder wheel(String name, String text) {
        return WheelBuilder.of(name, "1.0").file(name + ".py", text);
    }

    private static Map<String, List<String>> modules(ImportRecord record) {
        Map<String, List<String>> modules = new TreeMap<>();
        record.modules().forEach((PackageName name, List<String> each) -> modules.put(name.value(), each));
        return modules;
    }

    @Test
    void whatImportsOnlyWithAnotherIsNotRecorded() {
        BuiltWheel base = wheel("base", "").build();
        // Works beside its user only, as matplotlib-inline does; another wants its user first, as psycopg-binary does.
        BuiltWheel plugin = wheel("plugin", "import base\n").build();
        BuiltWheel part = wheel("part", "import sys\nsys.modules['base']\n").build();
        BuiltWheel user = wheel("user", "import base, plugin\n").build();
        try (CheckFixture fixture = fixture()) {
            ImportRecord record = fixture.lock(base)
                    .alongside(plugin)
                    .alongside(part)
                    .lock(user, fixture.on("base"), fixture.on("plugin"), fixture.on("part"))
                    .importsAlone(HERE, LONG);

            assertThat(modules(record))
                    .isEqualTo(Map.of(
                            "base", List.of("base"),
                            "part", List.of(),
                            "plugin", List.of(),
                            "user", List.of("user")));
            assertThat(record.left())
                    .satisfiesExactlyInAnyOrder(
                            line -> assertThat(line).contains("part: \"part\": KeyError: 'base'"),
                            line -> assertThat(line).contains("plugin: \"plugin\": ModuleNotFoundError"));
        }
    }

    @Test
    void twoThatRequireEachOtherAreOnePath() {
        BuiltWheel one = wheel("one", "import two\n").build();
        BuiltWheel two = wheel("two", "import one\n").build();
        try (CheckFixture fixture = fixture()) {
            assertThat(modules(fixture.lock(one, fixture.on("two"))
                            .lock(two, fixture.on("one"))
                            .importsAlone(HERE, LONG)))
                    .isEqualTo(Map.of("one", List.of("one"), "two", List.of("two")));
        }
    }

    /** As blackd of black; what worked only after the module that failed is not recorded either. */
    @Test
    void aModuleThatFailsTakesOnlyThoseAlongThatNeedIt() {
        BuiltWheel host = WheelBuilder.of("host", "1.0")
                .file("host.py", "")
                .file("hostd.py", "import absent\n")
                .file("hoste.py", "")
                .build();
        BuiltWheel chain = WheelBuilder.of("chain", "1.0")
                .file("chain_a.py", "import builtins\nbuiltins.seen = True\nimport absent\n")
                .file("chain_b.py", "import builtins\nbuiltins.seen\n")
                .build();
        try (CheckFixture fixture = fixture()) {
            ImportRecord record = fixture.lock(host).alongside(chain).importsAlone(HERE, LONG);

            assertThat(modules(record)).isEqualTo(Map.of("chain", List.of(), "host", List.of("host", "hoste")));
            assertThat(record.left())
                    .hasSize(3)
                    .anyMatch(line -> line.contains("host: \"hostd\": ModuleNotFoundError"));
        }
    }

    /** nixpkgs sets the path, which reads no .pth file, and takes tests of no package away. */
    @Test
    void thePathIsThatOfABuild() {
        BuiltWheel path = WheelBuilder.of("pathed", "1.0")
                .file("pathed.pth", "inside\n")
                .file("inside/hidden.py", "")
                .file("pathed.py", "import hidden\n")
                .build();
        BuiltWheel tests = WheelBuilder.of("tested", "1.0")
                .file("tested.py", "import tests\n")
                .file("tests/__init__.py", "")
                .build();
        BuiltWheel namespace = WheelBuilder.of("space-a", "1.0")
                .file("space/a/__init__.py", "import space.b\n")
                .build();
        BuiltWheel other = WheelBuilder.of("space-b", "1.0")
                .file("space/b/__init__.py", "")
                .build();
        try (CheckFixture fixture = fixture()) {
            ImportRecord record = fixture.lock(path, List.of("pathed"))
                    .lock(tests, List.of("tested", "tests"))
                    .lock(namespace, fixture.on("space-b"))
                    .lock(other)
                    .importsAlone(HERE, LONG);

            assertThat(modules(record))
                    .isEqualTo(Map.of(
                            "pathed", List.of(),
                            "space-a", List.of("space.a"),
                            "space-b", List.of("space.b"),
                            "tested", List.of()));
        }
    }

    /** A build has neither; the same modules import where the user has both. */
    @Test
    void thereIsNoHomeAndNoProgramOfTheUsers() {
        BuiltWheel home = wheel("homely", "import os\nos.makedirs(os.path.expanduser('~/.homely'))\n")
                .build();
        BuiltWheel program = wheel("gitty", "import shutil\nif not shutil.which('sh'): raise ImportError('no sh')\n")
                .build();
        BuiltWheel careful = wheel("careful", """
            import os
            try:
                os.makedirs(os.path.expanduser("~/.careful"))
            except OSError:
                pass
            """).build();
        try (CheckFixture fixture = fixture()) {
            fixture.lock(home).lock(program).lock(careful);

            assertThat(CheckFixture.failures(fixture.run(HERE))).isEmpty();
            ImportRecord record = fixture.importsAlone(HERE, LONG);
            assertThat(modules(record))
                    .isEqualTo(Map.of("careful", List.of("careful"), "gitty", List.of(), "homely", List.of()));
            assertThat(record.left()).anyMatch(line -> line.endsWith("gitty: \"gitty\": ImportError: no sh"));
        }
    }

    @Test
    void whatNeverEndsOrEndsTheProcessCostsItsOwnPackageOnly() {
        BuiltWheel slow = wheel("slow", "while True: pass\n").build();
        BuiltWheel stops = wheel("stops", "import os\nos._exit(0)\n").build();
        BuiltWheel good = wheel("good", "").build();
        try (CheckFixture fixture = fixture()) {
            ImportRecord record = fixture.lock(slow).lock(stops).lock(good).importsAlone(HERE, Duration.ofSeconds(3));

            assertThat(modules(record))
                    .isEqualTo(Map.of("good", List.of("good"), "slow", List.of(), "stops", List.of()));
            assertThat(record.left())
                    .anyMatch(line -> line.endsWith("slow: it took longer than 3 s"))
                    .anyMatch(line -> line.contains("stops: the process ended with exit code 0"));
        }
    }

    @Test
    void withoutAPythonNothingIsRecordedAndThatIsSaid() {
        try (CheckFixture fixture = fixture()) {
            ImportRecord record =
                    fixture.lock(wheel("demo", "").build()).importsAlone(new HostPythons(List.of(), List.of()), LONG);

            assertThat(record.modules()).isEmpty();
            assertThat(record.left()).singleElement().asString().contains("no Python ");
        }
    }
}
