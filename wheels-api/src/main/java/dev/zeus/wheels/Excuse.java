// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What {@code wheels:check} finds wrong with a package and is known to do no harm.
 *
 * <pre>{@code
 * @WheelSet(…, excuses = @Excuse(of = "decord", codes = "C206", reason = "its RECORD was not written anew"))
 * }</pre>
 *
 * <p>The package need not be declared. Reports show what is excused with its reason, and an excuse that excuses nothing
 * any more is warned of. Nothing else goes by it: neither the lock nor what Nix builds.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface Excuse {
    /** {@return the package's name, such as {@code "decord"}} */
    String of();

    /** {@return the codes of the problems, such as {@code "C206"}; at least one} */
    String[] codes();

    /** {@return why they do no harm, for the reader of the report} */
    String reason();
}
