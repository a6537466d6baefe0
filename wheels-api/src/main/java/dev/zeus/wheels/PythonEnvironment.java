// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares an environment: a Python with some of the wheel set's packages, and everything around it at run time.
 *
 * <pre>{@code
 * @PythonEnvironment(
 *         packages = {Pandas.class, Psycopg.class},
 *         python = "3.12",
 *         libraries = "postgresql",
 *         variables = @EnvironmentVariable(name = "PGHOST", value = "localhost"),
 *         shellHook = "pg_isready || true")
 * interface Research {}
 * }</pre>
 *
 * <p>An environment resolves nothing: its packages have their locked versions. {@code generated/environments.nix}
 * contains an interpreter with its packages and a shell, which the flake exposes: {@code nix develop .#research}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface PythonEnvironment {
    /** {@return the environment's name if it does not follow from the type's name} */
    String name() default "";

    /** {@return the declarations to install, such as {@code Pandas.class}; empty for every package of its Python} */
    Class<?>[] packages() default {};

    /** {@return its Python version, one of the wheel set's; empty for the newest} */
    String python() default "";

    /**
     * {@return additional libraries and programs, as nixpkgs attributes such as {@code "ffmpeg"} or
     * {@code "llvmPackages.openmp"}: the shell has their programs, and the interpreter finds their libraries}
     */
    String[] libraries() default {};

    /** {@return the environment variables to set} */
    EnvironmentVariable[] variables() default {};

    /** {@return commands that the shell runs at its start; empty for none} */
    String shellHook() default "";

    /** {@return applications: commands of its packages, installable by themselves} */
    Application[] applications() default {};

    /** {@return your own Python projects, in addition to the packages} */
    PythonProject[] projects() default {};

    /** {@return Python scripts that run in the environment} */
    PythonScript[] scripts() default {};

    /** {@return Jupyter kernels that run the environment} */
    JupyterKernel[] kernels() default {};

    /** {@return a shell for pip users; at most one} */
    PipBridge[] pip() default {};

    /** {@return container images that run its applications} */
    ContainerImage[] images() default {};

    /** {@return NixOS services that run its applications} */
    SystemService[] services() default {};

    /** {@return home-manager modules that install its applications} */
    HomeModule[] homes() default {};
}
