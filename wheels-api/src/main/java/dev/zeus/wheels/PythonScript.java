// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One file of Python as a program that runs in a {@link PythonEnvironment}, such as {@code @PythonScript(file =
 * "tools/report.py")}.
 *
 * <p>The requirements in its header must be met by the wheel set ({@code N322}, {@code N323}), and it has them beside
 * the environment's packages. The flake serves it as {@code packages.report} and {@code apps.report}.
 *
 * @see <a href="https://packaging.python.org/en/latest/specifications/inline-script-metadata/">Inline script
 *     metadata</a>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface PythonScript {
    /** {@return the file, from the directory that has {@code generated/}} */
    String file();

    /** {@return the program's name; empty for that of the file without {@code .py}} */
    String name() default "";
}
