// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A directory of libraries in another package of the set.
 *
 * <pre>{@code
 * @SearchPath(in = "torch", path = "torch/lib")
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface SearchPath {
    /** {@return the package, such as {@code "torch"}} */
    String in();

    /** {@return the directory below that package's {@code site-packages}, such as {@code "torch/lib"}} */
    String path();
}
