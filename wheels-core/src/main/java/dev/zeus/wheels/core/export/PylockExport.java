// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.export;

import dev.zeus.wheels.core.lock.PlainPylock;
import java.util.regex.Pattern;

/** Some targets of a lock as a lock of their own, which pip and uv install (PEP 751). */
public final class PylockExport {
    /** How a file begins that this has written. */
    public static final Pattern OURS = Pattern.compile(Pattern.quote(PlainPylock.HEAD));

    private PylockExport() {}

    /** The text of the file; the same lock gives the same bytes. */
    public static String print(LockSlice slice) {
        return PlainPylock.print(
                slice.targets(),
                slice.packages().stream()
                        .map(locked -> new PlainPylock.Entry(
                                locked,
                                slice.marker(locked),
                                slice.files(locked),
                                slice.needed(locked).toList()))
                        .toList());
    }
}
