// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A text of a file that a {@link Recipe} replaces wherever it stands; the build fails where it does not.
 *
 * <pre>{@code
 * @Substitution(file = "pyproject.toml", replace = "pydantic<=2.10.6", by = "pydantic")
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface Substitution {
    /** {@return the file, relative to the source's root; of a wheel relative to {@code site-packages}} */
    String file();

    /** {@return the text to find; never empty} */
    String replace();

    /** {@return what stands there instead} */
    String by();
}
