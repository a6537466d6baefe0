// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import com.palantir.javapoet.CodeBlock;
import dev.zeus.wheels.CustomPackageDeclaration;
import dev.zeus.wheels.WheelDeclaration;
import dev.zeus.wheels.WheelSetDeclaration;
import java.util.Map;

/** Declarations as the Java expressions that make them. */
final class DeclarationCode {
    private DeclarationCode() {}

    static CodeBlock of(WheelDeclaration wheel, ListCode lists) {
        return lists.makers()
                .flatMap(makers -> makers.call(wheel, own -> RecordCode.of(wheel, own, lists)))
                .orElseGet(() -> RecordCode.of(wheel, Map.of(), lists));
    }

    static CodeBlock of(CustomPackageDeclaration custom, ListCode lists) {
        return RecordCode.of(custom, Map.of(), lists);
    }

    /** The whole set, with expressions for the lists of its declarations. */
    static CodeBlock of(WheelSetDeclaration set, CodeBlock wheels, CodeBlock customPackages, CodeBlock environments) {
        return RecordCode.of(
                set,
                Map.of("wheels", wheels, "customPackages", customPackages, "environments", environments),
                new ListCode(false));
    }
}
