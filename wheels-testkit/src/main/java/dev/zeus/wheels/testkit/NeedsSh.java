// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIf;

/** A test of programs that are scripts of the shell, skipped and counted where there is no {@code /bin/sh}. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@EnabledIf(value = "dev.zeus.wheels.testkit.HostCommand#hasSh", disabledReason = "needs /bin/sh")
public @interface NeedsSh {}
