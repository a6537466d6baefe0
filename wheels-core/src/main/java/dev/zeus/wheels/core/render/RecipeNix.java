// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import dev.zeus.wheels.CudaComponent;
import dev.zeus.wheels.CudaDeclaration;
import dev.zeus.wheels.PatchDeclaration;
import dev.zeus.wheels.RecipeDeclaration;
import dev.zeus.wheels.nix.NixBinding;
import dev.zeus.wheels.nix.NixExpr;
import dev.zeus.wheels.nix.NixName;
import dev.zeus.wheels.nix.NixParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a recipe says of a wheel, as {@code mk-wheel.nix} reads it. */
final class RecipeNix {
    private RecipeNix() {}

    /**
     * The definitions of a wheel's block; requirements to relax or to remove are among those of the block.
     *
     * @param derivation what is installed together, in which libraries are found without being told where
     */
    static List<NixBinding> block(RecipeDeclaration recipe, Set<String> derivation) {
        List<NixBinding> bindings = new ArrayList<>();
        inputs(recipe.buildInputs()).ifPresent(list -> bindings.add(NixBinding.assign("buildInputs", list)));
        inputs(recipe.nativeBuildInputs())
                .ifPresent(list -> bindings.add(NixBinding.assign("nativeBuildInputs", list)));
        if (!recipe.patches().isEmpty()) {
            bindings.add(NixBinding.assign(
                    "patches",
                    NixExpr.list(recipe.patches().stream().map(RecipeNix::patch).toList())));
        }
        if (!recipe.substitutions().isEmpty()) {
            bindings.add(
                    NixBinding.assign("postPatch", new NixExpr.Lines(ShellText.substitute(recipe.substitutions()))));
        }
        if (!recipe.ignoredLibraries().isEmpty()) {
            bindings.add(NixBinding.assign("ignoredLibraries", NixExpr.strings(recipe.ignoredLibraries())));
        }
        List<NixExpr> places = recipe.searchPaths().stream()
                .filter(place -> !derivation.contains(place.in()))
                .map(place -> NixExpr.attrs(List.of(
                        NixBinding.assign("package", NixExpr.string(place.in())),
                        NixBinding.assign("path", NixExpr.string(place.path())))))
                .toList();
        if (!places.isEmpty()) {
            bindings.add(NixBinding.assign("searchPaths", NixExpr.list(places)));
        }
        recipe.cuda().ifPresent(cuda -> bindings.add(NixBinding.assign("cuda", cuda(cuda))));
        return bindings;
    }

    private static Optional<NixExpr> inputs(List<String> attributes) {
        List<NixExpr> inputs = attributes.stream()
                .map(attribute -> attribute("pkgs." + attribute))
                .toList();
        return inputs.isEmpty()
                ? Optional.empty()
                : Optional.of(new NixExpr.Lambda(NixParameter.pattern(false, "pkgs"), NixExpr.list(inputs)));
    }

    /** The expression of an attribute path such as {@code llvmPackages.openmp}. */
    static NixExpr attribute(String path) {
        String[] names = path.split("\\.", -1);
        NixExpr first = NixExpr.variable(names[0]);
        return names.length == 1
                ? first
                : new NixExpr.Select(
                        first,
                        List.of(names).subList(1, names.length).stream()
                                .map(NixName::of)
                                .toList(),
                        Optional.empty());
    }

    /** A patch of the project as its path from a file one directory below the generated ones, else what to fetch. */
    static NixExpr patch(PatchDeclaration patch) {
        return patch.file().isEmpty() ? fetched(patch) : NixExpr.path("../../" + patch.file());
    }

    private static NixExpr fetched(PatchDeclaration patch) {
        return NixExpr.attrs(List.of(
                NixBinding.assign("url", NixExpr.string(patch.url())),
                NixBinding.assign("hash", NixExpr.string(patch.hash()))));
    }

    private static NixExpr cuda(CudaDeclaration cuda) {
        return NixExpr.attrs(List.of(
                NixBinding.assign("packages", NixExpr.string(packages(cuda))),
                NixBinding.assign(
                        "components",
                        NixExpr.strings(cuda.components().stream()
                                .map(CudaComponent::attribute)
                                .toList()))));
    }

    /** The attribute of a version of CUDA: {@code cudaPackages_12_8}. */
    static String packages(CudaDeclaration cuda) {
        return cuda.version().isEmpty()
                ? "cudaPackages"
                : "cudaPackages_" + cuda.version().replace('.', '_');
    }

    /** A call of {@code fetchpatch} for a patch from the network. */
    static NixExpr fetchpatch(PatchDeclaration patch) {
        return NixExpr.apply(NixExpr.variable("fetchpatch"), fetched(patch));
    }
}
