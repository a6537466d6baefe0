// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.resolve;

import dev.zeus.wheels.python.CoreMetadata;
import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Requirement;
import dev.zeus.wheels.python.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what a finished resolution leaves out. */
final class Remarks {
    /** A requirement of a declaration or a decided package, before and after what the rules make of it. */
    private record Asked(String by, boolean declared, Requirement requirement) {}

    private final Catalogue catalogue;
    private final Demands demands;
    private final Map<PackageName, List<Asked>> asked = new LinkedHashMap<>();
    private final List<Remark> remarks = new ArrayList<>();

    private Remarks(
            List<RootRequirement> roots, Catalogue catalogue, Demands demands, Map<PackageKey, Integer> decisions) {
        this.catalogue = catalogue;
        this.demands = demands;
        for (RootRequirement root : roots) {
            if (demands.holds(root.requirement())) {
                ask(new Asked(root.origin(), true, root.requirement()));
            }
        }
        decisions.forEach((key, version) -> {
            if (key instanceof PackageKey.Project project) {
                ask(project.name(), version, demands.written(metadata(project.name(), version)));
            } else if (key instanceof PackageKey.Extra extra) {
                ask(extra.name(), version, demands.writtenOfExtra(metadata(extra.name(), version), extra.extra()));
            }
        });
    }

    static List<Remark> of(
            List<RootRequirement> roots, Catalogue catalogue, Demands demands, Map<PackageKey, Integer> decisions) {
        Remarks found = new Remarks(roots, catalogue, demands, decisions);
        found.overriddenExtras();
        decisions.forEach((key, version) -> {
            if (key instanceof PackageKey.Extra extra) {
                found.missingExtra(extra, version);
            } else if (key instanceof PackageKey.Project project) {
                found.leftOut(catalogue.candidates(project.name()), version);
            }
        });
        return found.remarks;
    }

    private CoreMetadata metadata(PackageName name, int version) {
        return catalogue.metadata(catalogue.candidates(name), version);
    }

    private void ask(PackageName owner, int version, List<Requirement> requirements) {
        String by =
                "\"" + owner + "\" " + catalogue.candidates(owner).versions().get(version);
        requirements.forEach(requirement -> ask(new Asked(by, false, requirement)));
    }

    private void ask(Asked each) {
        asked.computeIfAbsent(each.requirement().name(), name -> new ArrayList<>())
                .add(each);
    }

    private void overriddenExtras() {
        asked.forEach((name, all) -> {
            Map<ExtraName, List<Asked>> lost = new HashMap<>();
            all.forEach(each -> demands.lostExtras(each.requirement())
                    .forEach(extra ->
                            lost.computeIfAbsent(extra, e -> new ArrayList<>()).add(each)));
            lost.forEach((extra, askers) -> demands.adjusted(askers.get(0).requirement()).stream()
                    .findFirst()
                    .ifPresent(override ->
                            remarks.add(new Remark.OverriddenExtra(name, extra, override, places(askers)))));
        });
    }

    private void missingExtra(PackageKey.Extra extra, int version) {
        CoreMetadata metadata = metadata(extra.name(), version);
        if (!metadata.providesExtra().contains(extra.extra())
                && demands.writtenOfExtra(metadata, extra.extra()).isEmpty()) {
            List<Asked> askers = asked.getOrDefault(extra.name(), List.of()).stream()
                    .filter(each -> each.requirement().extras().contains(extra.extra()))
                    .toList();
            remarks.add(new Remark.MissingExtra(
                    extra.name(), metadata.version(), extra.extra(), metadata.providesExtra(), places(askers)));
        }
    }

    private void leftOut(Candidates candidates, int chosen) {
        int count = candidates.versions().size();
        VersionSet newer = asked.getOrDefault(candidates.name(), List.of()).stream()
                .flatMap(each -> demands.adjusted(each.requirement()).stream())
                .map(requirement -> candidates.matching(requirement.specifiers()))
                .reduce(VersionSet.all(count), VersionSet::and);
        boolean wantsPreReleases = candidates.versions().get(chosen).isPrerelease();
        VersionSet expected = VersionSet.of(
                count,
                newer.versions()
                        .filter(version -> version > chosen)
                        .filter(version -> wantsPreReleases
                                || !candidates.versions().get(version).isPrerelease()));
        for (Exclusion exclusion : catalogue.exclusions(candidates)) {
            fault(exclusion.kind()).ifPresent(fault -> {
                VersionSet concerned =
                        fault == Remark.LeftOut.Fault.PYTHON ? expected.and(catalogue.capped(candidates)) : expected;
                exclusion.reasons(concerned).forEach(reason -> leftOut(candidates, chosen, fault, reason));
            });
        }
    }

    private static Optional<Remark.LeftOut.Fault> fault(Exclusion.Kind kind) {
        return switch (kind) {
            case BROKEN -> Optional.of(Remark.LeftOut.Fault.BROKEN);
            case PYTHON -> Optional.of(Remark.LeftOut.Fault.PYTHON);
            case DIRECT_URL -> Optional.of(Remark.LeftOut.Fault.ADDRESS);
            default -> Optional.empty();
        };
    }

    private void leftOut(Candidates candidates, int chosen, Remark.LeftOut.Fault fault, Exclusion.Reason reason) {
        List<Asked> askers = asked.getOrDefault(candidates.name(), List.of());
        Version taken = candidates.versions().get(chosen);
        remarks.add(new Remark.LeftOut(
                candidates.name(),
                taken,
                Ranges.of(candidates, reason.versions()),
                fault,
                reason.detail(),
                reason.ways(),
                askers.stream().anyMatch(Asked::declared),
                places(askers)));
    }

    /** The declarations; where none asks, the packages that do. */
    private static List<String> places(List<Asked> askers) {
        List<String> declared = askers.stream()
                .filter(Asked::declared)
                .map(Asked::by)
                .distinct()
                .toList();
        Stream<String> packages = askers.stream().map(Asked::by).distinct();
        return declared.isEmpty() ? packages.limit(1).toList() : declared;
    }
}
