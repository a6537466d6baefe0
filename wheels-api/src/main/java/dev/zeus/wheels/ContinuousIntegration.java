// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A workflow of GitHub Actions that checks a wheel set on every push, and proposes upgrades.
 *
 * <pre>{@code
 * @WheelSet(
 *         pythons = "3.12",
 *         targets = @On(value = Platform.X86_64_LINUX, glibc = "2.39"),
 *         ci = @ContinuousIntegration(cache = NixCache.GITHUB, upgrades = "17 4 * * 1"))
 * package com.acme.python;
 * }</pre>
 *
 * <p>{@code generated/wheels.yml} is the workflow; its copy in {@code .github/workflows} is what runs, and its first
 * step holds the one against the other. It installs Nix, keeps what was fetched in a cache by the lock, and runs
 * {@code mvn verify}; of the flake's checks it builds those whose derivations are not those of the base. At the times
 * of {@code upgrades} it lets every package move, and proposes the change with the table of {@code wheels:diff} as its
 * text.
 *
 * @see <a href="https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax">Workflow syntax</a>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface ContinuousIntegration {
    /** {@return the labels of the runner, all of which it has; such as {@code {"self-hosted", "linux"}}} */
    String[] runner() default "ubuntu-24.04";

    /** {@return the Java version that Maven runs on} */
    int java() default 21;

    /** {@return whether Nix is installed; a runner of one's own may have it} */
    boolean installNix() default true;

    /** {@return where what Nix has built is kept for the next run} */
    NixCache cache() default NixCache.NONE;

    /** {@return the name of the cache at Cachix or Attic} */
    String cacheName() default "";

    /** {@return when upgrades are proposed, as five fields of cron in UTC; empty for never} */
    String upgrades() default "";

    /** {@return the directory that has {@code generated/}, from the root of the repository; empty for the root} */
    String directory() default "";
}
