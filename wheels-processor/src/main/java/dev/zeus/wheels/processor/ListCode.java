// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.zeus.wheels.WheelDeclaration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/**
 * Lists of values as expressions: each written where it is used, or, in a large registry, once for all declarations
 * that have the same.
 *
 * <p>javac has to infer the type of every {@code List.of}, which for thousands of them takes longer than the rest of a
 * build.
 */
final class ListCode {
    /** The class that holds what is shared. */
    static final String HOLDER = "Shared";

    private final boolean shared;
    private final Map<Map.Entry<Class<?>, List<?>>, FieldSpec> fields = new LinkedHashMap<>();
    private final WheelMakers makers = new WheelMakers();

    ListCode(boolean shared) {
        this.shared = shared;
    }

    /** The expression for some values of one type. */
    <T> CodeBlock of(Class<?> type, List<T> values, Function<? super T, CodeBlock> code) {
        CodeBlock list = CodeBlock.of(
                "$T.of($L)",
                List.class,
                CodeBlock.join(values.stream().<CodeBlock>map(code).toList(), ", "));
        if (!shared) {
            return list;
        }
        FieldSpec field = fields.computeIfAbsent(
                Map.entry(type, values),
                each -> FieldSpec.builder(
                                ParameterizedTypeName.get(ClassName.get(List.class), ClassName.get(type)),
                                type.getSimpleName().toUpperCase(Locale.ROOT) + "_" + (fields.size() + 1),
                                Modifier.STATIC,
                                Modifier.FINAL)
                        .initializer(list)
                        .build());
        return CodeBlock.of("$L.$L", HOLDER, field.name());
    }

    /** Whether what is equal is written once. */
    boolean isShared() {
        return shared;
    }

    /** Whether a wheel is made by calling a shared method. */
    boolean isCall(WheelDeclaration wheel) {
        return shared && WheelMakers.makes(wheel);
    }

    /** Methods that make wheels, where anything is shared. */
    Optional<WheelMakers> makers() {
        return shared ? Optional.of(makers) : Optional.empty();
    }

    /** The class that holds what is shared; none where nothing is. */
    Optional<TypeSpec> holder() {
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(TypeSpec.classBuilder(HOLDER)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addFields(fields.values())
                .addMethods(makers.methods())
                .build());
    }
}
