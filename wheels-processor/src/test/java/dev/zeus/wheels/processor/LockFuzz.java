// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The processor's reader of locks for a fuzzer ({@code bench/fuzz}): it reads what it understands, and refuses nothing.
 */
public final class LockFuzz {
    private LockFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        try {
            Path file = Files.createTempFile("pylock", ".toml");
            try {
                Files.write(file, data);
                Lock lock = Lock.read(file);
                assert !lock.of("six").toString().isEmpty();
                lock.versions("six");
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
