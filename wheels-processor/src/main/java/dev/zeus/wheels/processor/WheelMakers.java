// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.zeus.wheels.RecipeDeclaration;
import dev.zeus.wheels.WheelDeclaration;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/**
 * Methods of a large registry that make wheels which differ in names and versions only, as most do: calling one is much
 * less to write, and to compile, than the whole record.
 */
final class WheelMakers {
    /** What each wheel has of its own: components of the record, in the order of the methods' parameters. */
    private static final List<String> PARAMETERS = List.of("type", "name", "alias", "version");

    private final Map<List<Object>, MethodSpec> makers = new LinkedHashMap<>();

    /** Whether a method makes it; a wheel with a recipe is like no other. */
    static boolean makes(WheelDeclaration wheel) {
        return wheel.recipe().equals(RecipeDeclaration.USUAL);
    }

    /** The call that makes a wheel; empty for one that no method makes. */
    Optional<CodeBlock> call(WheelDeclaration wheel, Function<Map<String, CodeBlock>, CodeBlock> whole) {
        if (!makes(wheel)) {
            return Optional.empty();
        }
        MethodSpec maker = makers.computeIfAbsent(common(wheel), key -> maker("wheel" + (makers.size() + 1), whole));
        return Optional.of(CodeBlock.of(
                "$L.$L($S, $S, $S, $S)",
                ListCode.HOLDER,
                maker.name(),
                wheel.type(),
                wheel.name(),
                wheel.alias(),
                wheel.version()));
    }

    /**
     * All that one method makes equal: whatever a wheel has beside its parameters, so that nothing can be forgotten.
     */
    private static List<Object> common(WheelDeclaration wheel) {
        List<Object> common = new ArrayList<>();
        for (RecordComponent component : RecordShape.of(wheel).components()) {
            if (!PARAMETERS.contains(component.getName())) {
                common.add(RecordShape.get(wheel, component));
            }
        }
        return common;
    }

    Collection<MethodSpec> methods() {
        return makers.values();
    }

    private static MethodSpec maker(String name, Function<Map<String, CodeBlock>, CodeBlock> whole) {
        Map<String, CodeBlock> own = new LinkedHashMap<>();
        PARAMETERS.forEach(parameter -> own.put(parameter, CodeBlock.of("$L", parameter)));
        MethodSpec.Builder maker =
                MethodSpec.methodBuilder(name).addModifiers(Modifier.STATIC).returns(WheelDeclaration.class);
        PARAMETERS.forEach(parameter -> maker.addParameter(String.class, parameter));
        return maker.addStatement("return $L", whole.apply(own)).build();
    }
}
