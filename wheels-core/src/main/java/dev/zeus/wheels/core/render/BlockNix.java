// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import dev.zeus.wheels.RecipeDeclaration;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.lock.LockedFile;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.lock.LockedSdist;
import dev.zeus.wheels.core.lock.LockedWheel;
import dev.zeus.wheels.core.lock.PackageFacts;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.nix.NixBinding;
import dev.zeus.wheels.nix.NixComment;
import dev.zeus.wheels.nix.NixExpr;
import dev.zeus.wheels.nix.NixName;
import dev.zeus.wheels.python.Tag;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One block of a source's file, as {@code mk-wheel.nix} or {@code mk-sdist.nix} reads it. */
final class BlockNix {
    private final LockedSet set;
    private final LibrarySources libraries;
    private final WheelBlock block;
    private final LockedPackage locked;
    private final List<LockedFile> files;
    private final Set<String> targets;
    private final RecipeDeclaration recipe;
    private final List<NixBinding> bindings = new ArrayList<>();

    private BlockNix(LockedSet set, LibrarySources libraries, WheelBlock block) {
        this.set = set;
        this.libraries = libraries;
        this.block = block;
        this.locked = block.locked();
        this.files = block.distinct();
        this.targets = block.files().keySet();
        this.recipe = set.recipe(locked, targets);
    }

    /** The block as a definition under its name and version. */
    static NixBinding of(LockedSet set, LibrarySources libraries, WheelBlock block) {
        BlockNix nix = new BlockNix(set, libraries, block);
        nix.files();
        nix.build();
        nix.requirements();
        nix.libraries();
        nix.bindings.addAll(RecipeNix.block(nix.recipe, set.derivation(LockedSet.nameOf(block.locked()))));
        nix.facts();
        List<NixName> path = List.of(
                NixName.of(LockedSet.nameOf(block.locked())),
                NixName.of(block.locked().version().toString()));
        return new NixBinding.Assign(nix.comments(), path, NixExpr.attrs(nix.bindings));
    }

    private List<NixComment> comments() {
        return set.circle(LockedSet.nameOf(locked)).isEmpty()
                ? List.of()
                : List.of(new NixComment(
                        "In a circle of requirements: the members of `circle` are installed as one derivation."));
    }

    private void put(String name, NixExpr value) {
        bindings.add(NixBinding.assign(name, value));
    }

    private void putText(String name, Optional<String> text) {
        text.filter(t -> !t.isBlank()).ifPresent(t -> put(name, ForeignText.nix(t)));
    }

    private void putList(String name, Collection<String> texts) {
        if (!texts.isEmpty()) {
            put(name, NixExpr.strings(texts));
        }
    }

    private void files() {
        LockedFile first = files.get(0);
        if (files.size() == 1) {
            SortedSet<String> all = set.targets().stream()
                    .filter(block.file()::isFor)
                    .map(Target::id)
                    .collect(Collectors.toCollection(TreeSet::new));
            if (!targets.equals(all)) {
                putList("targets", targets);
            }
            put(first instanceof LockedSdist ? "sdist" : "wheel", file(first));
        } else {
            SortedMap<String, NixExpr> byTarget = new TreeMap<>();
            block.files().forEach((target, wheel) -> byTarget.put(target, file(wheel)));
            put("wheels", NixExpr.attrs(byTarget));
        }
        SortedSet<String> systems = set.targets().stream()
                .filter(target -> locked.targets().contains(target.id()))
                .map(target -> target.platform().nixSystem())
                .collect(Collectors.toCollection(TreeSet::new));
        if (!block.file().system().equals(SourceFile.UNIVERSAL) && systems.size() > 1) {
            putList("platforms", systems);
        }
        oldestPython().ifPresent(floor -> put("minPython", NixExpr.string(floor)));
    }

    /** The oldest Python that one of the files allows; none where one of them allows any. */
    private Optional<String> oldestPython() {
        List<Optional<String>> floors = files.stream()
                .map(file -> locked.requiresPython(file.name()))
                .distinct()
                .map(requires -> requires.flatMap(each -> PythonFloor.of(each.toString())))
                .toList();
        return floors.stream().allMatch(Optional::isPresent)
                ? floors.stream().flatMap(Optional::stream).min(PythonFloor.OLDEST_FIRST)
                : Optional.empty();
    }

    private static NixExpr file(LockedFile locked) {
        List<NixBinding> file = new ArrayList<>();
        file.add(NixBinding.assign("name", NixExpr.string(locked.name())));
        file.add(place(locked));
        file.add(NixBinding.assign("hash", NixExpr.string(locked.sha256().sri())));
        if (locked instanceof LockedWheel wheel) {
            List<String> platforms =
                    wheel.filename().tags().stream().map(Tag::platform).toList();
            Floors.glibc(platforms).ifPresent(floor -> file.add(NixBinding.assign("minGlibc", NixExpr.string(floor))));
            Floors.musl(platforms).ifPresent(floor -> file.add(NixBinding.assign("minMusl", NixExpr.string(floor))));
            Floors.macos(platforms).ifPresent(floor -> file.add(NixBinding.assign("minMacos", NixExpr.string(floor))));
        }
        return NixExpr.attrs(file);
    }

    /**
     * Where the file is: its address, or for one of a folder beside generated/ the way there from the source's file.
     */
    private static NixBinding place(LockedFile file) {
        if (!file.isLocal()) {
            return NixBinding.assign("url", NixExpr.string(file.url().toASCIIString()));
        }
        String way = "../" + file.url().getPath();
        try {
            return NixBinding.assign("path", NixExpr.path(way));
        } catch (IllegalArgumentException e) {
            throw new WheelsException(
                    RenderProblem.BAD_PATH,
                    "\"" + way + "\" has characters that a Nix path cannot contain",
                    "rename the folder so that it has only letters, digits, \".\", \"-\", \"_\" and \"+\"");
        }
    }

    /** What is needed to build it from source. */
    private void build() {
        if (locked.sdist().isEmpty()) {
            return;
        }
        SdistBuild build = new SdistBuild(set, locked, locked.sdist().get());
        new DependencyNix(set, targets).list(build.needs(targets)).ifPresent(list -> put("build-system", list));
        if (build.namesVersions()) {
            put("ignoresBuildVersions", NixExpr.bool(true));
        }
    }

    private void requirements() {
        String name = LockedSet.nameOf(locked);
        putList("circle", set.circle(name));
        SortedMap<Edge, SortedSet<String>> edges = set.dependencies(locked, targets);
        new DependencyNix(set, targets).list(edges).ifPresent(list -> put("dependencies", list));
        BlockExtras extras = BlockExtras.of(set, locked, targets);
        new DependencyNix(set, targets).extras(extras).ifPresent(function -> put("optional-dependencies", function));
        if (!extras.targets().isEmpty()) {
            SortedMap<String, NixExpr> where = new TreeMap<>();
            extras.targets().forEach((extra, some) -> where.put(extra, NixExpr.strings(some)));
            put("extraTargets", NixExpr.attrs(where));
        }
        bindings.addAll(RequirementChanges.of(set, block).bindings(targets));
    }

    /** What a compiled Linux wheel needs, where it was read; a list without elements says that it needs nothing. */
    private void libraries() {
        if (!block.isCompiledForLinux()) {
            return;
        }
        libraries.of(locked, targets).ifPresent(found -> {
            put("libraries", NixExpr.strings(found.system()));
            putList("driverLibraries", found.driver());
            putList("laterLibraries", found.later());
            new DependencyNix(set, targets).list(found.packages()).ifPresent(list -> put("loads", list));
        });
    }

    private void facts() {
        PackageFacts facts = locked.facts();
        BlockImports imports = BlockImports.of(set, locked, targets);
        putList("imports", imports.always());
        if (!imports.on().isEmpty()) {
            SortedMap<String, NixExpr> some = new TreeMap<>();
            imports.on().forEach((target, modules) -> some.put(target, NixExpr.strings(modules)));
            put("importsOn", NixExpr.attrs(some));
        }
        putList("modules", imports.others());
        putText("description", facts.summary().map(summary -> PackageDescription.of(locked.name(), summary)));
        putText("homepage", facts.homepage());
        putText("changelog", facts.changelog());
        List<NixExpr> licenses = facts.license().map(Licenses::named).orElse(List.of());
        if (!licenses.isEmpty()) {
            put("licenses", NixExpr.list(licenses));
        }
        putText("mainProgram", facts.mainProgram());
    }
}
