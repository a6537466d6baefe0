// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The CUDA components that a package needs on Linux.
 *
 * <pre>{@code
 * @Recipe(cuda = @Cuda(version = "12.8", components = {CudaComponent.CUDART, CudaComponent.CUBLAS}))
 * }</pre>
 *
 * <p>The components become build inputs. The driver's own libraries are not included: the package finds them at
 * {@code /run/opengl-driver} at run time. A build from source also gets {@code CUDA_HOME}.
 *
 * <p>The compiler reports a version that nixpkgs does not have, or a recipe that does not use CUDA ({@code V188}).
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface Cuda {
    /**
     * {@return the version of nixpkgs' {@code cudaPackages}, such as {@code "12.8"} or {@code "12"}; empty for its
     * default}
     */
    String version() default "";

    /** {@return the components that the package needs} */
    CudaComponent[] components();
}
