// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import dev.zeus.wheels.PackageTest;
import dev.zeus.wheels.Platform;
import dev.zeus.wheels.Provider;
import dev.zeus.wheels.Sources;
import dev.zeus.wheels.processor.hint.ExtraHint;
import dev.zeus.wheels.processor.hint.SpecifierHint;
import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.PackagingParseException;
import dev.zeus.wheels.python.VersionSpecifiers;
import java.util.List;
import java.util.Optional;

/** What must hold for one {@code @Wheel}, its names and its source aside. */
final class WheelRules {
    private final Findings findings;

    WheelRules(Findings findings) {
        this.findings = findings;
    }

    void check(WrittenDeclaration.Wheel wheel, WrittenSet set) {
        checkPlatforms(wheel, set);
        new PythonRules(findings).check(wheel.pythons(), set);
        checkVersion(wheel.version(), set);
        checkProvider(wheel);
        checkExtras(wheel.extras());
        checkTests(wheel.tests(), wheel.isUniversal() ? "a universal wheel has no native library" : "");
    }

    private void checkPlatforms(WrittenDeclaration.Wheel wheel, WrittenSet set) {
        List<Platform> targets = set.platforms();
        Seen<Platform> seen = new Seen<>();
        for (Written<Platform> platform : wheel.platforms().items()) {
            Optional<String> before = seen.put(platform.value(), platform.site());
            if (before.isPresent()) {
                findings.add(Mistake.DUPLICATE_PLATFORM, platform.site(), platform.value(), before.get());
            } else if (platform.value() == Platform.UNIVERSAL) {
                if (wheel.platforms().items().size() > 1) {
                    findings.add(Mistake.UNIVERSAL_MIXED, platform.site());
                } else if (wheel.provider().value() == Provider.SDIST) {
                    findings.add(Mistake.UNIVERSAL_SDIST, platform.site());
                }
            } else if (set.targets().complete() && !targets.contains(platform.value())) {
                findings.add(Mistake.PLATFORM_NOT_TARGET, platform.site(), platform.value(), shown(targets));
            }
        }
    }

    private static String shown(List<Platform> targets) {
        return targets.isEmpty()
                ? "none"
                : String.join(", ", targets.stream().map(Platform::name).toList());
    }

    private void checkVersion(Written<String> version, WrittenSet set) {
        if (!version.given()) {
            return;
        }
        try {
            VersionSpecifiers.parse(version.value());
        } catch (PackagingParseException e) {
            findings.add(
                    Mistake.BAD_SPECIFIER,
                    version.site(),
                    Quoted.text(version.value()),
                    e.position() + 1,
                    e.expected(),
                    Hints.or(SpecifierHint.of(version.value()), "write for instance \">=1.2,<2\""));
            return;
        }
        Optional<String> contradiction = SpecifierRange.contradiction(version.value());
        contradiction.ifPresent(
                why -> findings.add(Mistake.EMPTY_SPECIFIER, version.site(), Quoted.text(version.value()), why));
        if (contradiction.isEmpty()) {
            ConstraintRules.checkPrerelease(findings, set, version, VersionSpecifiers.parse(version.value()));
        }
    }

    /** Nixpkgs has one build of a package, whatever the wheels need. */
    private void checkProvider(WrittenDeclaration.Wheel wheel) {
        if (wheel.provider().value() != Provider.NIXPKGS) {
            return;
        }
        if (wheel.isUniversal()) {
            findings.add(
                    Suspicion.NO_EFFECT,
                    wheel.platforms().site(),
                    "UNIVERSAL counts only for those who install the lock without Nix",
                    "remove it, or if it is meant, say @SuppressWarnings(\"wheels:V214\")");
        }
        if (wheel.source().given() && !wheel.source().value().equals(Sources.PYPI)) {
            findings.add(
                    Suspicion.NO_EFFECT,
                    wheel.source().site(),
                    "its source counts only for those who install the lock without Nix",
                    "remove it, or if it is meant, say @SuppressWarnings(\"wheels:V214\")");
        }
    }

    private void checkExtras(WrittenList<String> extras) {
        Seen<String> seen = new Seen<>();
        for (Written<String> extra : extras.items()) {
            try {
                seen.put(ExtraName.parse(extra.value()).value(), extra.site())
                        .ifPresent(before -> findings.add(
                                Mistake.DUPLICATE_EXTRA, extra.site(), Quoted.text(extra.value()), before));
            } catch (PackagingParseException e) {
                findings.add(
                        Mistake.BAD_EXTRA,
                        extra.site(),
                        Quoted.text(extra.value()),
                        "at character " + (e.position() + 1) + ", expected " + e.expected(),
                        Hints.or(ExtraHint.of(extra.value()), "write the extra as the package's metadata shows it"));
            }
        }
    }

    /** Checks tests; {@code noAbi} says why {@code ABI} cannot apply, and is empty where it can. */
    void checkTests(WrittenList<PackageTest> tests, String noAbi) {
        Seen<PackageTest> seen = new Seen<>();
        for (Written<PackageTest> test : tests.items()) {
            if (!test.given()) {
                return;
            }
            Optional<String> before = seen.put(test.value(), test.site());
            if (before.isPresent()) {
                findings.add(Mistake.DUPLICATE_TEST, test.site(), test.value(), before.get());
            } else if (test.value() == PackageTest.ABI && !noAbi.isEmpty()) {
                findings.add(Mistake.TEST_CANNOT_APPLY, test.site(), test.value(), noAbi);
            }
        }
    }
}
