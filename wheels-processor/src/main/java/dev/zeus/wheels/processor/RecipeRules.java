// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import dev.zeus.wheels.Provider;
import dev.zeus.wheels.processor.hint.AddressHint;
import dev.zeus.wheels.processor.hint.AttributeHint;
import dev.zeus.wheels.processor.hint.NameHint;
import dev.zeus.wheels.processor.hint.PathHint;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.PackagingParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What must hold for a {@code @Recipe}. */
final class RecipeRules {
    private static final int LONGEST = 200;

    /** Where packages are installed, from which paths are written. */
    private static final Pattern INSTALLED = Pattern.compile("(?:lib/python3(?:\\.\\d+)?/)?site-packages/(.+)");

    /** A page that shows a change, which has the patch under the same address and {@code .patch}. */
    private static final Pattern CHANGE = Pattern.compile(
            "https://github\\.com/[^/]+/[^/]+/(?:pull/\\d+(?:/commits/[0-9a-f]+)?|commit/[0-9a-f]{7,40})"
                    + "|https://[^/]+/.+/-/(?:merge_requests/\\d+|commit/[0-9a-f]{7,40})");

    private final Findings findings;

    RecipeRules(Findings findings) {
        this.findings = findings;
    }

    void check(WrittenDeclaration declaration, WrittenSet set) {
        declaration.recipe().ifPresent(recipe -> {
            checkUse(declaration, recipe);
            checkSense(declaration, recipe);
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

    private void checkSense(WrittenDeclaration declaration, WrittenRecipe recipe) {
        Seen<String> removed = new Seen<>();
        recipe.remove().items().forEach(name -> removed.put(RecipeValues.name(name.value()), name.site()));
        for (Written<String> name : recipe.relax().items()) {
            removed.put(RecipeValues.name(name.value()), name.site())
                    .filter(place -> place.startsWith("remove"))
                    .ifPresent(place -> findings.add(
                            Suspicion.CONTRADICTING_RECIPE,
                            name.site(),
                            Quoted.text(name.value()) + " is removed by " + place + ", so that its version counts for"
                                    + " nobody",
                            "remove one of the two"));
        }
        String own = Named.of(declaration).project();
        Stream.of(recipe.relax(), recipe.remove())
                .flatMap(names -> names.items().stream())
                .filter(name -> RecipeValues.name(name.value()).equals(own))
                .forEach(name -> findings.add(
                        Suspicion.CONTRADICTING_RECIPE,
                        name.site(),
                        Quoted.text(name.value()) + " is the package itself, which does not require itself",
                        "remove it, or write it at the package that requires it"));
        if (declaration instanceof WrittenDeclaration.Wheel wheel
                && wheel.provider().value() == Provider.WHEEL
                && !recipe.nativeBuildInputs().isEmpty()
                && recipe.patches().isEmpty()) {
            findings.add(
                    Suspicion.CONTRADICTING_RECIPE,
                    recipe.nativeBuildInputs().site(),
                    "a wheel is built already, so that no tool builds it",
                    "write libraries in buildInputs, or provider = Provider.SDIST to build it from source");
        }
    }

    private void idle(WrittenRecipe recipe, String reason, String hint) {
        findings.add(Mistake.IDLE_RECIPE, recipe.site(), reason, hint);
    }

    private void checkNames(WrittenList<String> names) {
        Seen<String> seen = new Seen<>();
        for (Written<String> name : names.items()) {
            wrongName(name.value())
                    .ifPresentOrElse(
                            wrong -> findings.add(
                                    Mistake.BAD_RECIPE_NAME,
                                    name.site(),
                                    Quoted.text(name.value()),
                                    wrong,
                                    Hints.or(
                                            NameHint.of(name.value()),
                                            "write for instance \"numpy\", without a version")),
                            () -> once(
                                    seen, name, PackageName.parse(name.value()).value()));
        }
    }

    private void once(Seen<String> seen, Written<String> written, String value) {
        seen.put(value, written.site())
                .ifPresent(before -> findings.add(
                        Mistake.DUPLICATE_IN_RECIPE, written.site(), Quoted.text(written.value()), before));
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
        Seen<String> seen = new Seen<>();
        for (Written<String> attribute : attributes.items()) {
            String text = attribute.value();
            if (AttributePath.wrong(text).isPresent()) {
                findings.add(
                        Mistake.BAD_ATTRIBUTE,
                        attribute.site(),
                        Quoted.text(text),
                        AttributePath.wrong(text).orElseThrow(),
                        Hints.or(AttributeHint.of(text), "write for instance \"alsa-lib\" or \"llvmPackages.openmp\""));
            } else {
                once(seen, attribute, text);
                if (DebianNames.isOne(text)) {
                    findings.add(
                            Suspicion.DEBIAN_NAME,
                            attribute.site(),
                            Quoted.text(text),
                            Hints.near(
                                    DebianNames.inNixpkgs(text),
                                    "write the library's own name: in nixpkgs its headers are with it"));
                }
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
                            Hints.or(PathHint.of(file), "write for instance \"patches/einops.patch\"")));
        } else if (!OriginRules.isHttps(patch.url().value())) {
            findings.add(
                    Mistake.BAD_PATCH,
                    patch.url().site(),
                    Quoted.text(patch.url().value()) + " is no address by https",
                    Hints.or(AddressHint.of(patch.url().value()), "write one that begins with https://"));
        } else if (CHANGE.matcher(patch.url().value()).matches()) {
            findings.add(
                    Mistake.BAD_PATCH,
                    patch.url().site(),
                    Quoted.text(patch.url().value()) + " is the page of a change",
                    "did you mean " + Quoted.text(patch.url().value() + ".patch") + "?");
        } else if (!patch.hash().given()) {
            findings.add(
                    Mistake.BAD_PATCH,
                    patch.site(),
                    "it has a url, and no hash",
                    "add hash = \"" + OriginRules.ANY_HASH + "\", and take what the first build says");
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
                    Hints.or(PathHint.of(text.file().value()), "write for instance \"pyproject.toml\""));
        } else if (INSTALLED.matcher(text.file().value()).matches()) {
            findings.add(
                    Mistake.BAD_SUBSTITUTION,
                    text.file().site(),
                    Quoted.text(text.file().value()) + " is not there: the path is from site-packages, or the source's"
                            + " root",
                    meantInstalled(text.file().value()));
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

    private static String meantInstalled(String text) {
        Matcher installed = INSTALLED.matcher(text);
        return installed.matches() ? "did you mean " + Quoted.text(installed.group(1)) + "?" : "";
    }

    private void checkLibraries(WrittenList<String> libraries) {
        Seen<String> seen = new Seen<>();
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
                        Hints.or(NameHint.of(place.in().value()), "write for instance in = \"torch\"")));
        ProjectPath.wrong(place.path().value())
                .ifPresent(wrong -> findings.add(
                        Mistake.BAD_LIBRARY,
                        place.path().site(),
                        Quoted.text(place.path().value()),
                        "directory of an installed package",
                        wrong,
                        Hints.or(PathHint.of(place.path().value()), "write for instance path = \"torch/lib\"")));
        if (INSTALLED.matcher(place.path().value()).matches()) {
            findings.add(
                    Mistake.BAD_LIBRARY,
                    place.path().site(),
                    Quoted.text(place.path().value()),
                    "directory of an installed package",
                    "the path is from site-packages",
                    meantInstalled(place.path().value()));
        }
    }
}
