// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A GitHub Actions workflow that checks a wheel set on every push and proposes upgrades.
 *
 * <pre>{@code
 * @WheelSet(
 *         pythons = "3.12",
 *         targets = @On(value = Platform.X86_64_LINUX, glibc = "2.39"),
 *         ci = @ContinuousIntegration(cache = NixCache.GITHUB, upgrades = "17 4 * * 1"))
 * package com.acme.python;
 * }</pre>
 *
 * <p>{@code generated/wheels.yml} is the workflow. Copy it to {@code .github/workflows}; its first step compares the
 * copy with the original. The workflow installs Nix, caches downloads by the lock, and runs {@code mvn verify}. It
 * builds only those checks of the flake whose derivations differ from the base. At the times of {@link #upgrades}, it
 * upgrades every package and opens a pull request with the table of {@code wheels:diff}.
 *
 * <p>The compiler reports a second workflow ({@code V265}), a malformed value ({@code V266}), and a missing or unused
 * name of a cache ({@code V267}).
 *
 * @see <a href="https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax">Workflow syntax</a>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface ContinuousIntegration {
    /** {@return the labels that the runner must have, such as {@code {"self-hosted", "linux"}}} */
    String[] runner() default "ubuntu-24.04";

    /** {@return the Java version that Maven runs on} */
    int java() default 21;

    /** {@return whether to install Nix; your own runner may already have it} */
    boolean installNix() default true;

    /** {@return where to cache the results of Nix builds} */
    NixCache cache() default NixCache.NONE;

    /** {@return the name of the cache at Cachix or Attic} */
    String cacheName() default "";

    /** {@return when to propose upgrades, as five cron fields in UTC; empty for never} */
    String upgrades() default "";

    /**
     * {@return the directory that contains {@code generated/}, relative to the root of the repository; empty for the
     * root}
     */
    String directory() default "";
}
