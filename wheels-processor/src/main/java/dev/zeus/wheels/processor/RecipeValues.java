// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import dev.zeus.wheels.BuildDeclaration;
import dev.zeus.wheels.CudaDeclaration;
import dev.zeus.wheels.Origin;
import dev.zeus.wheels.PatchDeclaration;
import dev.zeus.wheels.RecipeDeclaration;
import dev.zeus.wheels.SearchPathDeclaration;
import dev.zeus.wheels.SubstitutionDeclaration;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.PackagingParseException;
import dev.zeus.wheels.python.Requirement;
import java.util.List;
import java.util.Optional;

/** Recipes and builds as they are declared; wrong values pass through. */
final class RecipeValues {
    private RecipeValues() {}

    static RecipeDeclaration recipe(Optional<WrittenRecipe> written) {
        return written.map(RecipeValues::recipe).orElse(RecipeDeclaration.USUAL);
    }

    private static RecipeDeclaration recipe(WrittenRecipe written) {
        return new RecipeDeclaration(
                sorted(written.buildInputs().values()),
                sorted(written.nativeBuildInputs().values()),
                names(written.relax()),
                names(written.remove()),
                written.patches().values().stream()
                        .map(patch -> new PatchDeclaration(
                                patch.file().value(),
                                patch.url().value(),
                                patch.hash().value()))
                        .toList(),
                written.substitutions().values().stream()
                        .map(text -> new SubstitutionDeclaration(
                                text.file().value(),
                                text.replace().value(),
                                text.by().value()))
                        .toList(),
                sorted(written.ignoredLibraries().values()),
                written.searchPaths().values().stream()
                        .map(place -> new SearchPathDeclaration(
                                name(place.in().value()), place.path().value()))
                        .toList(),
                written.cuda().values().stream()
                        .findFirst()
                        .map(cuda -> new CudaDeclaration(
                                cuda.version().value(),
                                cuda.components().values().stream()
                                        .sorted()
                                        .distinct()
                                        .toList())));
    }

    static BuildDeclaration build(WrittenBuild written) {
        return new BuildDeclaration(
                written.version().value(),
                written.from().map(from -> origin(from.value())).orElseGet(() -> new Origin.Archive("", "")),
                written.system().value(),
                written.cargoHash().value(),
                sorted(written.requires().values().stream()
                        .map(RecipeValues::requirement)
                        .toList()),
                written.imports().values(),
                written.license().value(),
                written.homepage().value());
    }

    private static Origin origin(WrittenBuild.From from) {
        String hash = from.hash().value();
        if (from.github().given()) {
            String[] parts = from.github().value().split("/", 2);
            String repo = parts.length > 1 ? parts[1] : "";
            return new Origin.GitHub(
                    parts[0], repo, from.tag().value(), from.rev().value(), hash);
        }
        return from.index().given()
                ? new Origin.Index(from.index().value(), hash)
                : new Origin.Archive(from.url().value(), hash);
    }

    private static List<String> names(WrittenList<String> written) {
        return sorted(written.values().stream().map(RecipeValues::name).toList());
    }

    private static List<String> sorted(List<String> texts) {
        return texts.stream().sorted().distinct().toList();
    }

    /** The normalised name, or the text if it is not a name. */
    static String name(String text) {
        try {
            return PackageName.parse(text).value();
        } catch (PackagingParseException e) {
            return text;
        }
    }

    private static String requirement(String text) {
        try {
            return Requirement.parse(text).toString();
        } catch (PackagingParseException e) {
            return text;
        }
    }
}
