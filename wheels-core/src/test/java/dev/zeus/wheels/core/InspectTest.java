package dev.zeus.wheels.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.DependencyPolicy;
import dev.zeus.wheels.LibraryPolicy;
import dev.zeus.wheels.LicensePolicy;
import dev.zeus.wheels.Platform;
import dev.zeus.wheels.ResolutionSettings;
import dev.zeus.wheels.TargetDeclaration;
import dev.zeus.wheels.WheelSetDeclaration;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What of a wheel set people and programs are shown. */
class InspectTest {
    private static WheelSetDeclaration set(LicensePolicy licenses, LibraryPolicy libraries) {
        return new WheelSetDeclaration(
                        "com.acme",
                        List.of("3.12"),
                        List.of(new TargetDeclaration(Platform.X86_64_LINUX, "2.39")),
                        List.of(),
                        DependencyPolicy.NIXPKGS_FIRST,
                        ResolutionSettings.DEFAULT,
                        List.of(),
                        List.of())
                .withLicenses(licenses)
                .withLibraries(libraries);
    }

    @Test
    void showsThePoliciesOfTheSet() {
        LicensePolicy licenses = new LicensePolicy(List.of("MIT", "Apache-2.0"), List.of("certifi"));

        assertThat(Inspect.run(set(licenses, LibraryPolicy.READ), Inspect.Format.TEXT))
                .contains("""

                        policies
                            dependencies nixpkgs_first
                            libraries    read
                            licenses     MIT, Apache-2.0
                            exceptions   certifi

                        """);
        assertThat(Inspect.run(set(licenses, LibraryPolicy.READ), Inspect.Format.JSON))
                .contains("\"libraries\" : \"READ\"", "\"allowed\" : [ \"MIT\", \"Apache-2.0\" ]");
    }

    /** Every component of every declaration, with a value that nothing else has. */
    @Test
    void forgetsNoMember() throws ReflectiveOperationException {
        List<String> values = new ArrayList<>();
        WheelSetDeclaration set = (WheelSetDeclaration) sample(WheelSetDeclaration.class, values);
        String text = Inspect.run(set, Inspect.Format.TEXT);
        String json = Inspect.run(set, Inspect.Format.JSON);

        assertThat(values).hasSizeGreaterThan(50);
        assertThat(json).contains(values);
        String definition = set.customPackages().get(0).definition();
        assertThat(text)
                .contains(values.stream()
                        .filter(value -> !value.equals(definition))
                        .toList());
        assertThat(json).contains("\"aarch64-darwin\"").doesNotContain("AARCH64_DARWIN");
        assertThat(text).contains("aarch64-darwin").doesNotContain("aarch64_darwin");
    }

    private static Object sample(Type type, List<String> values) throws ReflectiveOperationException {
        if (type instanceof ParameterizedType parameterized) {
            Object item = sample(parameterized.getActualTypeArguments()[0], values);
            if (parameterized.getRawType() == SortedMap.class) {
                Object value = sample(parameterized.getActualTypeArguments()[1], values);
                return new TreeMap<>(Map.of(item, value));
            }
            return parameterized.getRawType() == Optional.class ? Optional.of(item) : List.of(item);
        }
        Class<?> raw = (Class<?>) type;
        if (raw.isSealed()) {
            return sample(raw.getPermittedSubclasses()[0], values);
        }
        if (raw.isEnum()) {
            return raw.getEnumConstants()[raw.getEnumConstants().length - 1];
        }
        if (raw.isRecord()) {
            List<Class<?>> types = new ArrayList<>();
            List<Object> arguments = new ArrayList<>();
            for (RecordComponent component : raw.getRecordComponents()) {
                types.add(component.getType());
                arguments.add(sample(component.getGenericType(), values));
            }
            Constructor<?> constructor = raw.getDeclaredConstructor(types.toArray(Class<?>[]::new));
            return constructor.newInstance(arguments.toArray());
        }
        if (raw == boolean.class) {
            return true;
        }
        values.add("value-" + values.size() + "-");
        return values.get(values.size() - 1);
    }

    @Test
    void saysThatAnyLicenceIsAllowed() {
        assertThat(Inspect.run(set(LicensePolicy.ANY, LibraryPolicy.COMMON), Inspect.Format.TEXT))
                .contains("""

                        policies
                            dependencies nixpkgs_first
                            libraries    common
                            licenses     any

                        """);
    }
}
