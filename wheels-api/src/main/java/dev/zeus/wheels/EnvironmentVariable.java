// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A variable of a {@link PythonEnvironment}, such as {@code @EnvironmentVariable(name = "TZ", value = "UTC")}.
 *
 * <p>Everybody who can read the generated files can read it: it is not a place for a secret.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface EnvironmentVariable {
    /** {@return its name: letters, digits and underscores, not beginning with a digit} */
    String name();

    /** {@return its value, which is taken as it is: a {@code $} means nothing in it} */
    String value();
}
