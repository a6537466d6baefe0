// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a Python with some of the wheel set's packages, and what is around it when it runs.
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
 * <p>It resolves nothing of its own: its packages are as they are locked. {@code generated/environments.nix} has for
 * each environment an interpreter with its packages and a shell, which the flake serves: {@code nix develop
 * .#research}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface PythonEnvironment {
    /** {@return the environment's name where the type's name does not say it} */
    String name() default "";

    /**
     * {@return the declarations of the wheel set that it has, such as {@code Pandas.class}; empty for all that its
     * Python has}
     */
    Class<?>[] packages() default {};

    /** {@return its Python version, out of the wheel set's; empty for the newest of them} */
    String python() default "";

    /**
     * {@return libraries and programs beside Python, as attributes of nixpkgs such as {@code "ffmpeg"} or
     * {@code "llvmPackages.openmp"}: a shell has their programs, and the interpreter finds their libraries}
     */
    String[] libraries() default {};

    /** {@return the variables that are set} */
    EnvironmentVariable[] variables() default {};

    /** {@return what a shell runs when it begins; empty for nothing} */
    String shellHook() default "";

    /** {@return commands of its packages as programs of their own} */
    Application[] applications() default {};

    /** {@return Python source of one's own that it has beside the packages} */
    PythonProject[] projects() default {};

    /** {@return files of Python as programs that run in it} */
    PythonScript[] scripts() default {};

    /** {@return the environment as kernels for Jupyter} */
    JupyterKernel[] kernels() default {};

    /** {@return a shell for those who stay with pip; at most one} */
    PipBridge[] pip() default {};

    /** {@return container images that run its applications} */
    ContainerImage[] images() default {};

    /** {@return services of NixOS that run its applications} */
    SystemService[] services() default {};

    /** {@return modules for home-manager that install its applications} */
    HomeModule[] homes() default {};
}
