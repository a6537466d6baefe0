// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A service of NixOS that runs an {@link Application} of a {@link PythonEnvironment}.
 *
 * <pre>{@code
 * @PythonEnvironment(
 *         packages = {Fastapi.class, Uvicorn.class},
 *         applications = @Application(name = "shop", commands = "uvicorn", arguments = "shop:app"),
 *         services = @SystemService(port = 8000, arguments = {"--port", "{port}"}, credentials = "api-key"))
 * interface Service {}
 * }</pre>
 *
 * <p>{@code generated/services.nix} has a module for each, which the flake serves as {@code nixosModules.shop}:
 * {@code services.shop.enable} starts it at boot, {@code port} and {@code openFirewall} say where it is reached,
 * {@code settings} sets variables, {@code environmentFile} and {@code credentials} name files with secrets.
 *
 * <p>It runs as a user that exists only with it, and may do what it is declared to do: listen, write to
 * {@code /var/lib/shop} and {@code /var/cache/shop}. Where the locked packages write machine code as they run, or
 * compute on a graphics card, it may do that, too.
 *
 * @see <a href="https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html">systemd.exec</a>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface SystemService {
    /** {@return its name, as in {@code services.shop}; empty for that of its application} */
    String name() default "";

    /** {@return the application that it runs; may be left out where the environment has one only} */
    String application() default "";

    /** {@return what it is, in one line} */
    String description() default "";

    /** {@return what the application is called with, where {@code {port}} is the port} */
    String[] arguments() default {};

    /** {@return the port that it listens on unless who enables it says otherwise; 0 for none} */
    int port() default 0;

    /** {@return variables beside those of the environment, or instead of them; {@code {port}} is the port} */
    EnvironmentVariable[] variables() default {};

    /**
     * {@return the secrets that it is given as files: who enables it says where each is, and the service finds it in
     * the directory that {@code CREDENTIALS_DIRECTORY} names}
     */
    String[] credentials() default {};
}
