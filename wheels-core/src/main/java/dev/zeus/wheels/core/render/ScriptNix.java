// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import dev.zeus.wheels.ScriptDeclaration;
import dev.zeus.wheels.core.project.OwnScript;
import dev.zeus.wheels.nix.NixBinding;
import dev.zeus.wheels.nix.NixExpr;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;

/** A script as the values that {@code mk-scripts.nix} makes a program of. */
final class ScriptNix {
    private ScriptNix() {}

    /** The values; {@code N322}, {@code N323} and {@code N325} where the set does not have what it requires. */
    static List<NixBinding> of(ScriptDeclaration script, PartContext context) {
        OwnScript header = context.own().script(script.file());
        OwnRequirements requirements = new OwnRequirements(context, ProjectNix.siblings(context));
        header.requiresPython().ifPresent(requirements::checkPython);
        SortedMap<String, SortedSet<Edge>> edges = requirements.edges(header.requirements());
        return List.of(
                NixBinding.assign("file", NixExpr.path("../" + script.file())),
                NixBinding.assign("dependencies", PartNix.packages(edges)),
                NixBinding.assign("extras", PartNix.extras(edges)));
    }
}
