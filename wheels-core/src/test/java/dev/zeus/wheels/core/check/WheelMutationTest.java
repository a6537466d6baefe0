// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.core.wheel.WheelArchive;
import dev.zeus.wheels.core.wheel.WheelEntry;
import dev.zeus.wheels.testkit.BuiltWheel;
import dev.zeus.wheels.testkit.NativeBytes;
import dev.zeus.wheels.testkit.ZipBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A wheel that was changed anywhere fails, even where its new digest is the locked one; it passes only if it still
 * holds exactly the same files, which is the proof that the change is without effect.
 *
 * <p>{@code -Dwheels.mutations=2000} and {@code -Dwheels.seed=2} try more and others.
 */
class WheelMutationTest {
    private static final int MUTATIONS = Integer.getInteger("wheels.mutations", 300);
    private static final long SEED = Long.getLong("wheels.seed", 1);

    @TempDir
    Path directory;

    @Test
    void noChangedWheelPasses() throws IOException {
        Random random = new Random(SEED);
        List<BuiltWheel> good = List.of(
                BrokenWheels.demo().script("demo = demo.a:main").build(),
                BrokenWheels.demo()
                        .tags("cp312-cp312-manylinux_2_17_x86_64")
                        .file(
                                "demo/_core.cpython-312-x86_64-linux-gnu.so",
                                NativeBytes.elf("x86_64")
                                        .needs("libc.so.6", "GLIBC_2.17")
                                        .build())
                        .build());
        int harmless = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            BuiltWheel wheel = good.get(i % good.size());
            byte[] stored = i % 4 < 2 ? wheel.bytes() : ZipBytes.of(wheel).build();
            byte[] changed = changed(stored, random);
            if (Arrays.equals(changed, stored) || !passes(wheel, changed)) {
                continue;
            }
            assertThat(content(changed)).as("mutation %d of seed %d", i, SEED).isEqualTo(content(stored));
            harmless++;
        }
        // Times, versions of tools and other fields that nothing reads are a small part of an archive.
        assertThat(harmless).isLessThan(MUTATIONS / 3);
    }

    private static byte[] changed(byte[] bytes, Random random) {
        byte[] changed = bytes.clone();
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(6)) {
            case 0 -> changed[at] = (byte) random.nextInt(256);
            case 1 -> changed[at] ^= (byte) (1 << random.nextInt(8));
            case 2 -> {
                // A byte goes.
                System.arraycopy(bytes, at + 1, changed, at, bytes.length - at - 1);
                changed = Arrays.copyOf(changed, bytes.length - 1);
            }
            case 3 -> {
                // A byte comes.
                changed = Arrays.copyOf(bytes, bytes.length + 1);
                System.arraycopy(bytes, at, changed, at + 1, bytes.length - at);
            }
            case 4 -> {
                // A part is copied over another one.
                int length = Math.min(random.nextInt(64), bytes.length - at);
                System.arraycopy(bytes, at, changed, random.nextInt(bytes.length - length), length);
            }
            default -> changed = Arrays.copyOf(bytes, at);
        }
        return changed;
    }

    private boolean passes(BuiltWheel wheel, byte[] bytes) {
        BuiltWheel changed = new BuiltWheel(
                wheel.project(), wheel.version(), wheel.filename(), bytes, wheel.metadata(), wheel.requiresPython());
        try (CheckFixture fixture = new CheckFixture(directory, BrokenWheels.LINUX)) {
            return fixture.lock(changed).run().stream().noneMatch(result -> result.outcome() instanceof Outcome.Failed);
        }
    }

    private SortedMap<String, String> content(byte[] bytes) throws IOException {
        SortedMap<String, String> content = new TreeMap<>();
        try (WheelArchive archive = WheelArchive.open(Files.write(directory.resolve("wheel.whl"), bytes))) {
            for (WheelEntry entry : archive.entries()) {
                content.put(entry.path(), archive.sha256(entry).hex());
            }
        }
        return content;
    }
}
