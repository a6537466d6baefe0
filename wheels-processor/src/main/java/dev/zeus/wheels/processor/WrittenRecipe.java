// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import dev.zeus.wheels.CudaComponent;

/** A {@code @Recipe} as it is written. */
record WrittenRecipe(
        Site site,
        WrittenList<String> buildInputs,
        WrittenList<String> nativeBuildInputs,
        WrittenList<String> relax,
        WrittenList<String> remove,
        WrittenList<Patch> patches,
        WrittenList<Substitution> substitutions,
        WrittenList<String> ignoredLibraries,
        WrittenList<SearchPath> searchPaths,
        WrittenList<Cuda> cuda) {
    /** A {@code @Patch} as it is written. */
    record Patch(Site site, Written<String> file, Written<String> url, Written<String> hash) {}

    /** A {@code @Substitution} as it is written. */
    record Substitution(Site site, Written<String> file, Written<String> replace, Written<String> by) {}

    /** A {@code @SearchPath} as it is written. */
    record SearchPath(Site site, Written<String> in, Written<String> path) {}

    /** A {@code @Cuda} as it is written. */
    record Cuda(Site site, Written<String> version, WrittenList<CudaComponent> components) {}

    /** Whether it says nothing. */
    boolean isEmpty() {
        return buildInputs.isEmpty()
                && nativeBuildInputs.isEmpty()
                && relax.isEmpty()
                && remove.isEmpty()
                && patches.isEmpty()
                && substitutions.isEmpty()
                && ignoredLibraries.isEmpty()
                && searchPaths.isEmpty()
                && cuda.isEmpty();
    }
}
