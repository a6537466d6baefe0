// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A label of a {@link ContainerImage}, such as {@code @Label(name = "org.opencontainers.image.licenses", value =
 * "MIT")}.
 *
 * @see <a href="https://github.com/opencontainers/image-spec/blob/main/annotations.md">OCI annotations</a>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface Label {
    /** {@return its name: lower-case letters, digits, dots and hyphens} */
    String name();

    /** {@return its value, copied verbatim} */
    String value();
}
