// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * One line of a RECORD: a file of the wheel and what it hashes to.
 *
 * <pre>{@code
 * RecordFile.parse("foo.py,sha256=47DEQ…,12\n").entries().get(0).size(); // OptionalLong[12]
 * }</pre>
 *
 * <p>Standard: recording installed projects, <a href="https://peps.python.org/pep-0376/">PEP 376</a> and <a
 * href="https://peps.python.org/pep-0627/">PEP 627</a>.
 *
 * @param path the file, by slashes
 * @param algorithm the hash's name, such as {@code sha256}
 * @param digest the hash in URL-safe Base64 without padding
 */
public record RecordEntry(String path, Optional<String> algorithm, Optional<String> digest, OptionalLong size) {}
