// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Your own Python source, built for a {@link PythonEnvironment} and editable in its shell.
 *
 * <pre>{@code
 * @PythonEnvironment(
 *         packages = {Fastapi.class, Pytest.class},
 *         projects = @PythonProject(directory = "service", tests = "tests"))
 * interface Service {}
 * }</pre>
 *
 * <p>{@code wheels:generate} reads its {@code pyproject.toml}: name, version, requirements, scripts and build system.
 * The wheel set must satisfy the requirements; one that it does not satisfy is reported at its line ({@code N322},
 * {@code N323}). A change to a source file rebuilds only this project, and leaves the lock unchanged.
 *
 * <p>{@code @PythonProject} without members means a {@code pyproject.toml} beside {@code generated/}. The project then
 * consists of the package or module of its name, the files that its build system names, the readme, the licences, and
 * {@link #includes}. No other file rebuilds it.
 *
 * <p>Several projects of an environment may require each other.
 *
 * @see <a href="https://packaging.python.org/en/latest/specifications/pyproject-toml/">pyproject.toml</a>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface PythonProject {
    /**
     * {@return the directory that contains the {@code pyproject.toml}, relative to the one that contains
     * {@code generated/}; {@code "."} for that directory itself}
     */
    String directory() default ".";

    /**
     * {@return its name, unique in the wheel set; empty for the last segment of the directory, or for {@code "."} the
     * name of the environment}
     */
    String name() default "";

    /**
     * {@return its version if only a build would know it, as with setuptools-scm; empty for the version in its files}
     * The build system receives this version.
     */
    String version() default "";

    /** {@return additional files and directories of a project in {@code "."}} */
    String[] includes() default {};

    /** {@return whether the shell runs the files in place, so that a change needs no build} */
    boolean editable() default true;

    /** {@return the tests, a file or a directory below the directory, which pytest runs as a check; empty for none} */
    String tests() default "";

    /** {@return which tests to run, in the syntax of pytest's {@code -m}, such as {@code "not slow"}; empty for all} */
    String markers() default "";

    /**
     * {@return tests to leave out, in the syntax of pytest's {@code --deselect}, such as
     * {@code "tests/test_web.py::test_tls"}}
     */
    String[] deselect() default {};
}
