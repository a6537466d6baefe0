// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A {@link PythonEnvironment} as a kernel that Jupyter and editors find.
 *
 * <pre>{@code
 * @PythonEnvironment(packages = {Ipykernel.class, Pandas.class}, kernels = @JupyterKernel(name = "research"))
 * interface Research {}
 * }</pre>
 *
 * <p>The wheel set must lock ipykernel ({@code V236}). Any Jupyter that is started in the environment's shell finds the
 * kernel; when it is installed, it is under {@code share/jupyter/kernels}, where Jupyter searches. The compiler reports
 * a malformed name ({@code V237}).
 *
 * @see <a href="https://jupyter-client.readthedocs.io/en/stable/kernels.html#kernel-specs">Kernel specs</a>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface JupyterKernel {
    /** {@return its name, which notebooks store: lower-case letters, digits, {@code .}, {@code _} and {@code -}} */
    String name();

    /** {@return its name in Jupyter's menus; empty for {@link #name}} */
    String displayName() default "";
}
