// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import dev.zeus.wheels.KernelDeclaration;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.project.OwnProblem;
import dev.zeus.wheels.nix.NixBinding;
import dev.zeus.wheels.nix.NixExpr;
import java.util.List;

/** A kernel as the values that {@code mk-kernels.nix} makes it of. */
final class KernelNix {
    private static final String IPYKERNEL = "ipykernel";

    private KernelNix() {}

    /** The values; {@code N326} where nothing would answer Jupyter. */
    static List<NixBinding> of(KernelDeclaration kernel, PartContext context) {
        if (context.set().versions(IPYKERNEL).isEmpty() && !context.set().isFromElsewhere(IPYKERNEL)) {
            throw new WheelsException(
                    OwnProblem.NO_IPYKERNEL,
                    "the kernel \"" + kernel.name() + "\" of the environment \""
                            + context.environment().name() + "\" needs ipykernel, which is not locked",
                    "declare it: @Wheel interface Ipykernel {}, then run mvn wheels:generate");
        }
        return List.of(NixBinding.assign("displayName", NixExpr.string(kernel.displayName())));
    }
}
