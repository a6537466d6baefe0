// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.zeus.wheels.InspectedWheel;
import dev.zeus.wheels.Platform;
import dev.zeus.wheels.WheelInspection;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.core.wheel.Sha256;
import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.testkit.Answer;
import dev.zeus.wheels.testkit.BuiltWheel;
import dev.zeus.wheels.testkit.NativeBytes;
import dev.zeus.wheels.testkit.ProblemExample;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The checks that need no Python. */
final class WheelChecksTest {
    private static final BuiltWheel DEMO = WheelBuilder.of("demo", "1.0").build();

    @TempDir
    Path directory;

    private CheckFixture fixture;

    @BeforeEach
    void open() {
        fixture = new CheckFixture(directory, "3.12");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void passesWhatAgreesAndDoesNotRunWhatCannotRun() {
        BuiltWheel app = WheelBuilder.of("app", "2.0")
                .requiresPython(">=3.9")
                .requires("demo>=1", "tool; python_version < \"3.12\"")
                .build();

        List<CheckResult> results =
                fixture.lock(DEMO).lock(app, fixture.on("demo")).run();

        assertThat(results)
                .extracting(WheelChecksTest::shown)
                .containsExactly(
                        "app hash passed",
                        "app archive passed",
                        "app record passed",
                        "app wheel passed",
                        "app direct-url passed",
                        "app metadata passed",
                        "app tags passed",
                        "app native passed",
                        "app entry-points passed",
                        "app collision passed",
                        "app import not run",
                        "app version not run",
                        "demo hash passed",
                        "demo archive passed",
                        "demo record passed",
                        "demo wheel passed",
                        "demo direct-url passed",
                        "demo metadata passed",
                        "demo tags passed",
                        "demo native passed",
                        "demo entry-points passed",
                        "demo collision passed",
                        "demo import not run",
                        "demo version not run");
        assertThat(fixture.index.count("/files/" + DEMO.filename())).isEqualTo(1);
    }

    /** What the checks of a wheel take grows as its entries do: some wheels have a hundred thousand. */
    @Test
    void takesAsMuchMoreForAWheelAsItHasMoreEntries() {
        takenBy(200);
        long few = takenBy(200);
        long many = takenBy(3_200);
        assertThat(many).as("after %d", few).isLessThan(32 * few);
    }

    private long takenBy(int entries) {
        WheelBuilder builder = WheelBuilder.of("many", "1.0");
        for (int i = 0; i < entries; i++) {
            builder.file("many/" + i + ".txt", "");
        }
        try (CheckFixture many = new CheckFixture(directory.resolve("many" + entries), "3.12")) {
            many.lock(builder.build());
            ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
            assertThat(many.run())
                    .noneMatch(result -> result.outcome() instanceof Outcome.Failed)
                    .anyMatch(
                            result -> result.check() == Check.COLLISION && result.outcome() instanceof Outcome.Passed);
            return threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        }
    }

    static Stream<Arguments> wrongRecords() {
        String right = rightRecord();
        return Stream.of(
                Arguments.of("C201", "demo/__init__.py\n"),
                Arguments.of("C202", right + "demo/__init__.py,,\n"),
                Arguments.of("C203", "demo-1.0.dist-info/RECORD,,\n"),
                Arguments.of("C204", right + "demo/gone.py,sha256=AAAA,\n"),
                Arguments.of("C205", "demo/__init__.py,,\n"),
                Arguments.of("C205", "demo/__init__.py,md5=AAAA,\n"),
                Arguments.of("C206", "demo/__init__.py,sha256=AAAA,\n"),
                Arguments.of("C206", record(9999)));
    }

    @ParameterizedTest
    @MethodSource("wrongRecords")
    void failsARecordThatIsNotTrue(String code, String record) {
        BuiltWheel wheel = WheelBuilder.of("demo", "1.0").record(record).build();

        assertThat(codes(fixture.lock(wheel).run())).isEqualTo(Map.of(Check.RECORD, code));
    }

    static Stream<Arguments> disagreements() {
        return Stream.of(
                Arguments.of("Metadata-Version: 2.1\nName: other\nVersion: 1.0\n", "named \"other\""),
                Arguments.of("Metadata-Version: 2.1\nName: demo\nVersion: 1.1\n", "version 1.1"),
                Arguments.of(
                        "Metadata-Version: 2.1\nName: demo\nVersion: 1.0\nRequires-Python: >=3.9\n",
                        "requires Python \">=3.9\""),
                Arguments.of(
                        "Metadata-Version: 2.1\nName: demo\nVersion: 1.0\nRequires-Dist: tool\n",
                        "the lock leaves out"));
    }

    @ParameterizedTest
    @MethodSource("disagreements")
    void failsMetadataThatTheLockContradicts(String metadata, String what) {
        BuiltWheel wheel = WheelBuilder.of("demo", "1.0").metadata(metadata).build();

        List<CheckResult> results = fixture.lock(wheel).run();

        assertThat(codes(results)).isEqualTo(Map.of(Check.METADATA, "C301"));
        assertThat(results).anySatisfy(result -> assertThat(result.toString()).contains(what));
    }

    @Test
    void failsALockedVersionThatDoesNotMeetTheRequirement() {
        BuiltWheel app = WheelBuilder.of("app", "2.0").requires("demo>=1.5").build();

        List<CheckResult> results =
                fixture.lock(DEMO).lock(app, fixture.on("demo")).run();

        assertThat(codes(results)).isEqualTo(Map.of(Check.METADATA, "C301"));
    }

    @Test
    void failsALockedDependencyThatNothingRequires() {
        BuiltWheel app = WheelBuilder.of("app", "2.0").build();

        assertThat(codes(fixture.lock(DEMO).lock(app, fixture.on("demo")).run()))
                .isEqualTo(Map.of(Check.METADATA, "C301"));
    }

    @Test
    void readsExtrasApartFromTheBase() {
        BuiltWheel app = WheelBuilder.of("app", "2.0")
                .extras("more")
                .requires("demo; extra == \"more\"")
                .build();
        var extras = new TreeMap<>(Map.of(ExtraName.parse("more"), List.of(fixture.on("demo"))));

        List<CheckResult> results =
                fixture.lock(DEMO).lock(app, new Sha256(app.sha256()), extras).run();

        assertThat(codes(results)).isEmpty();
    }

    @Test
    void failsTagsThatDoNotFit() {
        BuiltWheel wheel = WheelBuilder.of("demo", "1.0")
                .tags("cp311-cp311-manylinux_2_17_x86_64")
                .build();

        assertThat(codes(fixture.lock(wheel).run())).isEqualTo(Map.of(Check.TAGS, "C404"));
    }

    @Test
    void takesNoSymbolForPythonsThatALibraryOfAnotherWheelDefines() {
        BuiltWheel module = module(
                        NativeBytes.elf("x86_64").needs("libbase.so.6").imports("PyRun_String"))
                .requires("base")
                .build();
        BuiltWheel base = WheelBuilder.of("base", "1.0")
                .tags("py3-none-manylinux_2_17_x86_64")
                .file(
                        "base/libbase.so.6",
                        NativeBytes.elf("x86_64").exports("PyRun_String").build())
                .build();

        assertThat(codes(linux().lock(module, fixture.on("base")).lock(base).run()))
                .isEmpty();
    }

    @Test
    void takesSymbolsForPythonsThatNoNeededLibraryDefines() {
        BuiltWheel module = abi3(NativeBytes.elf("x86_64").imports("PyRun_String"));

        assertThat(codes(linux().lock(module).run())).isEqualTo(Map.of(Check.NATIVE, "C233"));
    }

    private static BuiltWheel abi3(NativeBytes module) {
        return module(module).build();
    }

    private static WheelBuilder module(NativeBytes module) {
        return WheelBuilder.of("demo", "1.0")
                .tags("cp39-abi3-manylinux_2_17_x86_64")
                .file("demo/__init__.py", "")
                .file("demo/_core.abi3.so", module.build());
    }

    private CheckFixture linux() {
        fixture.close();
        fixture = new CheckFixture(directory, new Target("3.12", Platform.X86_64_LINUX, "2.39"));
        return fixture;
    }

    @Test
    void asksTheUsersOwnChecks() {
        List<CheckResult> results = fixture.lock(DEMO)
                .inspect(own(wheel -> List.of()))
                .inspect(own(wheel -> List.of("has " + wheel.paths().size() + " files for " + wheel.target())))
                .run();

        assertThat(codes(results)).isEqualTo(Map.of(Check.OWN, "C501"));
        assertThat(results).asString().satisfies(ProblemExample.printed("C501"));
        assertThat(results)
                .anySatisfy(result -> assertThat(result.toString())
                        .contains("\"demo-1.0-py3-none-any.whl\" has 4 files for cp312-x86_64-linux (own)"));
    }

    @Test
    void survivesAnOwnCheckThatFails() {
        List<CheckResult> results = fixture.lock(DEMO)
                .inspect(own(wheel -> List.of(new String(wheel.read("gone"), StandardCharsets.UTF_8))))
                .run();
        assertThat(codes(results)).isEqualTo(Map.of(Check.OWN, "C502"));
        assertThat(results).asString().satisfies(ProblemExample.printed("C502"));
    }

    private static WheelInspection own(Function<InspectedWheel, List<String>> answer) {
        return new WheelInspection() {
            @Override
            public String name() {
                return "own";
            }

            @Override
            public List<String> problems(InspectedWheel wheel) {
                return answer.apply(wheel);
            }
        };
    }

    @Test
    void failsOtherBytesThanLocked() {
        fixture.lock(DEMO, new Sha256("0".repeat(64)), new TreeMap<>());

        List<CheckResult> results = fixture.run();

        assertThat(codes(results)).isEqualTo(Map.of(Check.HASH, "X501"));
        assertThat(results)
                .filteredOn(result -> result.check() == Check.RECORD)
                .allSatisfy(result -> assertThat(result.outcome()).isInstanceOf(Outcome.NotRun.class));
    }

    @Test
    void doesNotRunWhatCannotBeFetched() {
        fixture.lock(DEMO).index.always("/files/" + DEMO.filename(), Answer.status(503));

        assertThat(fixture.run())
                .filteredOn(result -> result.check() == Check.HASH)
                .allSatisfy(result -> assertThat(result.outcome()).isInstanceOf(Outcome.NotRun.class));
    }

    private static Map<Check, String> codes(List<CheckResult> results) {
        Map<Check, String> codes = new TreeMap<>();
        for (CheckResult result : results) {
            if (result.outcome() instanceof Outcome.Failed failed) {
                codes.putIfAbsent(result.check(), failed.problem().code());
            }
        }
        return codes;
    }

    private static String shown(CheckResult result) {
        Outcome outcome = result.outcome();
        String said = outcome instanceof Outcome.Passed
                ? "passed"
                : outcome instanceof Outcome.NotRun ? "not run" : outcome.toString();
        return result.name() + " " + result.check().title() + " " + said;
    }

    /** A {@code RECORD} that is right but for the size it gives of the module. */
    private static String record(long size) {
        return rightRecord().replaceFirst("(demo/__init__.py,sha256=[^,]+),.*", "$1," + size);
    }

    /** As the wheel builder writes it. */
    private static String rightRecord() {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(DEMO.bytes()))) {
            while (!Objects.requireNonNull(zip.getNextEntry()).getName().endsWith("RECORD")) {
                zip.closeEntry();
            }
            return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
