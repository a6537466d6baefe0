// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.bench.speed;

import java.util.Optional;

/** What a replay server answers with: made up, or recorded. */
interface Index {
    /**
     * An answer before compression.
     *
     * @param type its content type
     */
    record Page(String type, byte[] body) {}

    /** The page of a project; {@code root} is where the server is. */
    Optional<Page> page(String project, String root);

    /** The bytes of a file, by its path under {@code /files/}. */
    Optional<byte[]> file(String path);
}
