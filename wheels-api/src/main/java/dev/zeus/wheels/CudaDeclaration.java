// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

import java.util.List;

/**
 * What a package needs of CUDA.
 *
 * @param version such as {@code 12.8}; empty for nixpkgs' default
 * @param components the parts, sorted
 */
public record CudaDeclaration(String version, List<CudaComponent> components) {
    /**
     * Copies what it is given, so that it cannot change.
     *
     * @param version such as {@code 12.8}; empty for nixpkgs' default
     * @param components the parts, sorted
     */
    public CudaDeclaration {
        components = List.copyOf(components);
    }
}
