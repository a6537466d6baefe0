// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import dev.zeus.wheels.BuildSystem;
import dev.zeus.wheels.CudaComponent;
import dev.zeus.wheels.DependencyPolicy;
import dev.zeus.wheels.LibraryPolicy;
import dev.zeus.wheels.NixCache;
import dev.zeus.wheels.Platform;
import dev.zeus.wheels.PrereleasePolicy;
import dev.zeus.wheels.Recipe;
import dev.zeus.wheels.ResolutionStrategy;
import dev.zeus.wheels.SourceFormat;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * Turns the compiler's mirrors of our annotations into values with their places.
 *
 * <p>Values that the compiler could not make sense of are left out, since it reports them itself, and remembered in
 * {@link #unreadable()}: should another processor generate the missing constant, it does not.
 */
final class AnnotationReader {
    private final Elements elements;
    private final ReadingState state = new ReadingState();

    AnnotationReader(Elements elements) {
        this.elements = elements;
    }

    /** The names of what had values that the compiler could not make sense of. */
    Set<String> unreadable() {
        return state.unreadable();
    }

    static Optional<AnnotationMirror> mirror(Element element, Class<?> annotation) {
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            if (mirror.getAnnotationType().asElement() instanceof TypeElement type
                    && type.getQualifiedName().contentEquals(annotation.getCanonicalName())) {
                return Optional.of(mirror);
            }
        }
        return Optional.empty();
    }

    WrittenSet set(PackageElement element, AnnotationMirror mirror) {
        AnnotationMembers members = members(element, mirror);
        return new WrittenSet(
                element.getQualifiedName().toString(),
                members.site(),
                members.strings("pythons"),
                members.nested("targets", AnnotationReader::target),
                members.nested("sources", AnnotationReader::source),
                members.constant("dependencies", DependencyPolicy.class)
                        .map(Written::value)
                        .orElse(DependencyPolicy.WHEELS),
                resolution(members),
                members.nested(
                        "replacements",
                        replacement -> new WrittenSet.Replacement(
                                replacement.site(), replacement.string("of"), replacement.string("by"))),
                new WrittenSet.Licenses(members.strings("licenses"), members.strings("licenseExceptions")),
                members.constant("libraries", LibraryPolicy.class)
                        .map(Written::value)
                        .orElse(LibraryPolicy.COMMON),
                members.nested(
                        "excuses",
                        excuse -> new WrittenSet.Excuse(
                                excuse.site(), excuse.string("of"), excuse.strings("codes"), excuse.string("reason"))),
                members.nested("ci", AnnotationReader::integration),
                members.flag("attestations"),
                members.text("registry"));
    }

    private static WrittenSet.Integration integration(AnnotationMembers members) {
        return new WrittenSet.Integration(
                members.site(),
                members.strings("runner"),
                members.number("java").orElseGet(() -> new Written<>(21, members.site(), false)),
                members.flag("installNix"),
                members.constant("cache", NixCache.class)
                        .orElseGet(() -> new Written<>(NixCache.NONE, members.site(), false)),
                members.text("cacheName"),
                members.text("upgrades"),
                members.text("directory"));
    }

    private static WrittenSet.Resolution resolution(AnnotationMembers members) {
        return new WrittenSet.Resolution(
                members.strings("constraints"),
                members.strings("overrides"),
                members.strings("excludes"),
                members.constant("strategy", ResolutionStrategy.class)
                        .map(Written::value)
                        .orElse(ResolutionStrategy.HIGHEST),
                members.constant("prereleases", PrereleasePolicy.class)
                        .map(Written::value)
                        .orElse(PrereleasePolicy.IF_NECESSARY),
                members.text("excludeNewer"),
                members.strings("excludeNewerPackages"),
                members.strings("excludeNewerSources"));
    }

    private static WrittenSet.Target target(AnnotationMembers members) {
        return new WrittenSet.Target(
                members.site(),
                members.constant("value", Platform.class),
                members.text("glibc"),
                members.text("musl"),
                members.text("macos"));
    }

    private static WrittenSet.Source source(AnnotationMembers members) {
        return new WrittenSet.Source(
                members.site(),
                members.string("name"),
                members.string("url"),
                members.constant("format", SourceFormat.class)
                        .map(Written::value)
                        .orElse(SourceFormat.SIMPLE),
                members.flag("requiresLogin"),
                members.flag("allowHttp"),
                members.strings("files"));
    }

    WrittenDeclaration.Wheel wheel(TypeElement element, AnnotationMirror mirror) {
        AnnotationMembers members = members(element, mirror);
        return WrittenDeclaration.Wheel.read(typeName(element), members, recipe(element));
    }

    WrittenDeclaration.Custom custom(TypeElement element, AnnotationMirror mirror) {
        AnnotationMembers members = members(element, mirror);
        return WrittenDeclaration.Custom.read(typeName(element), members, build(members), recipe(element));
    }

    private static WrittenBuild build(AnnotationMembers members) {
        return new WrittenBuild(
                members.text("version"),
                members.single("from", AnnotationReader::from),
                members.constant("buildSystem", BuildSystem.class)
                        .orElseGet(() -> new Written<>(BuildSystem.SETUPTOOLS, members.site(), false)),
                members.text("cargoHash"),
                members.strings("requires"),
                members.strings("imports"),
                members.text("license"),
                members.text("homepage"));
    }

    private static WrittenBuild.From from(AnnotationMembers members) {
        return new WrittenBuild.From(
                members.site(),
                members.text("github"),
                members.text("tag"),
                members.text("rev"),
                members.text("index"),
                members.text("url"),
                members.text("hash"));
    }

    /** The recipe beside a declaration, or alone. */
    Optional<WrittenRecipe> recipe(TypeElement element) {
        return mirror(element, Recipe.class).map(mirror -> recipe(members(element, mirror)));
    }

    private static WrittenRecipe recipe(AnnotationMembers members) {
        return new WrittenRecipe(
                members.site(),
                members.strings("buildInputs"),
                members.strings("nativeBuildInputs"),
                members.strings("relax"),
                members.strings("remove"),
                members.nested(
                        "patches",
                        patch -> new WrittenRecipe.Patch(
                                patch.site(), patch.text("file"), patch.text("url"), patch.text("hash"))),
                members.nested(
                        "substitutions",
                        text -> new WrittenRecipe.Substitution(
                                text.site(), text.text("file"), text.text("replace"), text.text("by"))),
                members.strings("ignoredLibraries"),
                members.nested(
                        "searchPaths",
                        path -> new WrittenRecipe.SearchPath(path.site(), path.text("in"), path.text("path"))),
                members.nested(
                        "cuda",
                        cuda -> new WrittenRecipe.Cuda(
                                cuda.site(), cuda.text("version"), cuda.constants("components", CudaComponent.class))));
    }

    WrittenEnvironment environment(TypeElement element, AnnotationMirror mirror) {
        AnnotationMembers members = members(element, mirror);
        return new WrittenEnvironment(
                typeName(element),
                members.site(),
                members.text("name"),
                members.classes("packages"),
                members.text("python"),
                members.strings("libraries"),
                WrittenEnvironment.Variable.read(members),
                members.text("shellHook"),
                WrittenPart.read(
                        members,
                        Named.name(
                                members.text("name").value(), typeName(element).simple())));
    }

    private AnnotationMembers members(Element element, AnnotationMirror mirror) {
        return AnnotationMembers.of(elements, state, element, mirror);
    }

    private WrittenDeclaration.TypeName typeName(TypeElement element) {
        return new WrittenDeclaration.TypeName(
                elements.getBinaryName(element).toString(),
                element.getQualifiedName().toString(),
                element.getSimpleName().toString(),
                elements.getPackageOf(element).getQualifiedName().toString());
    }
}
