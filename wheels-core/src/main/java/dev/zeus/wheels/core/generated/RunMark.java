// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.generated;

import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.http.CacheDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;

/**
 * A file of the cache of which all that counts is whether it says certain bytes: {@code RunMark.of(cache, place,
 * inputs).says(body)}.
 *
 * <p>Who asks knows what must be there, so that neither a checksum nor a lock is needed, and the name need not be that
 * of one mark alone. A cache that cannot be used, or that others could have written, says nothing.
 *
 * @param cache the directory of the cache
 * @param file where the mark is
 */
record RunMark(CacheDirectory cache, Path file) {
    private static final String BUCKET = "unchanged";

    /** The mark of some place and inputs. Those of others may get the same file; the last one stays. */
    static RunMark of(Path cache, Path place, byte[] inputs) {
        CacheDirectory directory = new CacheDirectory(cache);
        String key = place + "\n" + new String(inputs, StandardCharsets.ISO_8859_1);
        return new RunMark(directory, directory.file(BUCKET, key));
    }

    /** Whether these bytes are there. */
    boolean says(byte[] body) {
        try {
            BasicFileAttributes there =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            boolean same = there.isRegularFile()
                    && there.size() == body.length
                    && cache.odd().isEmpty()
                    && Arrays.equals(Files.readAllBytes(file), body);
            if (same) {
                CacheDirectory.touch(file);
            }
            return same;
        } catch (IOException e) {
            return false;
        }
    }

    /** Puts them there, if it can be done. */
    void write(byte[] body) {
        try {
            cache.make();
            if (cache.odd().isPresent()) {
                return;
            }
            cache.put(file, body);
        } catch (IOException | WheelsException e) {
            // The next run looks for itself, and the one who needs the cache reports what is wrong with it.
        }
    }
}
