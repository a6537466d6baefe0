// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import dev.zeus.wheels.core.wheel.Sha256;
import dev.zeus.wheels.core.wheel.WheelFindings;
import dev.zeus.wheels.python.WheelFilename;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Remembers which wheels of the store are sound archives with a true {@code RECORD}, and what was read of their
 * compiled files, so that they are not unpacked in every run.
 *
 * <p>It holds for the very bytes of a wheel, which the store has hashed in this run, and for the very program: another
 * build of the checks, or another Java, looks for itself. What did not pass is never remembered, and what the compiled
 * files mean is judged anew.
 */
final class SoundWheels {
    private static final Optional<String> PROGRAM = digest();

    private SoundWheels() {}

    /** The compiled files of a wheel that has passed before. */
    static Optional<NativeContent> recall(Path wheel) {
        return PROGRAM.flatMap(program -> WheelFindings.read(wheel).flatMap(bytes -> read(program, bytes)));
    }

    private static Optional<NativeContent> read(String program, byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return in.readUTF().equals(program) ? Optional.of(NativeContentFormat.read(in)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Remembers a wheel that has passed. */
    static void remember(Path wheel, NativeContent content) {
        PROGRAM.ifPresent(program -> {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (DataOutputStream out = new DataOutputStream(bytes)) {
                out.writeUTF(program);
                NativeContentFormat.write(content, out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            WheelFindings.keep(wheel, bytes.toByteArray());
        });
    }

    /** The digest of all that decides what a check says; empty where this program cannot read itself. */
    static Optional<String> program() {
        return PROGRAM;
    }

    private static Optional<String> digest() {
        StringBuilder digests =
                new StringBuilder("Java ").append(Runtime.version().feature());
        try {
            for (Class<?> each : List.of(SoundWheels.class, WheelFilename.class)) {
                @Nullable CodeSource source = each.getProtectionDomain().getCodeSource();
                if (source == null) {
                    return Optional.empty();
                }
                add(Path.of(source.getLocation().toURI()), digests);
            }
            return Optional.of(Sha256.of(digests.toString()).hex());
        } catch (IOException | URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static void add(Path code, StringBuilder digests) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(code)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            digests.append(Sha256.of(file));
        }
    }
}
