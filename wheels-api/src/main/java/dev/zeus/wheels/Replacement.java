// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A package of the set that another one replaces, for all that require it.
 *
 * <pre>{@code
 * @WheelSet(…, replacements = @Replacement(of = "torch", by = "torch-bin"))
 * }</pre>
 *
 * <p>Every package of the Python set sees it, those of nixpkgs too, so that nothing brings in the other one.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface Replacement {
    /** {@return the package's name, such as {@code "torch"}} */
    String of();

    /** {@return the attribute that takes its place: one of nixpkgs' Python set, or a package of this wheel set} */
    String by();
}
