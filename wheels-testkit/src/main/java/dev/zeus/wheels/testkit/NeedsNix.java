// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * A test that is skipped, and counted with its reason, where there is no {@code nix} on the search path.
 *
 * <p>A declaration and not an assumption: an assumption of a method that prepares a class takes the tests of that class
 * out of the reports, and one inside an assertion of an exception is that assertion's failure. {@code -Dgroups=nix}
 * runs only these tests, which is what is left to do on a machine where the others have passed without Nix.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Tag("nix")
@EnabledIf(value = "dev.zeus.wheels.testkit.HostCommand#hasNix", disabledReason = "needs Nix")
public @interface NeedsNix {}
