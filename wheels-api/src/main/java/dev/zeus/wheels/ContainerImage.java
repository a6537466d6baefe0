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
 * <p>It has the interpreter, the environment's packages and the certificates of the public authorities, no shell unless
 * that is asked for, and runs as a user without rights. Its layers are divided by how often they change: the
 * interpreter with the C library, each large wheel, each other wheel, and what is built from source. So a release sends
 * only what it changed.
 *
 * <p>{@code $(nix build --print-out-paths .#shop-image) | docker load} loads it; {@code .#shop-image.archive} is a
 * file.
 *
 * @see <a href="https://github.com/opencontainers/image-spec/blob/main/config.md">OCI image configuration</a>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface ContainerImage {
    /**
     * {@return the repository that it is loaded as, such as {@code "acme/shop"}; its last part names the image in Nix}
     */
    String name();

    /** {@return its tag; empty for one that changes with the content of the image} */
    String tag() default "";

    /** {@return the application that it runs; may be left out where the environment has one only} */
    String entrypoint() default "";

    /** {@return what the application is called with unless who runs the image says otherwise} */
    String[] arguments() default {};

    /** {@return the ports that it listens on, for those who run it to see} */
    int[] ports() default {};

    /** {@return variables beside those of the environment, or instead of them} */
    EnvironmentVariable[] variables() default {};

    /** {@return what others are to know of it} */
    Label[] labels() default {};

    /** {@return the name of the user that it runs as} */
    String user() default "app";

    /** {@return the number of that user, not that of the superuser} */
    int uid() default 65_532;

    /** {@return the directory that it starts in} Only {@code /tmp} can be written to. */
    String workingDirectory() default "/";

    /** {@return whether it has {@code /bin/sh} and the usual tools, for those who look around in it} */
    boolean shell() default false;
}
