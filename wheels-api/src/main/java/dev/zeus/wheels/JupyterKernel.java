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
 * <p>It needs ipykernel locked. The environment's shell finds it, whatever Jupyter is started there; installed, it is
 * under {@code share/jupyter/kernels}, where Jupyter looks.
 *
 * @see <a href="https://jupyter-client.readthedocs.io/en/stable/kernels.html#kernel-specs">Kernel specs</a>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface JupyterKernel {
    /**
     * {@return the name that notebooks remember it by: lower-case letters, digits, {@code .}, {@code _} and {@code -}}
     */
    String name();

    /** {@return what people see in Jupyter; empty for the name} */
    String displayName() default "";
}
