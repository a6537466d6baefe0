// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A home-manager module that installs {@link Application}s of a {@link PythonEnvironment} for a user.
 *
 * <pre>{@code
 * @PythonEnvironment(
 *         packages = {Black.class, YtDlp.class},
 *         applications = {@Application(commands = "black"), @Application(commands = "yt-dlp")},
 *         homes = @HomeModule(name = "tools"))
 * interface Tools {}
 * }</pre>
 *
 * <p>{@code generated/homes.nix} contains the module, which the flake exposes as {@code homeModules.tools}:
 * {@code programs.tools.enable} installs the commands. It installs no interpreter, since a profile can have only one.
 *
 * <p>The compiler reports a malformed or taken name ({@code V259}, {@code V260}), an unknown application
 * ({@code V252}), and two applications with the same command ({@code V289}).
 *
 * @see <a href="https://nix-community.github.io/home-manager/">home-manager</a>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface HomeModule {
    /** {@return its name, as in {@code programs.tools}} */
    String name();

    /** {@return the applications to install; empty for all applications of the environment} */
    String[] applications() default {};

    /**
     * {@return whether the module has the option {@code programs.tools.python.enable}, which also installs the
     * environment's interpreter and gives it precedence over any other {@code python3} of the profile}
     */
    boolean interpreter() default false;
}
