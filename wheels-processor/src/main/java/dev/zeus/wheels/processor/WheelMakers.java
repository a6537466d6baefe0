package dev.zeus.wheels.processor;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.zeus.wheels.RecipeDeclaration;
import dev.zeus.wheels.WheelDeclaration;
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
    private final Map<List<Object>, MethodSpec> makers = new LinkedHashMap<>();

    /** Whether a method makes it; a wheel with a recipe is like no other. */
    static boolean makes(WheelDeclaration wheel) {
        return wheel.recipe().equals(RecipeDeclaration.USUAL);
    }

    /** The call that makes a wheel; empty for one that no method makes. */
    Optional<CodeBlock> call(WheelDeclaration wheel, Function<CodeBlock[], CodeBlock> whole) {
        if (!makes(wheel)) {
            return Optional.empty();
        }
        List<Object> common = List.of(
                wheel.source(), wheel.platforms(), wheel.pythons(), wheel.extras(), wheel.tests(), wheel.provider());
        MethodSpec maker = makers.computeIfAbsent(common, key -> maker("wheel" + (makers.size() + 1), whole));
        return Optional.of(CodeBlock.of(
                "$L.$L($S, $S, $S, $S)",
                ListCode.HOLDER,
                maker.name(),
                wheel.type(),
                wheel.name(),
                wheel.alias(),
                wheel.version()));
    }

    Collection<MethodSpec> methods() {
        return makers.values();
    }

    private static MethodSpec maker(String name, Function<CodeBlock[], CodeBlock> whole) {
        CodeBlock[] own = List.of("type", "name", "alias", "version").stream()
                .map(parameter -> CodeBlock.of("$L", parameter))
                .toArray(CodeBlock[]::new);
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.STATIC)
                .returns(WheelDeclaration.class)
                .addParameter(String.class, "type")
                .addParameter(String.class, "name")
                .addParameter(String.class, "alias")
                .addParameter(String.class, "version")
                .addStatement("return $L", whole.apply(own))
                .build();
    }
}
