// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import dev.zeus.wheels.ContinuousIntegrationDeclaration;
import dev.zeus.wheels.CustomPackageDeclaration;
import dev.zeus.wheels.ExcuseDeclaration;
import dev.zeus.wheels.LicensePolicy;
import dev.zeus.wheels.ReplacementDeclaration;
import dev.zeus.wheels.ResolutionSettings;
import dev.zeus.wheels.SourceDeclaration;
import dev.zeus.wheels.Sources;
import dev.zeus.wheels.TargetDeclaration;
import dev.zeus.wheels.WheelDeclaration;
import dev.zeus.wheels.WheelSetDeclaration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Fills the wheel set's defaults into what is written.
 *
 * <p>Wrong values pass through: the registry is generated for them, too, so that nothing but the mistake itself is
 * reported.
 */
final class Declarations {
    private final WrittenSet set;
    private final List<Named> declarations;
    private final List<WrittenEnvironment> environments;

    private Declarations(WrittenSet set, List<Named> declarations, List<WrittenEnvironment> environments) {
        this.set = set;
        this.declarations = declarations;
        this.environments = environments;
    }

    static WheelSetDeclaration of(WrittenSet set, List<Named> declarations, List<WrittenEnvironment> environments) {
        return new Declarations(set, declarations, environments).all();
    }

    private WheelSetDeclaration all() {
        List<WheelDeclaration> wheels = new ArrayList<>();
        List<CustomPackageDeclaration> customs = new ArrayList<>();
        Map<String, String> names = new HashMap<>();
        declarations.forEach(named -> names.put(named.declaration().type().binary(), named.project()));
        Map<String, List<Named>> taken = new HashMap<>();
        for (Named named : declarations) {
            List<Named> before = taken.computeIfAbsent(named.name(), name -> new ArrayList<>());
            if (!before.stream().allMatch(other -> ByPlatform.areApart(named, other))) {
                continue;
            }
            before.add(named);
            if (named.declaration() instanceof WrittenDeclaration.Wheel wheel) {
                wheels.add(wheel.declared(named, set));
            } else if (named.declaration() instanceof WrittenDeclaration.Custom custom) {
                customs.add(custom.declared(named, set, names));
            }
        }
        wheels.sort(Comparator.comparing(WheelDeclaration::name)
                .thenComparing(WheelDeclaration::alias)
                .thenComparing(WheelDeclaration::type));
        customs.sort(Comparator.comparing(CustomPackageDeclaration::name));
        return new WheelSetDeclaration(
                set.packageName(),
                set.pythons().values(),
                targets(),
                sources(),
                set.dependencies(),
                resolution(set.resolution()),
                wheels,
                customs,
                replacements(),
                new LicensePolicy(
                        set.licenses().allowed().values(),
                        set.licenses().exceptions().values().stream()
                                .map(RecipeValues::name)
                                .toList()),
                EnvironmentValues.of(environments, set, declarations),
                set.libraries(),
                excuses(),
                set.ci().values().stream()
                        .map(ci -> new ContinuousIntegrationDeclaration(
                                ci.runner().values(),
                                ci.java().value(),
                                ci.installNix(),
                                ci.cache().value(),
                                ci.cacheName().value(),
                                ci.upgrades().value(),
                                ci.directory().value()))
                        .findFirst(),
                set.attestations());
    }

    private static ResolutionSettings resolution(WrittenSet.Resolution written) {
        return new ResolutionSettings(
                written.constraints().values(),
                written.overrides().values(),
                written.excludes().values(),
                written.strategy(),
                written.prereleases(),
                written.excludeNewer().value(),
                written.excludeNewerPackages().values(),
                written.excludeNewerSources().values());
    }

    private List<ReplacementDeclaration> replacements() {
        return set.replacements().values().stream()
                .flatMap(written -> written.of().stream()
                        .flatMap(of -> written.by().stream()
                                .map(by -> new ReplacementDeclaration(RecipeValues.name(of.value()), by.value()))))
                .sorted(Comparator.comparing(ReplacementDeclaration::of))
                .toList();
    }

    private List<ExcuseDeclaration> excuses() {
        return set.excuses().values().stream()
                .flatMap(written -> written.of().stream()
                        .map(of -> new ExcuseDeclaration(
                                RecipeValues.name(of.value()),
                                written.codes().values(),
                                written.reason().map(Written::value).orElse(""))))
                .toList();
    }

    private List<TargetDeclaration> targets() {
        return set.targets().values().stream()
                .flatMap(target -> target.platform().stream()
                        .map(platform -> new TargetDeclaration(
                                platform.value(),
                                target.floor(Floor.of(platform.value())).value())))
                .toList();
    }

    private List<SourceDeclaration> sources() {
        List<SourceDeclaration> sources = new ArrayList<>(List.of(Sources.pypi()));
        for (WrittenSet.Source source : set.sources().values()) {
            source.name()
                    .ifPresent(name -> source.url()
                            .ifPresent(url -> sources.add(new SourceDeclaration(
                                    name.value(),
                                    SourceUrl.canonical(url.value(), source.format()),
                                    source.format(),
                                    source.requiresLogin(),
                                    source.files().values()))));
        }
        return sources;
    }
}
