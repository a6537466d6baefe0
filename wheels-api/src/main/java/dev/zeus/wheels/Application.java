// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A program made of commands from a {@link PythonEnvironment}'s packages, which can be installed without its Python.
 *
 * <pre>{@code
 * @PythonEnvironment(
 *         packages = {Fastapi.class, Uvicorn.class},
 *         applications = @Application(name = "web", commands = "uvicorn", arguments = {"shop:app", "--port", "8000"}))
 * interface Service {}
 * }</pre>
 *
 * <p>An installation contains only these commands: no {@code python3} that hides another one, and no file that collides
 * with one of another environment. The flake exposes it as {@code packages.web} and {@code apps.web}; without the
 * flake, it is {@code (import ./generated/environments.nix pkgs).service.applications.web}.
 *
 * <p>The commands run with the environment's variables, which the caller can override, and with the programs of its
 * libraries on the {@code PATH}.
 *
 * <p>The compiler reports a command that no application can have, such as {@code python3} ({@code V232}), arguments for
 * more than one command ({@code V233}), and a name that is malformed or taken ({@code V230}, {@code V231}). A command
 * that no package of the environment has is reported by {@code wheels:generate}.
 *
 * @see <a href="https://packaging.python.org/en/latest/specifications/entry-points/">Entry points</a>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface Application {
    /** {@return its name, unique in the wheel set; empty for the name of its first command} */
    String name() default "";

    /** {@return the commands, under the names that the packages give them; at least one} */
    String[] commands();

    /**
     * {@return arguments that precede those of the caller; with arguments, the application is a single command under
     * its own name}
     */
    String[] arguments() default {};
}
