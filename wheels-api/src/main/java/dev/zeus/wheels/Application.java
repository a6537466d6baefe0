// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Some commands of a {@link PythonEnvironment}'s packages as a program that leaves Python out of sight.
 *
 * <pre>{@code
 * @PythonEnvironment(
 *         packages = {Fastapi.class, Uvicorn.class},
 *         applications = @Application(name = "web", commands = "uvicorn", arguments = {"shop:app", "--port", "8000"}))
 * interface Service {}
 * }</pre>
 *
 * <p>Those who install it get these commands and nothing else: no {@code python3} that hides another one, and no two
 * files of one name from two environments. The flake serves it as {@code packages.web} and {@code apps.web}, before a
 * package of that name; without the flake it is {@code (import ./generated/environments.nix
 * pkgs).service.applications.web}.
 *
 * <p>The commands find the environment's variables, which the caller can override, and the programs of its libraries.
 *
 * @see <a href="https://packaging.python.org/en/latest/specifications/entry-points/">Entry points</a>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface Application {
    /** {@return its name, which no other application of the wheel set has; empty for that of its first command} */
    String name() default "";

    /** {@return the commands, as the packages name them; at least one} */
    String[] commands();

    /**
     * {@return what its command is called with before what the user adds: then it is one command, called by the name}
     */
    String[] arguments() default {};
}
