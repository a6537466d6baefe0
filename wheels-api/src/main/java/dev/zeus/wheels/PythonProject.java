// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Python source of one's own beside the wheels, built for a {@link PythonEnvironment} and editable in its shell.
 *
 * <pre>{@code
 * @PythonEnvironment(
 *         packages = {Fastapi.class, Pytest.class},
 *         projects = @PythonProject(directory = "service", tests = "tests"))
 * interface Service {}
 * }</pre>
 *
 * <p>Its {@code pyproject.toml} is read when generating: name, version, requirements, scripts and build system. The
 * requirements must be met by the wheel set; what is not is told at its line ({@code N322}, {@code N323}). Changing a
 * file of the source builds this project anew and nothing else, and the lock stays as it is.
 *
 * <p>A {@code pyproject.toml} beside {@code generated/} is {@code @PythonProject} alone: of that directory the project
 * is the package or module that has its name, what its build system says, readme and licences, and {@link #includes}.
 * No other file builds it anew.
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
     * {@return the directory that has the {@code pyproject.toml}, from the one that has {@code generated/}; {@code "."}
     * for that directory itself}
     */
    String directory() default ".";

    /**
     * {@return its name, which no other project of the wheel set has; empty for the last step of the directory, of
     * {@code "."} for the name of the environment}
     */
    String name() default "";

    /**
     * {@return its version where only a build would tell it, as with setuptools-scm; empty for what its files say} What
     * builds it is told the version.
     */
    String version() default "";

    /** {@return files and directories that belong to a project in {@code "."} and are not found by its name} */
    String[] includes() default {};

    /** {@return whether the shell runs the files where they are, so that a change needs no build} */
    boolean editable() default true;

    /** {@return the tests, a file or a directory below the directory, which pytest runs as a check; empty for none} */
    String tests() default "";

    /** {@return which tests are run, as pytest's {@code -m} has it, such as {@code "not slow"}; empty for all} */
    String markers() default "";

    /**
     * {@return tests that are left out, as pytest's {@code --deselect} has them, such as
     * {@code "tests/test_web.py::test_tls"}}
     */
    String[] deselect() default {};
}
