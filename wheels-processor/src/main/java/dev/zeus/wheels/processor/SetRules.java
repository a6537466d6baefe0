// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import dev.zeus.wheels.Platform;
import dev.zeus.wheels.python.InvisibleCharacters;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** What must hold for a wheel set's Pythons, targets and registry. */
final class SetRules {
    /** Words that are identifiers everywhere but where a class gets its name. */
    private static final Set<String> NO_TYPE_NAMES = Set.of("permits", "record", "sealed", "var", "yield");

    private final Findings findings;

    SetRules(Findings findings) {
        this.findings = findings;
    }

    void check(WrittenSet set) {
        if (set.pythons().isEmpty()) {
            findings.add(Mistake.NO_PYTHONS, set.pythons().site());
        }
        new PythonRules(findings).check(set.pythons());
        new PythonRules(findings).checkKnown(set.pythons());
        if (set.targets().isEmpty()) {
            findings.add(Mistake.NO_TARGETS, set.targets().site());
        }
        Seen<Platform> seen = new Seen<>();
        for (WrittenSet.Target target : set.targets().values()) {
            target.platform().ifPresent(platform -> check(target, platform, seen));
        }
        CutoffRules cutoffs = new CutoffRules(findings, Clock.systemUTC());
        cutoffs.check(set.resolution().excludeNewer());
        cutoffs.checkOwn(set);
        new ResolutionRules(findings).check(set.resolution());
        new LicenseRules(findings).check(set.licenses());
        new ExcuseRules(findings).check(set.excuses());
        new IntegrationRules(findings).check(set.ci());
        checkRegistry(set);
    }

    private void check(WrittenSet.Target target, Written<Platform> named, Seen<Platform> seen) {
        Platform platform = named.value();
        if (platform == Platform.UNIVERSAL) {
            findings.add(Mistake.UNIVERSAL_TARGET, named.site());
            return;
        }
        seen.put(platform, named.site())
                .ifPresent(before -> findings.add(Mistake.DUPLICATE_TARGET, named.site(), platform, before));
        Floor floor = Floor.of(platform);
        Written<String> own = target.floor(floor);
        boolean foreign = false;
        for (Floor other : Floor.values()) {
            Written<String> written = target.floor(other);
            if (other != floor && written.given()) {
                foreign = true;
                findings.add(
                        Mistake.FOREIGN_FLOOR,
                        written.site(),
                        other.title(),
                        platform,
                        own.given()
                                ? "remove " + other.member()
                                : "write " + floor.example() + " in place of " + other.member());
            }
        }
        if (!own.given()) {
            if (!foreign) {
                findings.add(Mistake.MISSING_FLOOR, target.site(), platform, floor.title(), floor.example());
            }
            return;
        }
        Optional<Floor.Wrong> wrong = floor.check(platform, own.value());
        wrong.ifPresent(found -> findings.add(
                Mistake.BAD_FLOOR,
                own.site(),
                Quoted.text(own.value()),
                floor.title(),
                platform,
                found.reason(),
                found.hint()));
        if (wrong.isEmpty()) {
            floor.newer(own.value())
                    .ifPresent(newest -> findings.add(
                            Suspicion.NEWER_THAN_KNOWN,
                            own.site(),
                            Quoted.text(own.value()),
                            floor.title(),
                            "make sure that it is meant: " + newest));
        }
    }

    private void checkRegistry(WrittenSet set) {
        Written<String> registry = set.registry();
        if (registry.given() && !isClassName(registry.value())) {
            findings.add(
                    Mistake.BAD_REGISTRY_NAME,
                    registry.site(),
                    Quoted.text(registry.value()),
                    "leave it out for " + Names.registry(set.packageName()));
        }
    }

    /** The simple name of a set's registry; the default where what is written cannot be used. */
    static String registryName(WrittenSet set) {
        return Optional.of(set.registry().value())
                .filter(SetRules::isClassName)
                .orElseGet(() -> Names.registry(set.packageName()));
    }

    /** Compilers read identifiers without the invisible characters that Java lets stand in them. */
    private static boolean isClassName(String text) {
        return SourceVersion.isName(text)
                && !InvisibleCharacters.areIn(text)
                && !text.contains(".")
                && !NO_TYPE_NAMES.contains(text);
    }
}
