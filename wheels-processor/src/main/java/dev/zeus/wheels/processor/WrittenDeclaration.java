package dev.zeus.wheels.processor;

import dev.zeus.wheels.PackageTest;
import dev.zeus.wheels.Platform;
import dev.zeus.wheels.Provider;
import java.util.Optional;

/** A {@code @Wheel} or {@code @CustomPackage} as it is written. */
sealed interface WrittenDeclaration {
    TypeName type();

    Site site();

    Written<String> name();

    WrittenList<String> pythons();

    WrittenList<PackageTest> tests();

    Optional<WrittenRecipe> recipe();

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
            implements WrittenDeclaration {}
}
