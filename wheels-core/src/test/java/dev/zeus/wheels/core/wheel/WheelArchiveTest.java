// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.wheel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zeus.wheels.core.contract.Proves;
import dev.zeus.wheels.testkit.BuiltWheel;
import dev.zeus.wheels.testkit.ProblemExample;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives, sound and not; numbers are those of the list of attacks. */
final class WheelArchiveTest {
    private static final BuiltWheel DEMO =
            WheelBuilder.of("demo", "1.0").file("demo/a.py", "a".repeat(5000)).build();

    @TempDir
    Path directory;

    private WheelArchive open(byte[] bytes) throws IOException {
        return WheelArchive.open(Files.write(directory.resolve(DEMO.filename()), bytes));
    }

    @Test
    void readsWhatTheBuilderWrote() throws IOException {
        try (WheelArchive wheel = open(DEMO.bytes())) {
            assertThat(wheel.distInfo()).isEqualTo("demo-1.0.dist-info/");
            assertThat(wheel.text("demo-1.0.dist-info/METADATA")).contains(DEMO.metadata());
            assertThat(wheel.text("none")).isEmpty();
            WheelEntry entry = wheel.entry("demo/a.py").orElseThrow();
            byte[] content = "a".repeat(5000).getBytes(StandardCharsets.UTF_8);
            assertThat(wheel.sha256(entry)).isEqualTo(Sha256.of(content));
            assertThat(wheel.read(entry, 5000)).isEqualTo(content);
            assertThatThrownBy(() -> wheel.read(entry, 4999)).hasMessageContaining("larger than 4999");
        }
    }

    @Test
    void looksAtLargeContentFromAnyOffset() throws IOException {
        byte[] large = new byte[17 << 20];
        new Random(9).nextBytes(large);
        BuiltWheel built =
                WheelBuilder.of("demo", "1.0").file("demo/large.so", large).build();
        try (WheelArchive wheel = open(built.bytes())) {
            WheelEntry entry = wheel.entry("demo/large.so").orElseThrow();
            byte[] end = wheel.look(entry, source -> source.read(source.size() - 100, 100));
            assertThat(end).isEqualTo(Arrays.copyOfRange(large, large.length - 100, large.length));
        }
    }

    @Test
    void saysWhereThereIsNoRoomForLargeContent() throws IOException {
        try (WheelArchive wheel = open(DEMO.bytes())) {
            ByteSource source = new MemoryBytes(DEMO.filename(), DEMO.bytes());
            WheelEntry entry = wheel.entry("demo/a.py").orElseThrow();
            Path gone = directory.resolve("gone");
            assertThatThrownBy(() -> Spool.look(gone, source, entry, ByteSource::size))
                    .satisfies(ProblemExample.printed("E120"))
                    .hasMessageContaining("make room for 5000 bytes in \"" + gone + "\"");
        }
    }

    @Test
    void buildsTheSameBytesEachTime() {
        assertThat(WheelBuilder.of("demo", "1.0")
                        .file("demo/a.py", "a".repeat(5000))
                        .build()
                        .bytes())
                .isEqualTo(DEMO.bytes());
    }

    static Stream<Arguments> attack45Differentials() {
        byte[] whole = DEMO.bytes();
        return Stream.of(
                damage("empty", bytes -> new byte[0]),
                damage("no archive", bytes -> "x".repeat(500).getBytes(StandardCharsets.UTF_8)),
                damage("cut", bytes -> Arrays.copyOf(bytes, bytes.length - 1)),
                damage("bytes behind", bytes -> Arrays.copyOf(bytes, bytes.length + 1)),
                damage("bytes before", bytes -> join(new byte[7], bytes)),
                damage("two archives", bytes -> join(bytes, whole)),
                damage("a comment", bytes -> set(Arrays.copyOf(bytes, bytes.length + 1), bytes.length - 2, 1)),
                damage(
                        "fewer entries than there are",
                        bytes -> set(
                                set(bytes, bytes.length - 12, bytes[bytes.length - 12] - 1),
                                bytes.length - 14,
                                bytes[bytes.length - 14] - 1)),
                damage("another disk", bytes -> set(bytes, bytes.length - 18, 1)));
    }

    private static Arguments damage(String name, UnaryOperator<byte[]> damage) {
        return Arguments.of(name, damage.apply(DEMO.bytes().clone()));
    }

    private static byte[] set(byte[] bytes, int at, int value) {
        bytes[at] = (byte) value;
        return bytes;
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    @Proves(id = "attack 45", given = "archives that readers understand differently", outcome = "refused")
    @ParameterizedTest(name = "{0}")
    @MethodSource
    void attack45Differentials(String name, byte[] bytes) {
        assertThatThrownBy(() -> open(bytes))
                .isInstanceOf(BrokenWheelException.class)
                .hasMessageContaining("X503");
    }

    @Proves(id = "attack 44", given = "paths that lead out of the wheel", outcome = "refused")
    @ParameterizedTest
    @ValueSource(strings = {"../../x", "/abs", "C:/x", "a\\b", "a/../b", "a//b", "./a"})
    void attack44RefusesPathsThatLeadOut(String path) {
        byte[] bytes = WheelBuilder.of("demo", "1.0").file(path, "x").build().bytes();
        assertThatThrownBy(() -> open(bytes)).hasMessageContaining("no path inside an archive");
    }

    @Proves(id = "attack 45", given = "content that is not what the directory says", outcome = "refused")
    @Test
    void attack45RefusesContentThatIsNotWhatTheDirectorySays() throws IOException {
        byte[] bytes = DEMO.bytes().clone();
        int name = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("demo/a.py");
        bytes[name] = 'D';
        try (WheelArchive wheel = open(bytes)) {
            WheelEntry entry = wheel.entry("demo/a.py").orElseThrow();
            assertThatThrownBy(() -> wheel.sha256(entry)).hasMessageContaining("names something else");
        }
    }

    @Test
    void anyFlippedByteIsRefusedOrHarmlessButNeverACrash() throws IOException {
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            byte[] bytes = DEMO.bytes().clone();
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
            try (WheelArchive wheel = open(bytes)) {
                for (WheelEntry entry : wheel.entries()) {
                    wheel.sha256(entry);
                }
            } catch (BrokenWheelException e) {
                assertThat(e.problem().code()).isEqualTo("X503");
            }
        }
    }

    @Proves(id = "attack 46", given = "entries that inflate beyond reason", outcome = "refused while inflating")
    @Test
    void attack46RefusesWhatInflatesBeyondReason() throws IOException {
        BuiltWheel bomb = WheelBuilder.of("demo", "1.0")
                .file("demo/zero.bin", new byte[70 << 20])
                .build();
        try (WheelArchive wheel = open(bomb.bytes())) {
            WheelEntry entry = wheel.entry("demo/zero.bin").orElseThrow();
            assertThatThrownBy(() -> wheel.sha256(entry)).hasMessageContaining("more than 50 times");
        }
    }
}
