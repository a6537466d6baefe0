// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import dev.zeus.wheels.BuildDeclaration;
import dev.zeus.wheels.CustomPackageDeclaration;
import dev.zeus.wheels.nix.NixBinding;
import dev.zeus.wheels.nix.NixExpr;
import dev.zeus.wheels.nix.NixIdentifier;
import dev.zeus.wheels.nix.NixParameter;
import dev.zeus.wheels.python.Requirement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The arguments of a generated function, each by its own name so that {@code .override} replaces it.
 *
 * <p>{@code callPackage} of a Python set takes what that set lacks from nixpkgs, and a tool of nixpkgs from the set
 * that has a package of its name. So the overlay hands over both kinds itself; only what builds packages is left to
 * {@code callPackage}.
 */
final class CustomArguments {
    private static final NixExpr PKGS = NixExpr.variable("pkgs");
    private static final NixExpr PYTHON_PACKAGES = NixExpr.variable("python3Packages");

    private final Set<String> needed = new HashSet<>();
    private final SortedSet<String> builders = new TreeSet<>();
    private final SortedSet<String> ofSet = new TreeSet<>();
    private final SortedSet<String> tools = new TreeSet<>();

    CustomArguments(CustomPackageDeclaration custom, BuildDeclaration build) {
        needed.addAll(custom.dependencies());
        needed.addAll(build.system().packages());
        build.requires()
                .forEach(text -> needed.add(Requirement.parse(text).name().value()));
    }

    static NixParameter named(String name) {
        return new NixParameter.Named(new NixIdentifier(name));
    }

    /** The names of builders, to which conditions add theirs. */
    SortedSet<String> builders() {
        return builders;
    }

    /** Something that builds packages, such as {@code fetchurl}. */
    NixExpr use(String builder) {
        builders.add(builder);
        return NixExpr.variable(builder);
    }

    /** A package of the Python set. */
    NixExpr ofSet(String name) {
        ReservedNames.requireFree(name);
        if (!NixIdentifier.isIdentifier(name)) {
            builders.add("python3Packages");
            return NixExpr.select(PYTHON_PACKAGES, name);
        }
        ofSet.add(name);
        return NixExpr.variable(name);
    }

    /** An attribute of nixpkgs, such as {@code llvmPackages.openmp}. */
    NixExpr tool(String path) {
        String first = path.split("\\.", 2)[0];
        if (needed.contains(first)) {
            builders.add("pkgs");
            return RecipeNix.attribute("pkgs." + path);
        }
        tools.add(first);
        return RecipeNix.attribute(path);
    }

    NixParameter parameter() {
        SortedSet<String> all = new TreeSet<>(builders);
        all.addAll(ofSet);
        all.addAll(tools);
        List<String> sorted = new ArrayList<>();
        if (all.remove("lib")) {
            sorted.add("lib");
        }
        if (all.remove("stdenv")) {
            sorted.add("stdenv");
        }
        sorted.addAll(all);
        return NixParameter.pattern(true, sorted.toArray(String[]::new));
    }

    /** A function of nixpkgs and the set to what the overlay hands over; empty where that is nothing. */
    Optional<NixExpr> handed() {
        List<NixBinding> handed = new ArrayList<>();
        List<String> sources = new ArrayList<>();
        if (!tools.isEmpty()) {
            sources.add("pkgs");
            handed.add(inherit(PKGS, tools));
        }
        if (!ofSet.isEmpty()) {
            sources.add("ps");
            handed.add(inherit(NixExpr.variable("ps"), ofSet));
        }
        return handed.isEmpty()
                ? Optional.empty()
                : Optional.of(new NixExpr.Lambda(
                        NixParameter.pattern(sources.size() == 1, sources.toArray(String[]::new)),
                        NixExpr.attrs(handed)));
    }

    private static NixBinding inherit(NixExpr from, SortedSet<String> names) {
        return new NixBinding.Inherit(List.of(), Optional.of(from), List.copyOf(names));
    }
}
