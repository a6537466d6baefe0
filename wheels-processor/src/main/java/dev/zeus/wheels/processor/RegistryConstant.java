// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.zeus.wheels.CustomPackageDeclaration;
import dev.zeus.wheels.WheelDeclaration;
import javax.lang.model.element.Modifier;

/**
 * A declaration as a constant of the registry.
 *
 * @param weight how much code initialises it, in calls with a few texts
 */
record RegistryConstant(Class<?> type, String name, String javadoc, CodeBlock value, int weight) {
    private static final int CALL = 1;
    private static final int RECORD = 10;

    static RegistryConstant of(WheelDeclaration wheel, String constant, Lock lock, ListCode lists) {
        String versions = lock.versions(wheel.name()).map(some -> " " + some).orElse("");
        String source = SourceRules.isName(wheel.source()) ? wheel.source() : "unknown";
        return new RegistryConstant(
                WheelDeclaration.class,
                constant,
                wheel.name() + versions + " from the source " + source,
                DeclarationCode.of(wheel, lists),
                lists.isCall(wheel) ? CALL : RECORD);
    }

    static RegistryConstant of(CustomPackageDeclaration custom, ListCode lists) {
        return new RegistryConstant(
                CustomPackageDeclaration.class,
                Names.constant(custom.alias()),
                custom.name() + ", built by a Nix definition",
                DeclarationCode.of(custom, lists),
                RECORD);
    }

    /** The constant that users see, with this value. */
    FieldSpec visible(CodeBlock initializer) {
        return field(type, name)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("$L.\n", javadoc)
                .initializer(initializer)
                .build();
    }

    /** The constant within the registry, with its own value. */
    FieldSpec hidden() {
        return field(type, name).initializer(value).build();
    }

    /** A class of the registry that holds constants only. */
    static TypeSpec.Builder holder(String name) {
        return TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
    }

    static FieldSpec.Builder field(Class<?> type, String name) {
        return FieldSpec.builder(type, name, Modifier.STATIC, Modifier.FINAL);
    }
}
