// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A NixOS service that runs an {@link Application} of a {@link PythonEnvironment}.
 *
 * <pre>{@code
 * @PythonEnvironment(
 *         packages = {Fastapi.class, Uvicorn.class},
 *         applications = @Application(name = "shop", commands = "uvicorn", arguments = "shop:app"),
 *         services = @SystemService(port = 8000, arguments = {"--port", "{port}"}, credentials = "api-key"))
 * interface Service {}
 * }</pre>
 *
 * <p>{@code generated/services.nix} contains a module for each service, which the flake exposes as
 * {@code nixosModules.shop}: {@code services.shop.enable} starts it at boot, {@code port} and {@code openFirewall}
 * determine where it is reachable, {@code settings} sets variables, and {@code environmentFile} and {@code credentials}
 * name files with secrets.
 *
 * <p>The service runs as a dynamic user. It may listen on its port and write to {@code /var/lib/shop} and
 * {@code /var/cache/shop}, and nothing else. If the locked packages generate machine code at run time or use a graphics
 * card, it may also do that.
 *
 * <p>The compiler reports a malformed or taken name ({@code V259}, {@code V260}), an unknown or ambiguous application
 * ({@code V252}, {@code V253}), a port that the application never receives, or a placeholder without a port
 * ({@code V261}, {@code V262}), and a malformed port or credential ({@code V254}, {@code V263}).
 *
 * @see <a href="https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html">systemd.exec</a>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface SystemService {
    /** {@return its name, as in {@code services.shop}; empty for the name of its application} */
    String name() default "";

    /** {@return the application to run; optional if the environment has only one} */
    String application() default "";

    /** {@return its description, one line} */
    String description() default "";

    /** {@return arguments of the application; {@code {port}} stands for the configured port} */
    String[] arguments() default {};

    /** {@return the default port that it listens on; 0 for none} */
    int port() default 0;

    /** {@return additional variables, which override those of the environment; {@code {port}} stands for the port} */
    EnvironmentVariable[] variables() default {};

    /**
     * {@return the names of secrets, which it receives as files: the NixOS configuration sets where each one is, and
     * the service reads it from the directory that {@code CREDENTIALS_DIRECTORY} names}
     */
    String[] credentials() default {};
}
