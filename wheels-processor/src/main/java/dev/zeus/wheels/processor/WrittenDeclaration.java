// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import dev.zeus.wheels.CustomPackageDeclaration;
import dev.zeus.wheels.PackageTest;
import dev.zeus.wheels.Platform;
import dev.zeus.wheels.Provider;
import dev.zeus.wheels.WheelDeclaration;
import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.PackagingParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A {@code @Wheel} or {@code @CustomPackage} as it is written. */
sealed interface WrittenDeclaration {
    TypeName type();

    Site site();

    Written<String> name();

    WrittenList<String> pythons();

    WrittenList<PackageTest> tests();

    Optional<WrittenRecipe> recipe();

    /** Its own Pythons, or those of the set. */
    default List<String> pythons(WrittenSet set) {
        return pythons().items().isEmpty() ? set.pythons().values() : pythons().values();
    }

    /** Its tests, each once. */
    default List<PackageTest> distinctTests() {
        return tests().values().stream().sorted().distinct().toList();
    }

    /**
     * The annotated type's names.
     *
     * @param binary such as {@code com.acme.Wheels$NautilusTrader}
     * @param canonical such as {@code com.acme.Wheels.NautilusTrader}
     * @param simple such as {@code NautilusTrader}
     * @param packageName such as {@code com.acme}
     */
    record TypeName(String binary, String canonical, String simple, String packageName) {}

    /** A {@code @Wheel} as it is written. */
    record Wheel(
            TypeName type,
            Site site,
            Written<String> name,
            Written<String> wheelName,
            Written<String> source,
            WrittenList<Platform> platforms,
            WrittenList<String> pythons,
            Written<String> version,
            WrittenList<String> extras,
            WrittenList<PackageTest> tests,
            Written<Provider> provider,
            Optional<WrittenRecipe> recipe)
            implements WrittenDeclaration {
        static Wheel read(TypeName type, AnnotationMembers members, Optional<WrittenRecipe> recipe) {
            return new Wheel(
                    type,
                    members.site(),
                    members.text("name"),
                    members.text("wheelName"),
                    members.text("source"),
                    members.constants("platforms", Platform.class),
                    members.strings("pythons"),
                    members.text("version"),
                    members.strings("extras"),
                    members.constants("tests", PackageTest.class),
                    members.constant("provider", Provider.class)
                            .orElseGet(() -> new Written<>(Provider.WHEEL, members.site(), false)),
                    recipe);
        }

        /** With the defaults of the set where nothing is written. */
        WheelDeclaration declared(Named named, WrittenSet set) {
            return new WheelDeclaration(
                    type.binary(),
                    named.project(),
                    named.alias(),
                    source.value(),
                    platforms.items().isEmpty() ? set.platforms() : platforms.values(),
                    pythons(set),
                    version.value(),
                    extras.values().stream()
                            .map(Wheel::extra)
                            .sorted()
                            .distinct()
                            .toList(),
                    distinctTests().stream()
                            .filter(test -> !isUniversal() || test != PackageTest.ABI)
                            .toList(),
                    provider.value(),
                    RecipeValues.recipe(recipe));
        }

        private static String extra(String text) {
            try {
                return ExtraName.parse(text).value();
            } catch (PackagingParseException e) {
                return text;
            }
        }

        boolean isUniversal() {
            return platforms.values().contains(Platform.UNIVERSAL);
        }
    }

    /** A {@code @CustomPackage} as it is written; dependencies are binary names. */
    record Custom(
            TypeName type,
            Site site,
            Written<String> name,
            Written<String> definition,
            WrittenList<String> pythons,
            Written<String> description,
            WrittenList<String> dependencies,
            WrittenList<PackageTest> tests,
            WrittenBuild build,
            Optional<WrittenRecipe> recipe)
            implements WrittenDeclaration {
        static Custom read(
                TypeName type, AnnotationMembers members, WrittenBuild build, Optional<WrittenRecipe> recipe) {
            return new Custom(
                    type,
                    members.site(),
                    members.text("name"),
                    members.text("definition"),
                    members.strings("pythons"),
                    members.text("description"),
                    members.classes("dependencies"),
                    members.constants("tests", PackageTest.class),
                    build,
                    recipe);
        }

        /**
         * With the defaults of the set where nothing is written.
         *
         * @param names the names of all packages of the set by their types
         */
        CustomPackageDeclaration declared(Named named, WrittenSet set, Map<String, String> names) {
            return new CustomPackageDeclaration(
                    type.binary(),
                    named.name(),
                    named.alias(),
                    definition.value(),
                    pythons(set),
                    description.value(),
                    dependencies.values().stream()
                            .filter(names::containsKey)
                            .map(each -> names.getOrDefault(each, each))
                            .sorted()
                            .distinct()
                            .toList(),
                    distinctTests(),
                    definition.given() ? Optional.empty() : Optional.of(RecipeValues.build(build)),
                    RecipeValues.recipe(recipe));
        }
    }
}
