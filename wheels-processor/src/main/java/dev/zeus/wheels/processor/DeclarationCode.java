package dev.zeus.wheels.processor;

import com.palantir.javapoet.CodeBlock;
import dev.zeus.wheels.CustomPackageDeclaration;
import dev.zeus.wheels.DependencyPolicy;
import dev.zeus.wheels.ExcuseDeclaration;
import dev.zeus.wheels.LibraryPolicy;
import dev.zeus.wheels.LicensePolicy;
import dev.zeus.wheels.PackageTest;
import dev.zeus.wheels.Platform;
import dev.zeus.wheels.PrereleasePolicy;
import dev.zeus.wheels.Provider;
import dev.zeus.wheels.RecipeDeclaration;
import dev.zeus.wheels.ResolutionSettings;
import dev.zeus.wheels.ResolutionStrategy;
import dev.zeus.wheels.SourceDeclaration;
import dev.zeus.wheels.SourceFormat;
import dev.zeus.wheels.Sources;
import dev.zeus.wheels.TargetDeclaration;
import dev.zeus.wheels.WheelDeclaration;
import dev.zeus.wheels.WheelSetDeclaration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Declarations as the Java expressions that make them. */
final class DeclarationCode {
    private DeclarationCode() {}

    static CodeBlock of(WheelDeclaration wheel, ListCode lists) {
        return lists.makers()
                .flatMap(makers -> makers.call(wheel, own -> whole(wheel, lists, own)))
                .orElseGet(() -> whole(
                        wheel,
                        lists,
                        text(wheel.type()),
                        text(wheel.name()),
                        text(wheel.alias()),
                        text(wheel.version())));
    }

    /** The whole record; {@code own} are type, name, alias and version. */
    private static CodeBlock whole(WheelDeclaration wheel, ListCode lists, CodeBlock... own) {
        CodeBlock[] usual = {
            own[0],
            own[1],
            own[2],
            text(wheel.source()),
            lists.of(Platform.class, wheel.platforms(), platform -> constant(Platform.class, platform)),
            lists.of(String.class, wheel.pythons(), DeclarationCode::text),
            own[3],
            lists.of(String.class, wheel.extras(), DeclarationCode::text),
            lists.of(PackageTest.class, wheel.tests(), test -> constant(PackageTest.class, test)),
            constant(Provider.class, wheel.provider())
        };
        return wheel.recipe().equals(RecipeDeclaration.USUAL)
                ? record(WheelDeclaration.class, usual)
                : record(WheelDeclaration.class, and(usual, RecipeCode.of(wheel.recipe())));
    }

    private static CodeBlock[] and(CodeBlock[] first, CodeBlock... more) {
        return Stream.concat(Arrays.stream(first), Arrays.stream(more)).toArray(CodeBlock[]::new);
    }

    static CodeBlock of(CustomPackageDeclaration custom, ListCode lists) {
        CodeBlock[] usual = {
            text(custom.type()),
            text(custom.name()),
            text(custom.alias()),
            text(custom.definition()),
            lists.of(String.class, custom.pythons(), DeclarationCode::text),
            text(custom.description()),
            lists.of(String.class, custom.dependencies(), DeclarationCode::text),
            lists.of(PackageTest.class, custom.tests(), test -> constant(PackageTest.class, test))
        };
        if (custom.build().isEmpty()) {
            return record(CustomPackageDeclaration.class, usual);
        }
        CodeBlock build = CodeBlock.of(
                "$T.of($L)", Optional.class, RecipeCode.of(custom.build().get()));
        return record(CustomPackageDeclaration.class, and(usual, build, RecipeCode.of(custom.recipe())));
    }

    /** The whole set, with expressions for the lists of its declarations. */
    static CodeBlock of(WheelSetDeclaration set, CodeBlock wheels, CodeBlock customPackages, CodeBlock environments) {
        CodeBlock.Builder code = record(
                WheelSetDeclaration.class,
                text(set.packageName()),
                list(set.pythons(), DeclarationCode::text),
                list(set.targets(), DeclarationCode::target),
                list(set.sources(), DeclarationCode::source),
                constant(DependencyPolicy.class, set.dependencies()),
                resolution(set.resolution()),
                wheels,
                customPackages)
                .toBuilder();
        if (!set.replacements().isEmpty()) {
            with(code, "withReplacements", list(set.replacements(), RecipeCode::of));
        }
        if (!set.licenses().equals(LicensePolicy.ANY)) {
            with(code, "withLicenses", licenses(set.licenses()));
        }
        if (!set.environments().isEmpty()) {
            with(code, "withEnvironments", environments);
        }
        if (set.libraries() != LibraryPolicy.COMMON) {
            with(code, "withLibraries", constant(LibraryPolicy.class, set.libraries()));
        }
        if (!set.excuses().isEmpty()) {
            with(code, "withExcuses", list(set.excuses(), DeclarationCode::excuse));
        }
        return code.build();
    }

    private static CodeBlock excuse(ExcuseDeclaration excuse) {
        return record(
                ExcuseDeclaration.class,
                text(excuse.of()),
                list(excuse.codes(), DeclarationCode::text),
                text(excuse.reason()));
    }

    private static void with(CodeBlock.Builder code, String method, CodeBlock value) {
        code.add("\n$>$>.$L($L)$<$<", method, value);
    }

    private static CodeBlock licenses(LicensePolicy policy) {
        return record(
                LicensePolicy.class,
                list(policy.allowed(), DeclarationCode::text),
                list(policy.exceptions(), DeclarationCode::text));
    }

    private static CodeBlock resolution(ResolutionSettings settings) {
        if (settings.equals(ResolutionSettings.DEFAULT)) {
            return CodeBlock.of("$T.DEFAULT", ResolutionSettings.class);
        }
        return record(
                ResolutionSettings.class,
                list(settings.constraints(), DeclarationCode::text),
                list(settings.overrides(), DeclarationCode::text),
                list(settings.excludes(), DeclarationCode::text),
                constant(ResolutionStrategy.class, settings.strategy()),
                constant(PrereleasePolicy.class, settings.prereleases()),
                text(settings.excludeNewer()));
    }

    private static CodeBlock target(TargetDeclaration target) {
        return CodeBlock.of(
                "new $T($L, $S)", TargetDeclaration.class, constant(Platform.class, target.platform()), target.floor());
    }

    private static CodeBlock source(SourceDeclaration source) {
        if (source.equals(Sources.pypi())) {
            return CodeBlock.of("$T.pypi()", Sources.class);
        }
        if (!source.files().isEmpty()) {
            return CodeBlock.of(
                    "new $T($S, $S, $L, $L, $L)",
                    SourceDeclaration.class,
                    source.name(),
                    source.url(),
                    constant(SourceFormat.class, source.format()),
                    source.requiresLogin(),
                    list(source.files(), DeclarationCode::text));
        }
        return source.equals(new SourceDeclaration(source.name(), source.url()))
                ? CodeBlock.of("new $T($S, $S)", SourceDeclaration.class, source.name(), source.url())
                : CodeBlock.of(
                        "new $T($S, $S, $L, $L)",
                        SourceDeclaration.class,
                        source.name(),
                        source.url(),
                        constant(SourceFormat.class, source.format()),
                        source.requiresLogin());
    }

    /** A constructor call with one argument a line. */
    static CodeBlock record(Class<?> type, CodeBlock... arguments) {
        return CodeBlock.of("new $T(\n$>$>$L$<$<)", type, CodeBlock.join(List.of(arguments), ",\n"));
    }

    static <T> CodeBlock list(List<T> values, Function<T, CodeBlock> code) {
        List<CodeBlock> items = values.stream().map(code).toList();
        return CodeBlock.of("$T.of($L)", List.class, CodeBlock.join(items, ", "));
    }

    static CodeBlock text(String text) {
        return CodeBlock.of("$S", text);
    }

    static CodeBlock constant(Class<?> type, Enum<?> constant) {
        return CodeBlock.of("$T.$L", type, constant.name());
    }
}
