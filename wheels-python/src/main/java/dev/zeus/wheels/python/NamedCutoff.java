// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import java.util.Optional;

/**
 * How old the files of one package or one source must be, in place of the setting for all.
 *
 * <pre>{@code
 * NamedCutoff.parse("numpy=2 days"); // numpy, an age of two days
 * NamedCutoff.parse("acme-tools");   // acme-tools, any age
 * }</pre>
 *
 * <p>Standard: none; the model is uv's {@code exclude-newer-package}.
 *
 * @param name the name as it is written, without blanks around it
 * @param cutoff the cutoff; empty where any age will do
 */
public record NamedCutoff(String name, Optional<UploadCutoff> cutoff) {
    /**
     * Reads a name, and behind a {@code =} a cutoff.
     *
     * @param text both as they are written
     * @return the two
     * @throws PackagingParseException if there is no name, or what follows the sign is not a cutoff
     */
    public static NamedCutoff parse(String text) {
        int sign = text.indexOf('=');
        String name = (sign < 0 ? text : text.substring(0, sign)).strip();
        if (name.isEmpty()) {
            throw new PackagingParseException("named cutoff", text, 0, "a name, as in \"numpy=2 days\" or \"numpy\"");
        }
        return new NamedCutoff(
                name,
                sign < 0
                        ? Optional.empty()
                        : Optional.of(
                                UploadCutoff.parse(text.substring(sign + 1).strip())));
    }
}
