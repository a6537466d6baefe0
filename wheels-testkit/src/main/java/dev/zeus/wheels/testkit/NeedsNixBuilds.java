// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * A test that builds packages for {@code x86_64-linux} and Python 3.12 with Nix; it is skipped, and counted with its
 * reason, on any other machine.
 *
 * @see NeedsNix
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Tag("nix")
@EnabledIf(
        value = "dev.zeus.wheels.testkit.HostCommand#buildsWithNix",
        disabledReason = "needs Nix and Python 3.12 on x86_64-linux")
public @interface NeedsNixBuilds {}
