// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import dev.zeus.wheels.ContainerImageDeclaration;
import dev.zeus.wheels.nix.NixBinding;
import dev.zeus.wheels.nix.NixExpr;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Declared container images as the values that {@code mk-images.nix} makes them of. */
final class ImageNix {
    private ImageNix() {}

    static List<NixBinding> values(ContainerImageDeclaration image) {
        return List.of(
                NixBinding.assign("repository", NixExpr.string(image.repository())),
                NixBinding.assign("tag", NixExpr.string(image.tag())),
                NixBinding.assign("entrypoint", NixExpr.string(image.entrypoint())),
                NixBinding.assign("arguments", NixExpr.strings(image.arguments())),
                NixBinding.assign(
                        "ports",
                        NixExpr.strings(image.ports().stream()
                                .map(port -> port + "/tcp")
                                .toList())),
                NixBinding.assign("variables", texts(image.variables())),
                NixBinding.assign("labels", texts(image.labels())),
                NixBinding.assign("user", NixExpr.string(image.user().name())),
                NixBinding.assign("uid", new NixExpr.Int(image.user().uid())),
                NixBinding.assign("workingDirectory", NixExpr.string(image.workingDirectory())),
                NixBinding.assign("shell", NixExpr.bool(image.shell())));
    }

    /** Texts by name. */
    static NixExpr texts(Map<String, String> values) {
        SortedMap<String, NixExpr> texts = new TreeMap<>();
        values.forEach((name, value) -> texts.put(name, NixExpr.string(value)));
        return NixExpr.attrs(texts);
    }
}
