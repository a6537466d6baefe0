// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import static com.google.testing.compile.Compiler.javac;
import static dev.zeus.wheels.processor.RegistryCompilation.load;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.JavaFileObjects;
import dev.zeus.wheels.DependencyPolicy;
import dev.zeus.wheels.PackageTest;
import dev.zeus.wheels.Platform;
import dev.zeus.wheels.Provider;
import dev.zeus.wheels.RecipeDeclaration;
import dev.zeus.wheels.ResolutionSettings;
import dev.zeus.wheels.WheelDeclaration;
import dev.zeus.wheels.WheelSetDeclaration;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A registry of more than twenty declarations makes those that are alike by one method. */
class WheelMakersTest {
    private static final int EACH = 25;

    private static final Map<String, IntFunction<Object>> VALUES = values();

    /** For each component so many values, all different where it has so many. */
    private static Map<String, IntFunction<Object>> values() {
        Map<String, IntFunction<Object>> values = new LinkedHashMap<>();
        values.put("type", i -> "com.acme.Type" + i);
        values.put("name", i -> "name" + i);
        values.put("alias", i -> "alias" + i);
        values.put("source", i -> "source" + i);
        values.put("platforms", i -> some(Platform.values(), i));
        values.put("pythons", i -> List.of("3." + i));
        values.put("version", i -> ">=" + i);
        values.put("extras", i -> List.of("extra" + i));
        values.put("tests", i -> some(PackageTest.values(), i));
        values.put("provider", i -> Provider.values()[i % Provider.values().length]);
        values.put("recipe", WheelMakersTest::recipe);
        return values;
    }

    @Test
    void keepsEveryComponentOfEachWheel() throws Exception {
        assertThat(VALUES.keySet())
                .containsExactlyElementsOf(Stream.of(WheelDeclaration.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
        List<WheelDeclaration> wheels = new ArrayList<>();
        for (String varied : VALUES.keySet()) {
            for (int i = 0; i < EACH; i++) {
                wheels.add(wheel(varied, i, wheels.size()));
            }
        }
        wheels.sort(Comparator.comparing(WheelDeclaration::name));
        WheelSetDeclaration set = new WheelSetDeclaration(
                "com.acme",
                List.of("3.12"),
                List.of(),
                List.of(),
                DependencyPolicy.WHEELS,
                ResolutionSettings.DEFAULT,
                wheels,
                List.of());

        String source = new RegistryWriter(set, new RegistryModule(true, false), Lock.NONE).write("AcmeWheels");

        assertThat(load(
                        javac().compile(JavaFileObjects.forSourceString("com.acme.AcmeWheels", source)),
                        "com.acme.AcmeWheels"))
                .isEqualTo(set);
    }

    /** One that differs from the others in one component, and in what all must differ in. */
    private static WheelDeclaration wheel(String varied, int value, int number) throws ReflectiveOperationException {
        List<Object> arguments = new ArrayList<>();
        List<Class<?>> types = new ArrayList<>();
        for (RecordComponent component : WheelDeclaration.class.getRecordComponents()) {
            String name = component.getName();
            boolean own = List.of("type", "name", "alias").contains(name);
            arguments.add(
                    Objects.requireNonNull(VALUES.get(name)).apply(own ? number : name.equals(varied) ? value : 0));
            types.add(component.getType());
        }
        return WheelDeclaration.class
                .getConstructor(types.toArray(Class<?>[]::new))
                .newInstance(arguments.toArray());
    }

    private static RecipeDeclaration recipe(int i) {
        RecipeDeclaration usual = RecipeDeclaration.USUAL;
        return i == 0
                ? usual
                : new RecipeDeclaration(
                        List.of("input" + i),
                        usual.nativeBuildInputs(),
                        usual.relax(),
                        usual.remove(),
                        usual.patches(),
                        usual.substitutions(),
                        usual.ignoredLibraries(),
                        usual.searchPaths(),
                        usual.cuda());
    }

    /** Those whose bits are set. */
    private static <E extends Enum<E>> List<E> some(E[] all, int bits) {
        return Stream.of(all).filter(each -> (bits >> each.ordinal() & 1) == 1).toList();
    }
}
