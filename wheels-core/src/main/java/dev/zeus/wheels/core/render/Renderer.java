// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import dev.zeus.wheels.BuildDeclaration;
import dev.zeus.wheels.CustomPackageDeclaration;
import dev.zeus.wheels.DependencyPolicy;
import dev.zeus.wheels.EnvironmentDeclaration;
import dev.zeus.wheels.PackageTest;
import dev.zeus.wheels.Provider;
import dev.zeus.wheels.ReplacementDeclaration;
import dev.zeus.wheels.SourceDeclaration;
import dev.zeus.wheels.WheelDeclaration;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.core.project.OwnSources;
import dev.zeus.wheels.nix.NixBinding;
import dev.zeus.wheels.nix.NixExpr;
import dev.zeus.wheels.nix.NixPrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the Nix files of a wheel set from its declarations and its lock.
 *
 * <p>{@code Renderer.render(declaration, lock).get("overlay.nix")} is the text of the overlay. The same inputs give the
 * same bytes; nothing is read but the arguments.
 */
public final class Renderer {
    private final WheelSetDeclaration declaration;
    private final OwnSources own;
    private final List<CustomPackageDeclaration> customs;
    private final LockedSet set;
    private final LibrarySources libraries;
    private final SortedMap<SourceFile, List<WheelBlock>> blocks = new TreeMap<>();

    private Renderer(WheelSetDeclaration declaration, Lock lock, OwnSources own, UnaryOperator<String> origin) {
        this.declaration = declaration;
        this.own = own;
        this.customs = declaration.customPackages().stream()
                .map(custom -> CustomRequirements.decided(custom, declaration.resolution()))
                .toList();
        this.set = new LockedSet(declaration, lock);
        BuildOrder.require(declaration, customs, set, origin);
        this.libraries = new LibrarySources(set);
        for (LockedPackage locked : set.packages()) {
            ReservedNames.requireDirectory(locked.source());
            for (WheelBlock block : WheelBlock.of(locked, lock.targets())) {
                blocks.computeIfAbsent(block.file(), file -> new ArrayList<>()).add(block);
            }
        }
    }

    /**
     * The files by their path below the generated directory.
     *
     * @throws WheelsException N301 for a package whose name nixpkgs needs, N302 for a source whose name is not a
     *     directory, N303 and N304 for a definition that is not a Nix function, N305 for a policy that needs a snapshot
     *     of nixpkgs, N310 for a circle that cannot be built, N322 to N327 for own source that the set does not fit
     */
    public static SortedMap<String, String> render(WheelSetDeclaration declaration, Lock lock) {
        return render(declaration, lock, OwnSources.NONE, type -> type);
    }

    /**
     * As {@link #render(WheelSetDeclaration, Lock)}, with own source, and with errors that say where declarations are
     * written.
     *
     * @param own the user's own source that environments name
     * @param origin a declaring type, by its canonical name, with its place
     */
    public static SortedMap<String, String> render(
            WheelSetDeclaration declaration, Lock lock, OwnSources own, UnaryOperator<String> origin) {
        if (declaration.dependencies() == DependencyPolicy.NIXPKGS_FIRST
                && lock.nixpkgs().isEmpty()) {
            throw new WheelsException(
                    RenderProblem.NO_SNAPSHOT,
                    "dependencies = NIXPKGS_FIRST needs to know the versions in nixpkgs, and the lock was made without",
                    "take a snapshot of them with mvn wheels:snapshot, then run mvn wheels:generate");
        }
        return new Renderer(declaration, lock, own, origin).files();
    }

    private SortedMap<String, String> files() {
        SortedMap<String, String> files = new TreeMap<>();
        files.put("extension.nix", filled("extension.nix", extension()));
        for (String offer : List.of("overlay.nix", "private.nix", "pythons.nix")) {
            files.put(offer, filled(offer, interpreters()));
        }
        files.put("mk-wheel.nix", mkWheel());
        files.put("fetch-file.nix", filled("fetch-file.nix", Map.of("logins", NixExpr.strings(logins()))));
        files.put("licenses.nix", filled("licenses.nix", licenses().facts()));
        files.put(
                "package-meta.nix",
                filled("package-meta.nix", Map.of("repositories", NixExpr.attrs(PackageUrls.repositories(set)))));
        if (blocks.keySet().stream().anyMatch(file -> file.system().equals(SourceFile.SDIST))) {
            files.put("mk-sdist.nix", filled("mk-sdist.nix", Map.of()));
        }
        if (isRewritten()) {
            files.put("rewrite-requirements.nix", filled("rewrite-requirements.nix", Map.of()));
            files.put("rewrite-requirements.py", filled("rewrite-requirements.py", Map.of()));
        }
        files.put("checks.nix", filled("checks.nix", checks()));
        files.put("check-wheels.py", filled("check-wheels.py", Map.of()));
        files.put("default.nix", filled("default.nix", summary()));
        declaration
                .ci()
                .ifPresent(ci -> files.put(
                        "wheels.yml", GeneratedHeader.withoutDigest(Workflow.of(ci, List.copyOf(pythons())))));
        if (!declaration.environments().isEmpty()) {
            addEnvironments(files);
        }
        for (CustomPackageDeclaration custom : customs) {
            files.put(Definitions.path(custom), Definitions.file(custom));
        }
        blocks.forEach((file, contents) -> files.put(file.path(), wheels(file, contents)));
        return files;
    }

    private void addEnvironments(Map<String, String> files) {
        List<PartNix<?>> kinds = PartNix.of(declaration.environments());
        NixTemplate environments = NixTemplate.of("environments.nix").with(Set.of(kinds.isEmpty() ? "plain" : "parts"));
        files.put(
                "environments.nix",
                GeneratedHeader.before(environments.fill(
                        Map.of("environments", EnvironmentNix.of(declaration, set, own, systems())))));
        if (!kinds.isEmpty()) {
            files.put("environment-parts.nix", filled("environment-parts.nix", Map.of("kinds", PartNix.files(kinds))));
            kinds.stream()
                    .flatMap(kind -> Stream.concat(Stream.of(kind.file()), kind.besides().stream()))
                    .forEach(file -> files.put(file, filled(file, Map.of())));
        }
        ServiceNix services = new ServiceNix(declaration, set, own);
        if (!services.isEmpty()) {
            files.put("services.nix", filled("services.nix", services.modules()));
            files.put("service-tests.nix", filled("service-tests.nix", services.tests()));
        }
        HomeNix.modules(declaration.environments())
                .ifPresent(homes -> files.put("homes.nix", filled("homes.nix", Map.of("homes", homes))));
    }

    /** The sources that are never asked without a login. */
    private SortedSet<String> logins() {
        return declaration.sources().stream()
                .filter(SourceDeclaration::requiresLogin)
                .map(SourceDeclaration::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The licences of everything in the set. */
    private Licenses licenses() {
        return new Licenses(Stream.concat(
                set.packages().stream().flatMap(locked -> locked.facts().license().stream()),
                customs.stream().flatMap(custom -> custom.build().stream()).map(BuildDeclaration::license)));
    }

    /** Whether requirements of anything are changed. */
    private boolean isRewritten() {
        return customs.stream().anyMatch(CustomRequirements::areChanged)
                || blocks.values().stream()
                        .flatMap(List::stream)
                        .anyMatch(block -> !RequirementChanges.of(set, block).isNone());
    }

    /** Of imports on some targets it speaks only where a block has some. */
    private String mkWheel() {
        boolean recorded = blocks.values().stream()
                .flatMap(List::stream)
                .anyMatch(block -> !BlockImports.of(
                                set, block.locked(), block.files().keySet())
                        .on()
                        .isEmpty());
        return GeneratedHeader.before(NixTemplate.of("mk-wheel.nix")
                .with(Set.of(recorded ? "recorded" : "plain"))
                .fill(Map.of("libraries", LibraryNix.of(libraries, blocks.values()))));
    }

    private String filled(String template, Map<String, NixExpr> values) {
        return GeneratedHeader.before(NixTemplate.of(template).fill(values));
    }

    private String wheels(SourceFile file, List<WheelBlock> contents) {
        List<NixBinding> bindings = contents.stream()
                .map(block -> BlockNix.of(set, libraries, block))
                .toList();
        String holds =
                switch (file.system()) {
                    case SourceFile.UNIVERSAL ->
                        "The pure wheels of the source \"" + file.source() + "\", by name and version.";
                    case SourceFile.SDIST ->
                        "What is built from source of the source \"" + file.source() + "\", by name and version.";
                    default ->
                        "The wheels of the source \"" + file.source() + "\" for " + file.system()
                                + ", by name and version.";
                };
        return GeneratedHeader.before(
                NixPrinter.file(GeneratedHeader.holds(holds), new NixExpr.Attrs(false, bindings, true)));
    }

    private Map<String, NixExpr> extension() {
        SortedMap<String, NixExpr> files = new TreeMap<>();
        for (Target target : set.targets()) {
            SortedMap<String, List<NixExpr>> bySource = new TreeMap<>();
            blocks.forEach((file, contents) -> {
                if (contents.stream().anyMatch(block -> block.files().containsKey(target.id()))) {
                    bySource.computeIfAbsent(file.source(), source -> new ArrayList<>())
                            .add(NixExpr.path("./" + file.path()));
                }
            });
            SortedMap<String, NixExpr> lists = new TreeMap<>();
            bySource.forEach((source, paths) -> lists.put(source, NixExpr.list(paths)));
            files.put(target.id(), NixExpr.attrs(lists));
        }
        return Map.of(
                "files", NixExpr.attrs(files),
                "definitions", Definitions.overlayEntries(customs),
                "pythons", NixExpr.strings(pythons()),
                "replacements", NixExpr.attrs(replacements()),
                "aliases", NixExpr.attrs(aliases()));
    }

    private SortedMap<String, NixExpr> replacements() {
        SortedMap<String, NixExpr> replacements = new TreeMap<>();
        for (ReplacementDeclaration replacement : declaration.replacements()) {
            ReservedNames.requireFree(replacement.of());
            replacements.put(replacement.of(), NixExpr.string(replacement.by()));
        }
        return replacements;
    }

    private SortedMap<String, NixExpr> aliases() {
        SortedMap<String, NixExpr> aliases = new TreeMap<>();
        for (LockedPackage locked : set.packages()) {
            String name = LockedSet.nameOf(locked);
            alias(aliases, name.replace('-', '_'), name);
        }
        declaration.wheels().stream()
                .filter(wheel -> wheel.provider() != Provider.NIXPKGS)
                .forEach(wheel -> alias(aliases, wheel.alias(), wheel.name()));
        declaration.customPackages().forEach(custom -> alias(aliases, custom.alias(), custom.name()));
        return aliases;
    }

    private static void alias(Map<String, NixExpr> aliases, String alias, String name) {
        if (!alias.equals(name)) {
            ReservedNames.requireFree(alias);
            aliases.put(alias, NixExpr.string(name));
        }
    }

    private Map<String, NixExpr> checks() {
        SortedMap<String, SortedSet<PackageTest>> wanted = new TreeMap<>();
        for (WheelDeclaration wheel : declaration.wheels()) {
            if (wheel.provider() != Provider.NIXPKGS) {
                wanted.computeIfAbsent(wheel.name(), name -> new TreeSet<>()).addAll(wheel.tests());
            }
        }
        SortedMap<String, NixExpr> tests = new TreeMap<>();
        wanted.forEach((name, its) -> tests.put(name, tests(List.copyOf(its))));
        declaration.customPackages().forEach(custom -> tests.put(custom.name(), tests(custom.tests())));
        return Map.of("tests", NixExpr.attrs(tests), "custom", NixExpr.strings(customNames()));
    }

    private SortedSet<String> customNames() {
        return declaration.customPackages().stream()
                .map(CustomPackageDeclaration::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static NixExpr tests(List<PackageTest> tests) {
        return NixExpr.strings(tests.stream()
                .map(test -> test.name().toLowerCase(Locale.ROOT))
                .sorted()
                .toList());
    }

    /** The locked Pythons and those of definitions, oldest first. */
    private SortedSet<String> pythons() {
        SortedSet<String> pythons = new TreeSet<>(PythonFloor.OLDEST_FIRST);
        set.targets().forEach(target -> pythons.add(target.python()));
        declaration.customPackages().forEach(custom -> pythons.addAll(custom.pythons()));
        return pythons;
    }

    /** Those of them that have a package of the set: a wheel need not exist for each. */
    private SortedSet<String> supplied() {
        SortedSet<String> supplied = new TreeSet<>(PythonFloor.OLDEST_FIRST);
        for (Target target : set.targets()) {
            boolean served = blocks.values().stream()
                    .flatMap(List::stream)
                    .anyMatch(block -> block.files().containsKey(target.id()));
            if (served) {
                supplied.add(target.python());
            }
        }
        customs.forEach(custom -> supplied.addAll(custom.pythons()));
        return supplied;
    }

    /** The interpreters, and the newest of them that has a package of the set as what comments show. */
    private Map<String, NixExpr> interpreters() {
        SortedSet<String> pythons = pythons();
        SortedSet<String> supplied = supplied();
        String shown = supplied.isEmpty() ? pythons.last() : supplied.last();
        return Map.of(
                "pythons", NixExpr.strings(pythons),
                "python", NixExpr.variable("python" + shown.replace(".", "")),
                "version", NixExpr.string(shown));
    }

    /** The name of the file with what is locked of an environment, for pip. */
    public static String requirements(EnvironmentDeclaration environment) {
        return PartNix.requirements(environment.name());
    }

    private Map<String, NixExpr> summary() {
        SortedSet<String> packages = new TreeSet<>();
        declaration.wheels().forEach(wheel -> packages.add(wheel.name()));
        SortedSet<String> custom = customNames();
        packages.addAll(custom);
        SortedSet<String> sources = declaration.sources().stream()
                .map(SourceDeclaration::name)
                .collect(Collectors.toCollection(TreeSet::new));
        blocks.keySet().forEach(file -> sources.add(file.source()));
        return Map.of(
                "packages",
                NixExpr.strings(packages),
                "custom",
                NixExpr.strings(custom),
                "pythons",
                NixExpr.strings(pythons()),
                "sources",
                NixExpr.strings(sources),
                "systems",
                NixExpr.strings(set.targets().stream()
                        .map(target -> target.platform().nixSystem())
                        .collect(Collectors.toCollection(TreeSet::new))));
    }

    private SortedSet<String> systems() {
        return set.targets().stream().map(Target::system).collect(Collectors.toCollection(TreeSet::new));
    }
}
