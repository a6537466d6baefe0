// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A text that a {@link Recipe} replaces everywhere in a file; the build fails if the file does not contain it.
 *
 * <pre>{@code
 * @Substitution(file = "pyproject.toml", replace = "pydantic<=2.10.6", by = "pydantic")
 * }</pre>
 *
 * <p>The compiler reports a substitution without an effect ({@code V186}).
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface Substitution {
    /** {@return the file, relative to the root of the source; for a wheel, relative to {@code site-packages}} */
    String file();

    /** {@return the text to find; never empty} */
    String replace();

    /** {@return the replacement} */
    String by();
}
