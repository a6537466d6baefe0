// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

import java.util.List;
import java.util.Optional;

/**
 * How Nix builds a package beyond the usual way.
 *
 * @param buildInputs attribute paths of nixpkgs
 * @param nativeBuildInputs attribute paths of nixpkgs
 * @param relax normalised names of requirements whose versions do not count
 * @param remove normalised names of requirements to do without
 * @param patches in order
 * @param substitutions in order
 * @param ignoredLibraries file names of libraries that are not provided at build time
 * @param searchPaths directories of libraries in other packages
 * @param cuda what it needs of CUDA
 */
public record RecipeDeclaration(
        List<String> buildInputs,
        List<String> nativeBuildInputs,
        List<String> relax,
        List<String> remove,
        List<PatchDeclaration> patches,
        List<SubstitutionDeclaration> substitutions,
        List<String> ignoredLibraries,
        List<SearchPathDeclaration> searchPaths,
        Optional<CudaDeclaration> cuda) {
    /** The usual way. */
    public static final RecipeDeclaration USUAL = new RecipeDeclaration(
            List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), Optional.empty());

    /**
     * Copies what it is given, so that it cannot change.
     *
     * @param buildInputs attribute paths of nixpkgs
     * @param nativeBuildInputs attribute paths of nixpkgs
     * @param relax normalised names of requirements whose versions do not count
     * @param remove normalised names of requirements to do without
     * @param patches in order
     * @param substitutions in order
     * @param ignoredLibraries file names of libraries that are not provided at build time
     * @param searchPaths directories of libraries in other packages
     * @param cuda what it needs of CUDA
     */
    public RecipeDeclaration {
        buildInputs = List.copyOf(buildInputs);
        nativeBuildInputs = List.copyOf(nativeBuildInputs);
        relax = List.copyOf(relax);
        remove = List.copyOf(remove);
        patches = List.copyOf(patches);
        substitutions = List.copyOf(substitutions);
        ignoredLibraries = List.copyOf(ignoredLibraries);
        searchPaths = List.copyOf(searchPaths);
    }
}
