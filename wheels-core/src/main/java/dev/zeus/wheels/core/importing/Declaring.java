// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.importing;

import dev.zeus.wheels.Platform;
import dev.zeus.wheels.core.importing.DeclarationSource.DeclaredPackage;
import dev.zeus.wheels.core.importing.DeclarationSource.Origin;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.nix.NixIdentifier;
import dev.zeus.wheels.nix.NixpkgsNames;
import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.MarkerEvaluationException;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Requirement;
import dev.zeus.wheels.python.VersionSpecifiers;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes one declaration of all that a project asks of one package, for the targets of the set. */
final class Declaring {
    private final ForeignSet set;
    private final ImportedTargets targets;
    private final InstalledEntries installed;
    private final List<NotCarried> left;

    private Declaring(ForeignSet set, ImportedTargets targets, InstalledEntries installed, List<NotCarried> left) {
        this.set = set;
        this.targets = targets;
        this.installed = installed;
        this.left = left;
    }

    /**
     * The packages by name.
     *
     * @param left what cannot be declared is added to it
     */
    static List<DeclaredPackage> of(
            ForeignSet set, ImportedTargets targets, InstalledEntries installed, List<NotCarried> left) {
        Declaring declaring = new Declaring(set, targets, installed, left);
        SortedMap<PackageName, List<DirectRequirement>> byName = new TreeMap<>();
        set.wishes()
                .direct()
                .forEach(direct -> byName.computeIfAbsent(direct.requirement().name(), name -> new ArrayList<>())
                        .add(direct));
        installed.toDeclare(byName.keySet(), set.sources().usual()).stream()
                .filter(node -> !isReserved(node.name().value()))
                .forEach(node -> byName.put(node.name(), List.of(DirectRequirement.of(node, new TreeSet<>()))));
        return byName.entrySet().stream()
                .flatMap(each -> declaring.declared(each.getKey(), each.getValue()).stream())
                .toList();
    }

    private Optional<DeclaredPackage> declared(PackageName name, List<DirectRequirement> wishes) {
        if (isReserved(name.value())) {
            wishes.forEach(wish -> leave(wish, "nixpkgs builds with something of its own of that name"));
            return Optional.empty();
        }
        List<DirectRequirement> held = new ArrayList<>();
        Map<Target, DirectRequirement> on = new HashMap<>();
        SortedSet<ExtraName> extras = new TreeSet<>();
        for (DirectRequirement wish : wishes) {
            List<Target> where = where(wish);
            if (!where.isEmpty()) {
                held.add(wish);
                where.forEach(target -> on.putIfAbsent(target, wish));
                extras.addAll(wish.requirement().extras());
            }
        }
        if (held.isEmpty()) {
            return Optional.empty();
        }
        List<String> versions = held.stream()
                .map(wish -> wish.requirement().specifiers())
                .map(VersionSpecifiers::toString)
                .distinct()
                .toList();
        return Optional.of(new DeclaredPackage(
                name,
                origins(name, on),
                versions.size() == 1 ? versions.get(0) : "",
                versions.size() == 1 ? List.of() : constraints(held),
                extras));
    }

    /** Where each target has the package from: of a platform, all Pythons have it from one place. */
    private Map<Target, Origin> origins(PackageName name, Map<Target, DirectRequirement> on) {
        Map<Target, Origin> origins = new LinkedHashMap<>();
        Map<Platform, Origin> chosen = new EnumMap<>(Platform.class);
        for (Target target : targets.targets()) {
            Optional.ofNullable(on.get(target)).ifPresent(wish -> {
                Origin own = new Origin(
                        wish.source()
                                .or(() -> installed.source(target, name))
                                .orElse(set.sources().usual()),
                        set.built().contains(name) || installed.onlyBuilt(target, name));
                Origin first = chosen.computeIfAbsent(target.platform(), platform -> own);
                if (!first.equals(own)) {
                    leave(
                            wish,
                            "on " + target.id() + " it would come " + own + ", and all Pythons of a platform have it "
                                    + first + ": for others, name the Pythons with -Dwheels.importPythons");
                }
                origins.put(target, first);
            });
        }
        return origins;
    }

    private static boolean isReserved(String name) {
        return NixpkgsNames.BOOTSTRAP.contains(name)
                || NixpkgsNames.OF_THE_SET.contains(name)
                || NixIdentifier.isKeyword(name)
                // The arguments of an overlay.
                || name.equals("self")
                || name.equals("super");
    }

    private List<Target> where(DirectRequirement wish) {
        Requirement requirement = wish.requirement();
        if (wish.asLocked()) {
            return targets.targets().stream()
                    .filter(target -> installed.has(target, wish))
                    .toList();
        }
        try {
            List<Target> where = targets.where(requirement.marker());
            if (where.isEmpty()) {
                leave(wish, "its marker holds on no target of the set");
            }
            return where;
        } catch (MarkerEvaluationException e) {
            leave(wish, "its marker has no answer: " + e.getMessage());
            return List.of();
        }
    }

    /** What one version cannot say of all targets, the set's constraints can: they may have markers. */
    private static List<String> constraints(List<DirectRequirement> held) {
        return held.stream()
                .map(DirectRequirement::requirement)
                .filter(requirement -> !requirement.specifiers().toString().isEmpty())
                .map(each -> new Requirement(
                        each.name(), new TreeSet<>(), each.specifiers(), Optional.empty(), each.marker()))
                .map(Requirement::toString)
                .toList();
    }

    private void leave(DirectRequirement wish, String why) {
        left.add(new NotCarried(wish.place(), wish.requirement().toString(), why));
    }
}
