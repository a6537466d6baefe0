// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zeus.wheels.InspectedWheel;
import dev.zeus.wheels.Platform;
import dev.zeus.wheels.WheelInspection;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.testkit.Answer;
import dev.zeus.wheels.testkit.BuiltWheel;
import dev.zeus.wheels.testkit.FileTree;
import dev.zeus.wheels.testkit.NativeBytes;
import dev.zeus.wheels.testkit.ProblemExample;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Large wheels of other machines, of which only parts are read. */
final class PartlyReadTest {
    private static final int LARGE = 200_000;
    private static final String TAGS = "cp312-cp312-manylinux_2_17_aarch64";
    private static final String PATH = "/files/demo-1.0-" + TAGS + ".whl";
    private static final BuiltWheel DEMO =
            large(NativeBytes.elf("aarch64")).script("demo = demo:main").build();

    @TempDir
    Path directory;

    private CheckFixture fixture;

    @BeforeEach
    void open() {
        fixture = new CheckFixture(directory, new Target("3.12", elsewhere(), "2.39")).partsFrom(LARGE);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    /** A Linux that is not this machine. */
    private static Platform elsewhere() {
        return HostSystem.name().equals(Platform.AARCH64_LINUX.system())
                ? Platform.X86_64_LINUX
                : Platform.AARCH64_LINUX;
    }

    private static WheelBuilder large(NativeBytes module) {
        byte[] noise = new byte[1 << 20];
        new Random(1).nextBytes(noise);
        return WheelBuilder.of("demo", "1.0")
                .tags(TAGS)
                .file("demo/__init__.py", "")
                .file("demo/data.bin", noise)
                .file("demo/_core.cpython-312-aarch64-linux-gnu.so", module.build());
    }

    @Test
    void passesWhatPartsTellAndDoesNotRunWhatTakesAllBytes() throws IOException {
        List<CheckResult> results = fixture.lock(DEMO).run();

        assertThat(shown(results).toString())
                .isEqualTo("{archive=not run, collision=passed, direct-url=passed, entry-points=passed, hash=not run,"
                        + " import=not run, metadata=passed, native=not run, record=not run, tags=" + tags()
                        + ", version=not run, wheel=passed}");
        assertThat(fixture.index.server().served(PATH)).isEqualTo(64 << 10);
        assertThat(results)
                .filteredOn(result -> result.check() == Check.RECORD)
                .singleElement()
                .asString()
                .endsWith("not run: only 64 KiB of the 1 MiB of \"" + DEMO.filename()
                        + "\" were read; -Dwheels.check.read=whole reads all of it");
        assertThat(FileTree.files(directory)).noneMatch(kept -> kept.toString().contains(".whl"));
    }

    /** The wheel is for one platform; where that is this machine, another one is asked for. */
    private static String tags() {
        return elsewhere() == Platform.AARCH64_LINUX ? "passed" : "C404";
    }

    @Test
    void readsAllOfItOnceThatIsAskedFor() {
        fixture.lock(DEMO).run();

        assertThat(shown(fixture.partsFrom(Long.MAX_VALUE).run()))
                .containsEntry("hash", "passed")
                .containsEntry("record", "passed")
                .containsEntry("native", "passed");
        assertThat(fixture.index.server().served(PATH)).isEqualTo((64 << 10) + DEMO.bytes().length);
    }

    @Test
    void readsAllOfWhatIsSmallOrAtHand() {
        assertThat(shown(fixture.partsFrom(2 << 20).lock(DEMO).run())).containsEntry("hash", "passed");
        fixture.index.server().forget();
        assertThat(shown(fixture.partsFrom(LARGE).run())).containsEntry("hash", "passed");
        assertThat(fixture.index.server().served(PATH)).isZero();
    }

    @Test
    void readsAllOfAFileOfAFolder() {
        fixture.lock(DEMO);
        assertThat(fixture.inParts()).isPresent();
        assertThat(fixture.inParts(URI.create("../vendored/" + DEMO.filename())))
                .isEmpty();
        assertThat(fixture.inParts(directory.resolve(DEMO.filename()).toUri())).isEmpty();
    }

    @Test
    void readsAllOfWhatThisMachineCouldImport() {
        BuiltWheel pure = large(NativeBytes.elf("aarch64")).tags("py3-none-any").build();
        try (CheckFixture here = new CheckFixture(directory, "3.12")) {
            List<CheckResult> results = here.partsFrom(LARGE).lock(pure).run();

            assertThat(shown(results)).containsEntry("hash", "passed");
            assertThat(here.index.server().served("/files/" + pure.filename())).isEqualTo(pure.bytes().length);
        }
    }

    static Stream<Arguments> liars() {
        byte[] file = DEMO.bytes();
        byte[] garbled = Arrays.copyOfRange(file, file.length - (64 << 10), file.length);
        Arrays.fill(garbled, 0, garbled.length - 22, (byte) 7);
        return Stream.of(
                Arguments.of("the whole file", true, Answer.bytes(file)),
                Arguments.of("an error", true, Answer.status(416)),
                Arguments.of("another range", true, part(file, 0, 64 << 10)),
                Arguments.of("fewer bytes than it says", true, cut(file)),
                Arguments.of("other bytes than those", false, range(garbled, file.length - (64 << 10), file.length)),
                Arguments.of("the end of a short file", false, part(Arrays.copyOf(file, 9000), 0, 9000)));
    }

    private static Answer part(byte[] file, int from, int to) {
        return range(Arrays.copyOfRange(file, from, to), from, file.length);
    }

    private static Answer range(byte[] bytes, int from, int total) {
        return Answer.bytes(bytes)
                .withStatus(206)
                .with("Content-Range", "bytes " + from + "-" + (from + bytes.length - 1) + "/" + total);
    }

    private static Answer cut(byte[] file) {
        return Answer.bytes(new byte[9])
                .withStatus(206)
                .with("Content-Range", "bytes " + (file.length - 10) + "-" + (file.length - 1) + "/" + file.length);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("liars")
    void readsAllOfItFromAServerThatDoesNotAnswerRangesTruly(String lie, boolean isSaid, Answer answer) {
        fixture.index.script(PATH, answer);

        assertThat(shown(fixture.lock(DEMO).run()))
                .containsEntry("hash", "passed")
                .containsEntry("archive", "passed")
                .containsEntry("record", "passed")
                .containsEntry("native", "passed");
        assertThat(fixture.index.count(PATH)).isEqualTo(2);
        assertThat(fixture.events.stream()
                        .filter(WheelsEvent.Warned.class::isInstance)
                        .map(WheelsEvent::toString))
                .hasSize(isSaid ? 1 : 0)
                .allSatisfy(warning -> assertThat(warning)
                        .satisfies(ProblemExample.printed("X509"))
                        .contains("X509", DEMO.filename()));
    }

    @Test
    void readsAllOfAFileThatChangesBetweenTwoAnswers() {
        BuiltWheel early = WheelBuilder.of("demo", "1.0")
                .tags(TAGS)
                .metadata("Metadata-Version: 2.1\nName: demo\nVersion: 1.0\n")
                .file("demo-1.0.dist-info/METADATA", "")
                .file("demo/data.bin", large(NativeBytes.elf("aarch64")).build().bytes())
                .build();
        byte[] other = Arrays.copyOf(early.bytes(), early.bytes().length + 1);
        fixture.lock(early);
        fixture.index.script(
                PATH,
                part(early.bytes(), early.bytes().length - (64 << 10), early.bytes().length),
                part(other, 0, 64 << 10));

        assertThat(shown(fixture.run())).containsEntry("hash", "passed");
        assertThat(fixture.index.count(PATH)).isEqualTo(3);
    }

    @Test
    void doesNotMissALibraryThatMayBeInWhatWasNotRead() {
        BuiltWheel user = WheelBuilder.of("user", "1.0")
                .tags(TAGS)
                .file(
                        "user/_core.cpython-312-aarch64-linux-gnu.so",
                        NativeBytes.elf("aarch64").needs("libdemo.so.1").build())
                .build();

        List<CheckResult> results = fixture.lock(DEMO).lock(user).run();

        assertThat(results)
                .filteredOn(result ->
                        result.check() == Check.NATIVE && result.name().value().equals("user"))
                .singleElement()
                .asString()
                .contains("not run: the compiled files of \"" + DEMO.filename() + "\" were not read")
                .contains("\"libdemo.so.1\"");
    }

    @Test
    void doesNotRunChecksOfOnesOwnOnParts() {
        WheelInspection own = new WheelInspection() {
            @Override
            public String name() {
                return "own";
            }

            @Override
            public List<String> problems(InspectedWheel wheel) {
                return List.of("is not read whole");
            }
        };

        assertThat(shown(fixture.inspect(own).lock(DEMO).run())).containsEntry("own", "not run");
    }

    static List<BrokenWheels.Case> broken() {
        return BrokenWheels.all();
    }

    @ParameterizedTest
    @MethodSource("broken")
    void neverPassesWhatTheWholeWheelFails(BrokenWheels.Case broken) {
        Optional<CheckedWheel> parts = fixture.partsFrom(0).lock(broken.wheel()).inParts();

        assertThat(parts.map(wheel -> wheel.outcomes().get(broken.check())))
                .isNotEqualTo(Optional.of(new Outcome.Passed()));
    }

    @Test
    void seesInPartsWhatDirectoryAndRecordTell() {
        List<String> unseen = new ArrayList<>();
        for (BrokenWheels.Case each : BrokenWheels.all()) {
            try (CheckFixture parts = new CheckFixture(directory, each.target())) {
                boolean passes = parts.partsFrom(0).lock(each.wheel()).inParts().isPresent();
                if (passes && List.of(Check.ARCHIVE, Check.RECORD, Check.WHEEL).contains(each.check())) {
                    unseen.add(each.name());
                }
            }
        }
        assertThat(unseen)
                .containsExactly(
                        "bytes between two entries",
                        "bytes before the directory",
                        "another name in the entry's header",
                        "another checksum in the entry's header",
                        "another size in the entry's header",
                        "a second name in the entry's header",
                        "sizes twice in the entry's header",
                        "an entry that is not deflated as it says",
                        "a checksum that is not the content's");
    }

    @Test
    void saysWhatItExpected() {
        assertThat(WheelReading.parse("whole")).isEqualTo(WheelReading.WHOLE);
        assertThat(WheelReading.parse("ranges").partsFrom()).isEqualTo(32 << 20);
        assertThatThrownBy(() -> WheelReading.parse("parts"))
                .hasMessageContainingAll("D207", "\"parts\"", "whole or ranges");
    }

    private static Map<String, String> shown(List<CheckResult> results) {
        Map<String, String> shown = new TreeMap<>();
        for (CheckResult result : results) {
            String said = result.outcome() instanceof Outcome.Failed failed
                    ? failed.problem().code()
                    : result.outcome() instanceof Outcome.Passed ? "passed" : "not run";
            shown.put(result.check().title(), said);
        }
        return shown;
    }
}
