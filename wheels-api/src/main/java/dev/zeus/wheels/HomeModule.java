// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A module for home-manager that gives a user the {@link Application}s of a {@link PythonEnvironment}.
 *
 * <pre>{@code
 * @PythonEnvironment(
 *         packages = {Black.class, YtDlp.class},
 *         applications = {@Application(commands = "black"), @Application(commands = "yt-dlp")},
 *         homes = @HomeModule(name = "tools"))
 * interface Tools {}
 * }</pre>
 *
 * <p>{@code generated/homes.nix} has a module for each, which the flake serves as {@code homeModules.tools}:
 * {@code programs.tools.enable} installs the commands, and no interpreter of which a profile could have one only.
 *
 * @see <a href="https://nix-community.github.io/home-manager/">home-manager</a>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface HomeModule {
    /** {@return its name, as in {@code programs.tools}} */
    String name();

    /** {@return the applications that it installs; empty for all of the environment} */
    String[] applications() default {};

    /**
     * {@return whether {@code programs.tools.python.enable} is offered: then the environment's interpreter is
     * installed, too, before any other {@code python3} of the profile}
     */
    boolean interpreter() default false;
}
