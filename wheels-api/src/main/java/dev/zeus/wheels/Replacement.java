// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A package that another one replaces, for every package that requires it.
 *
 * <pre>{@code
 * @WheelSet(…, replacements = @Replacement(of = "torch", by = "torch-bin"))
 * }</pre>
 *
 * <p>The replacement applies to every package of the Python set, including those of nixpkgs.
 *
 * <p>The compiler reports a replacement without an effect ({@code V189}).
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface Replacement {
    /** {@return the package's name, such as {@code "torch"}} */
    String of();

    /** {@return the attribute that replaces it: one of nixpkgs' Python set, or a package of this wheel set} */
    String by();
}
