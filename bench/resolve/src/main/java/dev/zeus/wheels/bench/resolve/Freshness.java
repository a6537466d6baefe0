// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.bench.resolve;

import dev.zeus.wheels.core.index.PackageIndex;
import dev.zeus.wheels.core.index.ReleaseTable;
import dev.zeus.wheels.core.index.WheelFile;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.python.CoreMetadata;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.PreReleases;
import dev.zeus.wheels.python.Requirement;
import dev.zeus.wheels.python.Version;
import dev.zeus.wheels.python.VersionSpecifiers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;

/**
 * How new the answers to a set are on one target: each package is as many releases behind as there are newer ones that
 * its declaration allows and that have a wheel for the target.
 */
final class Freshness {
    /**
     * Releases behind the newest allowed.
     *
     * @param declared summed over the declared packages
     * @param all summed over all packages of the answer
     * @param shared summed over those that the other answer has, too: what only a newer package needs counts for none
     */
    record Behind(int declared, int all, int shared) {
        @Override
        public String toString() {
            return declared + " / " + all + " / " + shared;
        }
    }

    private final PackageIndex index;
    private final Target target;
    private final Version python;
    private final Map<PackageName, VersionSpecifiers> declared = new HashMap<>();
    private final Map<PackageName, List<Version>> allowed = new HashMap<>();

    Freshness(PackageIndex index, RequirementSet set, Target target) {
        this.index = index;
        this.target = target;
        this.python = Version.parse(target.python() + ".0");
        for (Requirement requirement : set.requirements()) {
            declared.merge(requirement.name(), requirement.specifiers(), VersionSpecifiers::and);
        }
    }

    /** The sums of an answer beside another one. */
    Behind of(Answer answer, Answer other) {
        int ofDeclared = 0;
        int ofAll = 0;
        int ofShared = 0;
        for (Map.Entry<String, String> each : answer.versions().entrySet()) {
            PackageName name = PackageName.parse(each.getKey());
            int behind = behind(name, Version.parse(each.getValue()));
            ofAll += behind;
            ofDeclared += declared.containsKey(name) ? behind : 0;
            ofShared += other.versions().containsKey(each.getKey()) ? behind : 0;
        }
        return new Behind(ofDeclared, ofAll, ofShared);
    }

    private int behind(PackageName name, Version version) {
        return (int) allowed.computeIfAbsent(name, this::allowed).stream()
                .filter(other -> other.compareTo(version) > 0)
                .count();
    }

    private List<Version> allowed(PackageName name) {
        VersionSpecifiers asked = declared.getOrDefault(name, VersionSpecifiers.ANY);
        ReleaseTable releases = index.page(name).join().releases();
        return releases.versions().stream()
                .filter(version -> releases.wheels(version).stream().anyMatch(this::isUsable))
                .filter(version -> asked.contains(version) && (asked.allowsPrereleases() || !version.isPrerelease()))
                .toList();
    }

    private boolean isUsable(WheelFile wheel) {
        return wheel.yanked().isEmpty()
                && target.tags().rank(wheel.filename()).isPresent()
                && wheel.requiresPython()
                        .map(r -> r.contains(python, PreReleases.ALLOW))
                        .orElse(true);
    }

    /** Each package that both have, in different versions, with what in ours speaks against uv's version. */
    List<String> differences(Answer our, Answer their) {
        List<String> lines = new ArrayList<>();
        our.versions().forEach((name, version) -> {
            String other = their.versions().getOrDefault(name, version);
            if (!other.equals(version)) {
                lines.add(name + (declared.containsKey(PackageName.parse(name)) ? " (declared)" : "") + " " + version
                        + " / " + other + ": ours, " + decider(name, version, other, our) + "; uv's, "
                        + decider(name, other, version, their));
            }
        });
        Set<String> ours = new HashSet<>(our.versions().keySet());
        ours.removeAll(their.versions().keySet());
        Set<String> theirs = new HashSet<>(their.versions().keySet());
        theirs.removeAll(our.versions().keySet());
        if (!ours.isEmpty() || !theirs.isEmpty()) {
            lines.add("only ours: " + sorted(ours) + "; only uv's: " + sorted(theirs));
        }
        return lines;
    }

    private static String sorted(Set<String> names) {
        return names.isEmpty() ? "none" : names.stream().sorted().collect(Collectors.joining(", "));
    }

    /** The requirement of an answer that keeps it from another version of a package. */
    private String decider(String name, String version, String other, Answer answer) {
        if (Version.parse(version).compareTo(Version.parse(other)) > 0) {
            return "the newer";
        }
        PackageName wanted = PackageName.parse(name);
        Version newer = Version.parse(other);
        for (Map.Entry<String, String> owner : answer.versions().entrySet()) {
            for (Requirement requirement : metadata(owner.getKey(), owner.getValue())
                    .map(CoreMetadata::requiresDist)
                    .orElse(List.of())) {
                if (requirement.name().equals(wanted)
                        && !requirement.specifiers().contains(newer, PreReleases.ALLOW)
                        && holds(requirement)) {
                    return "by " + owner.getKey() + " " + owner.getValue() + ", which requires " + requirement.name()
                            + requirement.specifiers();
                }
            }
        }
        return metadata(name, other)
                .flatMap(metadata -> metadata.requiresDist().stream()
                        .filter(this::holds)
                        .filter(requirement -> Optional.ofNullable(
                                        answer.versions().get(requirement.name().value()))
                                .filter(chosen ->
                                        !requirement.specifiers().contains(Version.parse(chosen), PreReleases.ALLOW))
                                .isPresent())
                        .findFirst())
                .map(requirement ->
                        "since " + name + " " + other + " requires " + requirement.name() + requirement.specifiers())
                .orElse("by nothing direct");
    }

    private boolean holds(Requirement requirement) {
        return requirement
                .marker()
                .map(marker -> marker.evaluate(target.environment())
                        || marker.toString().contains("extra"))
                .orElse(true);
    }

    private Optional<CoreMetadata> metadata(String name, String version) {
        Version wanted = Version.parse(version);
        try {
            return index.page(PackageName.parse(name)).join().releases().wheels(wanted).stream()
                    .filter(this::isUsable)
                    .findFirst()
                    .map(wheel -> index.metadata(wheel).join());
        } catch (CompletionException e) {
            return Optional.empty();
        }
    }
}
