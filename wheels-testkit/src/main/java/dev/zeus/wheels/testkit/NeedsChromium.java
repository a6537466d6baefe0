// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * A test that is skipped, and counted with its reason, where there is no Chromium on the search path, which
 * {@code .ci/install-chromium} puts there. {@code -Dgroups=browser} runs only these tests.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Tag("browser")
@EnabledIf(value = "dev.zeus.wheels.testkit.HostCommand#hasChromium", disabledReason = "needs Chromium")
public @interface NeedsChromium {}
