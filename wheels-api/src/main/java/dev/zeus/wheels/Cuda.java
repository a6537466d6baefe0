// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a package needs of CUDA on Linux.
 *
 * <pre>{@code
 * @Recipe(cuda = @Cuda(version = "12.8", components = {CudaComponent.CUDART, CudaComponent.CUBLAS}))
 * }</pre>
 *
 * <p>The components are build inputs, the driver's own libraries are left to the driver, and what is built finds that
 * at {@code /run/opengl-driver}. A package that is built from source also gets {@code CUDA_HOME}.
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

    /** {@return the parts it needs} */
    CudaComponent[] components();
}
