// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import dev.zeus.wheels.CudaComponent;
import dev.zeus.wheels.CudaDeclaration;
import dev.zeus.wheels.nix.NixBinding;
import dev.zeus.wheels.nix.NixExpr;
import dev.zeus.wheels.nix.NixOperator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a package that is built from source gets of CUDA, on Linux only. */
final class CustomCuda {
    /** The driver's library, which is there only where it runs. */
    static final String DRIVER = "libcuda.so.1";

    private static final String COMPONENTS = "cudaComponents";

    private final Optional<CudaDeclaration> cuda;
    private final CustomArguments arguments;

    CustomCuda(Optional<CudaDeclaration> cuda, CustomArguments arguments) {
        this.cuda = cuda;
        this.arguments = arguments;
    }

    /** The components under one name, since the environment names them again. */
    List<NixBinding> bindings() {
        return cuda.map(asked -> List.of(NixBinding.assign(COMPONENTS, NixExpr.list(components(asked)))))
                .orElse(List.of());
    }

    private List<NixExpr> components(CudaDeclaration asked) {
        return asked.components().stream()
                .map(component -> component(asked, component))
                .toList();
    }

    private NixExpr component(CudaDeclaration asked, CudaComponent component) {
        return NixExpr.select(arguments.tool(RecipeNix.packages(asked)), component.attribute());
    }

    /** The tools of a build. */
    Optional<NixExpr> tools() {
        return cuda.map(asked -> {
            List<NixExpr> tools = new ArrayList<>(List.of(arguments.tool("autoAddDriverRunpath")));
            if (asked.components().contains(CudaComponent.NVCC)) {
                tools.add(component(asked, CudaComponent.NVCC));
            }
            return onLinux(NixExpr.list(tools));
        });
    }

    /** The libraries. */
    Optional<NixExpr> libraries() {
        return cuda.map(asked -> onLinux(NixExpr.variable(COMPONENTS)));
    }

    /** Where build scripts look for it. */
    Optional<NixExpr> environment() {
        return cuda.map(asked -> {
            NixExpr outputs = NixExpr.list(List.of("getBin", "getDev", "getLib").stream()
                    .map(output -> NixExpr.apply(
                            NixExpr.variable("map"), NixExpr.select(lib(), output), NixExpr.variable(COMPONENTS)))
                    .toList());
            NixExpr home = NixExpr.apply(
                    arguments.use("symlinkJoin"),
                    NixExpr.attrs(List.of(
                            NixBinding.assign("name", NixExpr.string("cuda")),
                            NixBinding.assign(
                                    "paths",
                                    NixExpr.apply(
                                            NixExpr.select(lib(), "unique"),
                                            NixExpr.apply(NixExpr.select(lib(), "concatLists"), outputs))))));
            return NixExpr.apply(
                    NixExpr.select(lib(), "optionalAttrs"),
                    isLinux(),
                    NixExpr.attrs(List.of(NixBinding.assign("CUDA_HOME", home))));
        });
    }

    private NixExpr lib() {
        return arguments.use("lib");
    }

    private NixExpr isLinux() {
        return NixExpr.select(arguments.use("stdenv"), "hostPlatform", "isLinux");
    }

    private NixExpr onLinux(NixExpr list) {
        return NixExpr.apply(NixExpr.select(lib(), "optionals"), isLinux(), list);
    }

    /** A list and what CUDA adds to it; empty where both are. */
    Optional<NixExpr> joined(List<NixExpr> first, Optional<NixExpr> more) {
        List<NixExpr> operands = new ArrayList<>();
        if (!first.isEmpty()) {
            operands.add(NixExpr.list(first));
        }
        more.ifPresent(operands::add);
        return operands.isEmpty() ? Optional.empty() : Optional.of(NixExpr.joined(NixOperator.CONCAT, operands));
    }
}
