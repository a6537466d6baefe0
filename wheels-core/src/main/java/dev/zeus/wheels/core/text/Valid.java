// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.text;

import dev.zeus.wheels.python.PackagingParseException;
import java.util.Optional;
import java.util.function.Function;

/** A foreign text that need be nothing of the kind: {@code Valid.of(text, PackageName::parse)}. */
public final class Valid {
    private Valid() {}

    /** The parsed value; empty if the text is malformed, which is not reported here. */
    public static <T> Optional<T> of(String text, Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(text));
        } catch (PackagingParseException e) {
            return Optional.empty();
        }
    }
}
