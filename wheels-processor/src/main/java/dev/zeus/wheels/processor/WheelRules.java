package dev.zeus.wheels.processor;

import dev.zeus.wheels.PackageTest;
import dev.zeus.wheels.Platform;
import dev.zeus.wheels.Provider;
import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.PackagingParseException;
import dev.zeus.wheels.python.VersionSpecifiers;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What must hold for one {@code @Wheel}, its names and its source aside. */
final class WheelRules {
    private final Findings findings;

    WheelRules(Findings findings) {
        this.findings = findings;
    }

    void check(WrittenDeclaration.Wheel wheel, WrittenSet set) {
        checkPlatforms(wheel, set);
        new PythonRules(findings).check(wheel.pythons(), set);
        checkVersion(wheel.version());
        checkExtras(wheel.extras());
        checkTests(wheel.tests(), wheel.isUniversal() ? "a universal wheel has no native library" : "");
    }

    private void checkPlatforms(WrittenDeclaration.Wheel wheel, WrittenSet set) {
        List<Platform> targets = set.platforms();
        Set<Platform> seen = EnumSet.noneOf(Platform.class);
        for (Written<Platform> platform : wheel.platforms().items()) {
            if (!seen.add(platform.value())) {
                findings.add(Mistake.DUPLICATE_PLATFORM, platform.site(), platform.value());
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

    private void checkVersion(Written<String> version) {
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
                    SpecifierHint.of(version.value()));
            return;
        }
        SpecifierRange.contradiction(version.value())
                .ifPresent(why ->
                        findings.add(Mistake.EMPTY_SPECIFIER, version.site(), Quoted.text(version.value()), why));
    }

    private void checkExtras(WrittenList<String> extras) {
        Set<String> seen = new HashSet<>();
        for (Written<String> extra : extras.items()) {
            try {
                if (!seen.add(ExtraName.parse(extra.value()).value())) {
                    findings.add(Mistake.DUPLICATE_EXTRA, extra.site(), Quoted.text(extra.value()));
                }
            } catch (PackagingParseException e) {
                findings.add(
                        Mistake.BAD_EXTRA,
                        extra.site(),
                        Quoted.text(extra.value()),
                        "at character " + (e.position() + 1) + ", expected " + e.expected(),
                        extra.value().contains(",")
                                ? "write each extra by itself: extras = {\"a\", \"b\"}"
                                : "write the extra as the package's metadata shows it");
            }
        }
    }

    /** Checks tests; {@code noAbi} says why {@code ABI} cannot apply, and is empty where it can. */
    void checkTests(WrittenList<PackageTest> tests, String noAbi) {
        Set<PackageTest> seen = EnumSet.noneOf(PackageTest.class);
        for (Written<PackageTest> test : tests.items()) {
            if (!test.given()) {
                return;
            }
            if (!seen.add(test.value())) {
                findings.add(Mistake.DUPLICATE_TEST, test.site(), test.value());
            } else if (test.value() == PackageTest.ABI && !noAbi.isEmpty()) {
                findings.add(Mistake.TEST_CANNOT_APPLY, test.site(), test.value(), noAbi);
            }
        }
    }
}
