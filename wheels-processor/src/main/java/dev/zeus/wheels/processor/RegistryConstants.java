// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.zeus.wheels.WheelSetDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** The declarations of a set as constants of its registry, spread over several classes where one cannot hold them. */
final class RegistryConstants {
    /** From how many declarations on equal lists are written once. */
    private static final int SHARING = 20;

    /** The most that one class initialises: the JVM limits the code of an initialiser to 64 KiB. */
    private static final int FULL = 2_000;

    private final WheelSetDeclaration set;
    private final Lock lock;
    private final ListCode lists;
    private final List<TypeSpec> types = new ArrayList<>();

    RegistryConstants(WheelSetDeclaration set, Lock lock) {
        this.set = set;
        this.lock = lock;
        this.lists = new ListCode(set.wheels().size() + set.customPackages().size() > SHARING);
    }

    /** Adds them to the registry; answers the expression for the whole set. */
    CodeBlock addTo(TypeSpec.Builder registry, CodeBlock environments) {
        ConstantNames names = new ConstantNames(set.wheels());
        List<RegistryConstant> wheels = set.wheels().stream()
                .map(each -> RegistryConstant.of(each, names.of(each), lock, lists))
                .toList();
        List<RegistryConstant> customPackages = set.customPackages().stream()
                .map(each -> RegistryConstant.of(each, lists))
                .toList();
        boolean inParts = Stream.concat(wheels.stream(), customPackages.stream())
                        .mapToInt(RegistryConstant::weight)
                        .sum()
                > FULL;
        CodeBlock code = DeclarationCode.of(
                set, add(registry, wheels, inParts), add(registry, customPackages, inParts), environments);
        types.forEach(registry::addType);
        lists.holder().ifPresent(registry::addType);
        return code;
    }

    /** Answers the expression for the list of them. */
    private CodeBlock add(TypeSpec.Builder registry, List<RegistryConstant> constants, boolean inParts) {
        if (!inParts || constants.isEmpty()) {
            constants.forEach(constant -> registry.addField(constant.visible(constant.value())));
            return list(constants);
        }
        List<CodeBlock> all = new ArrayList<>();
        for (List<RegistryConstant> some : parts(constants)) {
            String part = part(types.size() + 1);
            types.add(part(part, some));
            some.forEach(constant -> registry.addField(constant.visible(CodeBlock.of("$L.$L", part, constant.name()))));
            all.add(CodeBlock.of("$L.all()", part));
        }
        return CodeBlock.of(
                "$T.of($L).flatMap($T::stream).toList()", Stream.class, CodeBlock.join(all, ", "), List.class);
    }

    /** In written order, each part with as many as one class may initialise. */
    private static List<List<RegistryConstant>> parts(List<RegistryConstant> constants) {
        List<List<RegistryConstant>> parts = new ArrayList<>();
        int weight = FULL;
        for (RegistryConstant constant : constants) {
            weight += constant.weight();
            if (weight > FULL) {
                parts.add(new ArrayList<>());
                weight = constant.weight();
            }
            parts.get(parts.size() - 1).add(constant);
        }
        return parts;
    }

    /** The name of the class that holds the constants of a part, from 1 on. */
    static String part(int number) {
        return "Part" + number;
    }

    private TypeSpec part(String name, List<RegistryConstant> constants) {
        TypeSpec.Builder part =
                TypeSpec.classBuilder(name).addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
        constants.forEach(constant -> part.addField(constant.hidden()));
        part.addMethod(MethodSpec.methodBuilder("all")
                .addModifiers(Modifier.STATIC)
                .returns(ParameterizedTypeName.get(List.class, constants.get(0).type()))
                .addCode("return $L;\n", list(constants))
                .build());
        return part.build();
    }

    /** An array has a type that is written down; that of many arguments javac works out from each of them. */
    private CodeBlock list(List<RegistryConstant> constants) {
        CodeBlock names = constants.stream()
                .map(constant -> CodeBlock.of("$L", constant.name()))
                .collect(CodeBlock.joining(", "));
        return lists.isShared() && !constants.isEmpty()
                ? CodeBlock.of(
                        "$T.of(new $T[] {$L})", List.class, constants.get(0).type(), names)
                : CodeBlock.of("$T.of($L)", List.class, names);
    }
}
