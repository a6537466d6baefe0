// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Problems that {@code wheels:check} finds in a package, and that are known to be harmless.
 *
 * <pre>{@code
 * @WheelSet(…, excuses = @Excuse(of = "decord", codes = "C206", reason = "its RECORD was not updated"))
 * }</pre>
 *
 * <p>The package need not be declared. Reports show excused problems with their reason, and a warning names an excuse
 * that is no longer needed. An excuse affects neither the lock nor the Nix builds.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface Excuse {
    /** {@return the package's name, such as {@code "decord"}} */
    String of();

    /** {@return the codes of the problems, such as {@code "C206"}; at least one} */
    String[] codes();

    /** {@return why they are harmless, for the reader of the report} */
    String reason();
}
