package dev.zeus.wheels.processor;

import static dev.zeus.wheels.processor.DeclarationCode.constant;
import static dev.zeus.wheels.processor.DeclarationCode.list;
import static dev.zeus.wheels.processor.DeclarationCode.record;
import static dev.zeus.wheels.processor.DeclarationCode.text;

import com.palantir.javapoet.CodeBlock;
import dev.zeus.wheels.BuildDeclaration;
import dev.zeus.wheels.BuildSystem;
import dev.zeus.wheels.CudaComponent;
import dev.zeus.wheels.CudaDeclaration;
import dev.zeus.wheels.Origin;
import dev.zeus.wheels.PatchDeclaration;
import dev.zeus.wheels.RecipeDeclaration;
import dev.zeus.wheels.ReplacementDeclaration;
import dev.zeus.wheels.SearchPathDeclaration;
import dev.zeus.wheels.SubstitutionDeclaration;
import java.util.List;
import java.util.Optional;

/** Recipes and builds as the Java expressions that make them. */
final class RecipeCode {
    private RecipeCode() {}

    static CodeBlock of(RecipeDeclaration recipe) {
        if (recipe.equals(RecipeDeclaration.USUAL)) {
            return CodeBlock.of("$T.USUAL", RecipeDeclaration.class);
        }
        return record(
                RecipeDeclaration.class,
                texts(recipe.buildInputs()),
                texts(recipe.nativeBuildInputs()),
                texts(recipe.relax()),
                texts(recipe.remove()),
                list(recipe.patches(), RecipeCode::patch),
                list(recipe.substitutions(), RecipeCode::substitution),
                texts(recipe.ignoredLibraries()),
                list(recipe.searchPaths(), RecipeCode::searchPath),
                recipe.cuda()
                        .map(cuda -> CodeBlock.of("$T.of($L)", Optional.class, cuda(cuda)))
                        .orElseGet(() -> CodeBlock.of("$T.empty()", Optional.class)));
    }

    static CodeBlock of(BuildDeclaration build) {
        return record(
                BuildDeclaration.class,
                text(build.version()),
                origin(build.origin()),
                constant(BuildSystem.class, build.system()),
                text(build.cargoHash()),
                texts(build.requires()),
                texts(build.imports()),
                text(build.license()),
                text(build.homepage()));
    }

    static CodeBlock of(ReplacementDeclaration replacement) {
        return made(ReplacementDeclaration.class, replacement.of(), replacement.by());
    }

    private static CodeBlock origin(Origin origin) {
        if (origin instanceof Origin.GitHub github) {
            return made(Origin.GitHub.class, github.owner(), github.repo(), github.tag(), github.rev(), github.hash());
        } else if (origin instanceof Origin.Index index) {
            return made(Origin.Index.class, index.project(), index.hash());
        }
        Origin.Archive archive = (Origin.Archive) origin;
        return made(Origin.Archive.class, archive.url(), archive.hash());
    }

    private static CodeBlock patch(PatchDeclaration patch) {
        return made(PatchDeclaration.class, patch.file(), patch.url(), patch.hash());
    }

    private static CodeBlock substitution(SubstitutionDeclaration text) {
        return made(SubstitutionDeclaration.class, text.file(), text.replace(), text.by());
    }

    private static CodeBlock searchPath(SearchPathDeclaration place) {
        return made(SearchPathDeclaration.class, place.in(), place.path());
    }

    private static CodeBlock cuda(CudaDeclaration cuda) {
        return CodeBlock.of(
                "new $T($S, $L)",
                CudaDeclaration.class,
                cuda.version(),
                list(cuda.components(), component -> constant(CudaComponent.class, component)));
    }

    private static CodeBlock texts(List<String> texts) {
        return list(texts, DeclarationCode::text);
    }

    /** A constructor call with texts. */
    private static CodeBlock made(Class<?> type, String... texts) {
        CodeBlock arguments = CodeBlock.join(
                List.of(texts).stream().map(DeclarationCode::text).toList(), ", ");
        return CodeBlock.of("new $T($L)", type, arguments);
    }
}
