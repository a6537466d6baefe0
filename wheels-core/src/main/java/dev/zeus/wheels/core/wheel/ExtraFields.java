// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.wheel;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The extra fields of an archive's entry that one reader minds and another does not. */
final class ExtraFields {
    private static final int LARGE_FILE = 0x0001;

    /** Another name of the entry, which some readers take instead of the first (Info-ZIP). */
    private static final int UNICODE_PATH = 0x7075;

    private ExtraFields() {}

    /** What is wrong with them, as the rest of a sentence; where they are garbled, they end. */
    static Optional<String> problem(ByteBuffer bytes, int from, int length) {
        Set<Integer> seen = new HashSet<>();
        int at = from;
        while (at + 4 <= from + length) {
            int id = Short.toUnsignedInt(bytes.getShort(at));
            if (id == UNICODE_PATH) {
                return Optional.of("has a second name in an extra field, which some readers take instead of the first");
            }
            if (!seen.add(id) && id == LARGE_FILE) {
                return Optional.of("has its sizes in two extra fields");
            }
            at += 4 + Short.toUnsignedInt(bytes.getShort(at + 2));
        }
        return Optional.empty();
    }
}
