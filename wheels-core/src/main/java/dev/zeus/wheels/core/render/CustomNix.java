// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import dev.zeus.wheels.BuildDeclaration;
import dev.zeus.wheels.CustomPackageDeclaration;
import dev.zeus.wheels.Origin;
import dev.zeus.wheels.PatchDeclaration;
import dev.zeus.wheels.RecipeDeclaration;
import dev.zeus.wheels.nix.NixBinding;
import dev.zeus.wheels.nix.NixExpr;
import dev.zeus.wheels.nix.NixName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A package that is built from source as its declaration says, as the function that nixpkgs would have for it. */
final class CustomNix {
    private final CustomPackageDeclaration custom;
    private final BuildDeclaration build;
    private final RecipeDeclaration recipe;
    private final CustomArguments arguments;
    private final List<NixBinding> bindings = new ArrayList<>();

    private CustomNix(CustomPackageDeclaration custom, BuildDeclaration build) {
        this.custom = custom;
        this.build = build;
        this.recipe = custom.recipe();
        this.arguments = new CustomArguments(custom, build);
    }

    /** The function. */
    static NixExpr of(CustomPackageDeclaration custom, BuildDeclaration build) {
        return new CustomNix(custom, build).function();
    }

    private void put(String name, NixExpr value) {
        bindings.add(NixBinding.assign(name, value));
    }

    private void putList(String name, List<NixExpr> values) {
        if (!values.isEmpty()) {
            put(name, NixExpr.list(values));
        }
    }

    private void putStrings(String name, List<String> texts) {
        if (!texts.isEmpty()) {
            put(name, NixExpr.strings(texts));
        }
    }

    private NixExpr function() {
        CustomCuda cuda = new CustomCuda(recipe.cuda(), arguments);
        source();
        inputs(cuda);
        new CustomNeeds(custom, build, arguments).list().ifPresent(list -> put("dependencies", list));
        if (CustomRequirements.areChanged(custom)) {
            put("postBuild", rewriting());
        }
        cuda.environment().ifPresent(environment -> put("env", environment));
        recipeOfTheEnd();
        NixExpr attributes = new NixExpr.Attrs(false, bindings, true);
        NixExpr argument = build.system().isRust()
                ? new NixExpr.Lambda(CustomArguments.named("finalAttrs"), attributes)
                : attributes;
        NixExpr body = NixExpr.apply(arguments.use("buildPythonPackage"), argument);
        NixExpr whole = cuda.bindings().isEmpty() ? body : new NixExpr.Let(cuda.bindings(), body);
        return new NixExpr.Lambda(arguments.parameter(), whole);
    }

    private NixExpr rewriting() {
        List<NixBinding> names = new ArrayList<>();
        if (!recipe.relax().isEmpty()) {
            names.add(NixBinding.assign("relax", NixExpr.strings(recipe.relax())));
        }
        if (!recipe.remove().isEmpty()) {
            names.add(NixBinding.assign("remove", NixExpr.strings(recipe.remove())));
        }
        return NixExpr.apply(
                NixExpr.variable("import"), NixExpr.path("../rewrite-requirements.nix"), NixExpr.attrs(names));
    }

    private void source() {
        put("pname", NixExpr.string(custom.name()));
        put("version", NixExpr.string(build.version()));
        put("pyproject", NixExpr.bool(true));
        put("src", origin(build.origin()));
        if (build.system().isRust()) {
            NixExpr vendored = NixExpr.attrs(List.of(
                    new NixBinding.Inherit(
                            List.of(), Optional.of(NixExpr.variable("finalAttrs")), List.of("pname", "src", "version")),
                    NixBinding.assign("hash", NixExpr.string(build.cargoHash()))));
            put(
                    "cargoDeps",
                    NixExpr.apply(NixExpr.select(arguments.tool("rustPlatform"), "fetchCargoVendor"), vendored));
        }
        putList("patches", recipe.patches().stream().map(this::patch).toList());
        if (!recipe.substitutions().isEmpty()) {
            put("postPatch", new NixExpr.Lines(ShellText.substitute(recipe.substitutions())));
        }
    }

    private NixExpr patch(PatchDeclaration patch) {
        if (!patch.file().isEmpty()) {
            return RecipeNix.patch(patch);
        }
        arguments.use("fetchpatch");
        return RecipeNix.fetchpatch(patch);
    }

    private NixExpr origin(Origin origin) {
        NixBinding hash = NixBinding.assign("hash", NixExpr.string(origin.hash()));
        if (origin instanceof Origin.GitHub github) {
            boolean tagged = !github.tag().isEmpty();
            return NixExpr.apply(
                    arguments.use("fetchFromGitHub"),
                    NixExpr.attrs(List.of(
                            NixBinding.assign("owner", NixExpr.string(github.owner())),
                            NixBinding.assign("repo", NixExpr.string(github.repo())),
                            NixBinding.assign(
                                    tagged ? "tag" : "rev", NixExpr.string(tagged ? github.tag() : github.rev())),
                            hash)));
        } else if (origin instanceof Origin.Index index) {
            return NixExpr.apply(
                    arguments.use("fetchPypi"),
                    NixExpr.attrs(List.of(
                            NixBinding.assign("pname", NixExpr.string(index.project())),
                            NixBinding.assign("version", NixExpr.string(build.version())),
                            hash)));
        }
        Origin.Archive archive = (Origin.Archive) origin;
        return NixExpr.apply(
                arguments.use("fetchurl"),
                NixExpr.attrs(List.of(NixBinding.assign("url", NixExpr.string(archive.url())), hash)));
    }

    private void inputs(CustomCuda cuda) {
        List<String> tools = new ArrayList<>(recipe.nativeBuildInputs());
        switch (build.system()) {
            case MATURIN -> tools.addAll(List.of("rustPlatform.cargoSetupHook", "rustPlatform.maturinBuildHook"));
            case SETUPTOOLS_RUST -> tools.addAll(List.of("cargo", "rustPlatform.cargoSetupHook", "rustc"));
            case SCIKIT_BUILD_CORE -> tools.addAll(List.of("cmake", "ninja"));
            default -> {}
        }
        if (tools.contains("cmake")) {
            // The hook of CMake would configure the source before the build system does.
            put("dontUseCmakeConfigure", NixExpr.bool(true));
        }
        putList(
                "build-system",
                build.system().packages().stream().map(arguments::ofSet).toList());
        List<NixExpr> builders =
                tools.stream().sorted().distinct().map(arguments::tool).toList();
        cuda.joined(builders, cuda.tools()).ifPresent(list -> put("nativeBuildInputs", list));
        List<NixExpr> libraries =
                recipe.buildInputs().stream().map(arguments::tool).toList();
        cuda.joined(libraries, cuda.libraries()).ifPresent(list -> put("buildInputs", list));
    }

    private void recipeOfTheEnd() {
        List<String> ignored = Stream.concat(
                        recipe.ignoredLibraries().stream(),
                        recipe.cuda().isPresent() ? Stream.of(CustomCuda.DRIVER) : Stream.of())
                .sorted()
                .distinct()
                .toList();
        putStrings("autoPatchelfIgnoreMissingDeps", ignored);
        put("doCheck", NixExpr.bool(false));
        putStrings(
                "pythonImportsCheck",
                build.imports().isEmpty() ? List.of(custom.name().replace('-', '_')) : build.imports());
        put("meta", meta());
    }

    private NixExpr meta() {
        List<NixBinding> meta = new ArrayList<>();
        String homepage = build.homepage().isEmpty() && build.origin() instanceof Origin.GitHub github
                ? "https://github.com/" + github.owner() + '/' + github.repo()
                : build.homepage();
        putText(meta, "description", custom.description());
        putText(meta, "homepage", homepage);
        List<NixExpr> licenses = Licenses.named(build.license());
        if (!licenses.isEmpty()) {
            meta.add(NixBinding.assign(
                    "license",
                    NixExpr.apply(
                            NixExpr.variable("import"),
                            NixExpr.path("../licenses.nix"),
                            arguments.use("lib"),
                            NixExpr.list(licenses))));
        }
        return NixExpr.attrs(meta);
    }

    private static void putText(List<NixBinding> meta, String name, String text) {
        if (!text.isBlank()) {
            meta.add(new NixBinding.Assign(List.of(), List.of(NixName.of(name)), ForeignText.nix(text)));
        }
    }

    /** What the overlay hands to the function from the set and from nixpkgs. */
    static Optional<NixExpr> arguments(CustomPackageDeclaration custom, BuildDeclaration build) {
        CustomNix nix = new CustomNix(custom, build);
        nix.function();
        return nix.arguments.handed();
    }
}
