// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.wheel;

import dev.zeus.wheels.core.http.CacheDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;

/**
 * What an earlier run has found in a wheel of the {@link WheelStore}, kept in a file beside it.
 *
 * <p>The file begins with the digest of the rest: a truncated or accidentally altered file is ignored. A user who may
 * write to the store could also alter this program; only the owner may write to its directories.
 */
public final class WheelFindings {
    private static final int DIGEST = 32;

    /** The findings about a wheel have some kilobytes; a larger file was not written here. */
    private static final long LARGEST = 64L << 20;

    private WheelFindings() {}

    /**
     * What was kept of a wheel; empty where nothing sound is there.
     *
     * @param wheel a file of the store
     */
    public static Optional<byte[]> read(Path wheel) {
        Path file = file(wheel);
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                return Optional.empty();
            }
            byte[] bytes = Files.readAllBytes(file);
            if (bytes.length < DIGEST) {
                return Optional.empty();
            }
            byte[] findings = Arrays.copyOfRange(bytes, DIGEST, bytes.length);
            boolean sound = Arrays.equals(digest(findings), Arrays.copyOf(bytes, DIGEST));
            if (sound) {
                CacheDirectory.touch(file);
            }
            return sound ? Optional.of(findings) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Keeps something of a wheel, in place of what was kept; a store that cannot be written keeps nothing. */
    public static void keep(Path wheel, byte[] findings) {
        try {
            Path part = Files.createTempFile(wheel.resolveSibling(""), "", ".part");
            try {
                byte[] bytes = Arrays.copyOf(digest(findings), DIGEST + findings.length);
                System.arraycopy(findings, 0, bytes, DIGEST, findings.length);
                Files.write(part, bytes);
                Files.move(part, file(wheel), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            // The next run looks again.
        }
    }

    private static Path file(Path wheel) {
        return wheel.resolveSibling(wheel.getFileName() + ".findings");
    }

    private static byte[] digest(byte[] bytes) {
        return Sha256.digest().digest(bytes);
    }
}
