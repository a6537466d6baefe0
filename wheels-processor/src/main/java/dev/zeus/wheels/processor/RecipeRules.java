package dev.zeus.wheels.processor;

import dev.zeus.wheels.Provider;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.PackagingParseException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What must hold for a {@code @Recipe}. */
final class RecipeRules {
    private static final int LONGEST = 200;

    private final Findings findings;

    RecipeRules(Findings findings) {
        this.findings = findings;
    }

    void check(WrittenDeclaration declaration, WrittenSet set) {
        declaration.recipe().ifPresent(recipe -> {
            checkUse(declaration, recipe);
            checkNames(recipe.relax());
            checkNames(recipe.remove());
            checkAttributes(recipe.buildInputs());
            checkAttributes(recipe.nativeBuildInputs());
            recipe.patches().values().forEach(this::checkPatch);
            recipe.substitutions().values().forEach(this::checkSubstitution);
            checkLibraries(recipe.ignoredLibraries());
            recipe.searchPaths().values().forEach(this::checkSearchPath);
            new CudaRules(findings).check(recipe.cuda(), set);
        });
    }

    private void checkUse(WrittenDeclaration declaration, WrittenRecipe recipe) {
        if (declaration instanceof WrittenDeclaration.Custom custom
                && custom.definition().given()) {
            idle(recipe, "the definition says itself how the package is built", "write it into the definition");
        } else if (declaration instanceof WrittenDeclaration.Wheel wheel
                && wheel.provider().value() == Provider.NIXPKGS) {
            idle(recipe, "nixpkgs builds this package its own way", "remove it, or provider = Provider.NIXPKGS");
        } else if (recipe.isEmpty()) {
            idle(recipe, "it says nothing", "remove it");
        }
    }

    private void idle(WrittenRecipe recipe, String reason, String hint) {
        findings.add(Mistake.IDLE_RECIPE, recipe.site(), reason, hint);
    }

    private void checkNames(WrittenList<String> names) {
        Set<String> seen = new HashSet<>();
        for (Written<String> name : names.items()) {
            wrongName(name.value())
                    .ifPresentOrElse(
                            wrong -> findings.add(
                                    Mistake.BAD_RECIPE_NAME, name.site(), Quoted.text(name.value()), wrong),
                            () -> once(
                                    seen, name, PackageName.parse(name.value()).value()));
        }
    }

    private void once(Set<String> seen, Written<String> written, String value) {
        if (!seen.add(value)) {
            findings.add(Mistake.DUPLICATE_IN_RECIPE, written.site(), Quoted.text(written.value()));
        }
    }

    static Optional<String> wrongName(String text) {
        try {
            PackageName.parse(text);
            return Optional.empty();
        } catch (PackagingParseException e) {
            return Optional.of("at character " + (e.position() + 1) + ", expected " + e.expected());
        }
    }

    /** Checks that each is an attribute of nixpkgs, and none stands twice. */
    void checkAttributes(WrittenList<String> attributes) {
        Set<String> seen = new HashSet<>();
        for (Written<String> attribute : attributes.items()) {
            String text = attribute.value();
            if (AttributePath.wrong(text).isPresent()) {
                findings.add(
                        Mistake.BAD_ATTRIBUTE,
                        attribute.site(),
                        Quoted.text(text),
                        AttributePath.wrong(text).orElseThrow(),
                        "write for instance \"alsa-lib\" or \"llvmPackages.openmp\"");
            } else {
                once(seen, attribute, text);
            }
        }
    }

    private void checkPatch(WrittenRecipe.Patch patch) {
        if (patch.file().given() == patch.url().given()) {
            findings.add(
                    Mistake.BAD_PATCH,
                    patch.site(),
                    patch.url().given() ? "it says file and url" : "it says neither file nor url",
                    "write file = \"patches/….patch\", or url with its hash");
        } else if (patch.file().given()) {
            String file = patch.file().value();
            ProjectPath.wrong(file)
                    .ifPresent(wrong -> findings.add(
                            Mistake.BAD_PATCH,
                            patch.file().site(),
                            Quoted.text(file) + " is no path in the project: " + wrong,
                            "write for instance \"patches/einops.patch\""));
        } else if (!OriginRules.isHttps(patch.url().value())) {
            findings.add(
                    Mistake.BAD_PATCH,
                    patch.url().site(),
                    Quoted.text(patch.url().value()) + " is no address by https",
                    "write one that begins with https://");
        } else {
            new OriginRules(findings).checkHash(patch.hash());
        }
    }

    private void checkSubstitution(WrittenRecipe.Substitution text) {
        Optional<String> wrong = ProjectPath.wrong(text.file().value());
        if (wrong.isPresent()) {
            findings.add(
                    Mistake.BAD_SUBSTITUTION,
                    text.file().site(),
                    Quoted.text(text.file().value()) + " is no path in the source: " + wrong.get(),
                    "write for instance \"pyproject.toml\"");
        } else if (text.replace().value().isEmpty()) {
            findings.add(
                    Mistake.BAD_SUBSTITUTION,
                    text.replace().site(),
                    "there is no text to find",
                    "write what stands in the file");
        } else if (text.replace().value().equals(text.by().value())) {
            findings.add(
                    Mistake.BAD_SUBSTITUTION,
                    text.by().site(),
                    "the text stays as it is",
                    "write what should stand there instead");
        } else if ((text.replace().value() + text.by().value()).indexOf('\0') >= 0) {
            findings.add(Mistake.BAD_SUBSTITUTION, text.site(), "no text file has a NUL", "remove it");
        }
    }

    private void checkLibraries(WrittenList<String> libraries) {
        Set<String> seen = new HashSet<>();
        for (Written<String> library : libraries.items()) {
            String text = library.value();
            boolean plain = text.length() <= LONGEST
                    && text.chars()
                            .allMatch(c -> (c >= 'a' && c <= 'z')
                                    || (c >= 'A' && c <= 'Z')
                                    || (c >= '0' && c <= '9')
                                    || "._+-*".indexOf(c) >= 0);
            if (!plain || !text.contains(".so") || text.startsWith("*")) {
                findings.add(
                        Mistake.BAD_LIBRARY,
                        library.site(),
                        Quoted.text(text),
                        "file name of a library",
                        text.startsWith("*")
                                ? "it would hide any library that is missing"
                                : "expected one with \".so\"",
                        "write for instance \"libcuda.so.1\"");
            } else {
                once(seen, library, text);
            }
        }
    }

    private void checkSearchPath(WrittenRecipe.SearchPath place) {
        wrongName(place.in().value())
                .ifPresent(wrong -> findings.add(
                        Mistake.BAD_LIBRARY,
                        place.in().site(),
                        Quoted.text(place.in().value()),
                        "project name",
                        wrong,
                        "write for instance in = \"torch\""));
        ProjectPath.wrong(place.path().value())
                .ifPresent(wrong -> findings.add(
                        Mistake.BAD_LIBRARY,
                        place.path().site(),
                        Quoted.text(place.path().value()),
                        "directory of an installed package",
                        wrong,
                        "write for instance path = \"torch/lib\""));
    }
}
