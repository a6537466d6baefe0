// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A shell for those who stay with pip: a virtual environment with exactly the locked files of a
 * {@link PythonEnvironment}, and the libraries of the system that they look for.
 *
 * <pre>{@code
 * @PythonEnvironment(packages = Psycopg.class, libraries = "libpq", pip = @PipBridge)
 * interface Research {}
 * }</pre>
 *
 * <p>{@code nix develop .#research-pip} makes the virtual environment once, and installs
 * {@code generated/requirements-research.txt} with its hashes. Only Python finds the libraries there: programs of the
 * shell do not.
 *
 * @see <a href="https://pip.pypa.io/en/stable/topics/secure-installs/">pip: secure installs</a>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface PipBridge {
    /** {@return the directory of the virtual environment, from where the shell is entered} */
    String directory() default ".venv";

    /**
     * {@return a folder of wheels, from where the shell is entered, that pip takes all files from; empty to ask the
     * indexes}
     */
    String wheels() default "";
}
