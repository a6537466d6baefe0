// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A shell for pip users: a virtual environment with exactly the locked files of a {@link PythonEnvironment}, and the
 * system libraries that they load.
 *
 * <pre>{@code
 * @PythonEnvironment(packages = Psycopg.class, libraries = "libpq", pip = @PipBridge)
 * interface Research {}
 * }</pre>
 *
 * <p>{@code nix develop .#research-pip} creates the virtual environment, and installs
 * {@code generated/requirements-research.txt} with its hashes. It installs again only after that file changes. Only
 * Python finds the libraries, not the other programs of the shell.
 *
 * <p>The compiler reports a path outside the project ({@code V234}), and a bridge that cannot work, such as a second
 * one or a directory that exists and is not a virtual environment ({@code V238}).
 *
 * @see <a href="https://pip.pypa.io/en/stable/topics/secure-installs/">pip: secure installs</a>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface PipBridge {
    /** {@return the directory of the virtual environment, relative to where the shell is entered} */
    String directory() default ".venv";

    /**
     * {@return a folder of wheels that pip installs from, relative to where the shell is entered; empty to use the
     * indexes}
     */
    String wheels() default "";
}
