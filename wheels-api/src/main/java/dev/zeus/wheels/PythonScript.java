// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A Python file as a program that runs in a {@link PythonEnvironment}, such as {@code @PythonScript(file =
 * "tools/report.py")}.
 *
 * <p>The wheel set must satisfy the requirements in its header ({@code N322}, {@code N323}); the script sees them in
 * addition to the environment's packages. The flake exposes it as {@code packages.report} and {@code apps.report}. The
 * compiler reports a path outside the project ({@code V234}) and a malformed or taken name ({@code V230},
 * {@code V231}).
 *
 * @see <a href="https://packaging.python.org/en/latest/specifications/inline-script-metadata/">Inline script
 *     metadata</a>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface PythonScript {
    /** {@return the file, relative to the directory that contains {@code generated/}} */
    String file();

    /** {@return the program's name; empty for the file's name without {@code .py}} */
    String name() default "";
}
