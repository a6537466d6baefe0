// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A container image that runs an {@link Application} of a {@link PythonEnvironment} on Linux.
 *
 * <pre>{@code
 * @PythonEnvironment(
 *         packages = {Fastapi.class, Uvicorn.class},
 *         applications = @Application(name = "shop", commands = "uvicorn", arguments = "shop:app"),
 *         images =
 *                 @ContainerImage(
 *                         name = "acme/shop",
 *                         entrypoint = "shop",
 *                         arguments = {"--host", "0.0.0.0"},
 *                         ports = 8000))
 * interface Service {}
 * }</pre>
 *
 * <p>The image contains the interpreter, the environment's packages and the certificates of the public authorities, but
 * no shell unless {@link #shell} adds one. It runs as an unprivileged user. Its layers are ordered by how often they
 * change: the interpreter with the C library, each large wheel, each other wheel, and packages built from source. A
 * release therefore transfers only what it changed.
 *
 * <p>{@code $(nix build --print-out-paths .#shop-image) | docker load} loads it; {@code .#shop-image.archive} is the
 * image as a file.
 *
 * <p>The compiler reports a malformed name, tag, port, user, label or directory ({@code V250}, {@code V251},
 * {@code V254} to {@code V257}), an unknown or ambiguous application ({@code V252}, {@code V253}), a name that another
 * image has ({@code V260}), and a wheel set without Linux ({@code V258}).
 *
 * @see <a href="https://github.com/opencontainers/image-spec/blob/main/config.md">OCI image configuration</a>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface ContainerImage {
    /**
     * {@return the name of its repository, such as {@code "acme/shop"}; the last segment is the image's name in Nix}
     */
    String name();

    /** {@return its tag; empty for one that is derived from the content of the image} */
    String tag() default "";

    /** {@return the application to run; optional if the environment has only one} */
    String entrypoint() default "";

    /** {@return default arguments of the application, which the user of the image can replace} */
    String[] arguments() default {};

    /** {@return the ports that it listens on, as documentation for its users} */
    int[] ports() default {};

    /** {@return additional variables, which override those of the environment} */
    EnvironmentVariable[] variables() default {};

    /** {@return labels that describe it} */
    Label[] labels() default {};

    /** {@return the name of the user that it runs as} */
    String user() default "app";

    /** {@return the id of that user; 0, the superuser, is not allowed} */
    int uid() default 65_532;

    /** {@return the working directory} Only {@code /tmp} is writable. */
    String workingDirectory() default "/";

    /** {@return whether it contains {@code /bin/sh} and the usual tools, for debugging} */
    boolean shell() default false;
}
