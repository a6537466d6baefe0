package dev.zeus.wheels.processor;

import dev.zeus.wheels.Platform;
import dev.zeus.wheels.python.InvisibleCharacters;
import dev.zeus.wheels.python.PackagingParseException;
import dev.zeus.wheels.python.UploadCutoff;
import java.util.EnumSet;
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
        if (set.targets().isEmpty()) {
            findings.add(Mistake.NO_TARGETS, set.targets().site());
        }
        Set<Platform> seen = EnumSet.noneOf(Platform.class);
        for (WrittenSet.Target target : set.targets().values()) {
            target.platform().ifPresent(platform -> check(target, platform, seen));
        }
        checkCutoff(set.resolution().excludeNewer());
        new ResolutionRules(findings).check(set.resolution());
        new LicenseRules(findings).check(set.licenses());
        new ExcuseRules(findings).check(set.excuses());
        checkRegistry(set);
    }

    private void checkCutoff(Written<String> cutoff) {
        if (!cutoff.given()) {
            return;
        }
        try {
            UploadCutoff.parse(cutoff.value());
        } catch (PackagingParseException e) {
            boolean calendar =
                    cutoff.value().contains("month") || cutoff.value().contains("year");
            findings.add(
                    Mistake.BAD_CUTOFF,
                    cutoff.site(),
                    Quoted.text(cutoff.value()),
                    e.expected(),
                    calendar
                            ? "say it in days or weeks, since months differ in length"
                            : "write for instance excludeNewer = \"7 days\"");
        }
    }

    private void check(WrittenSet.Target target, Written<Platform> written, Set<Platform> seen) {
        Platform platform = written.value();
        if (platform == Platform.UNIVERSAL) {
            findings.add(Mistake.UNIVERSAL_TARGET, written.site());
            return;
        }
        if (!seen.add(platform)) {
            findings.add(Mistake.DUPLICATE_TARGET, written.site(), platform);
        }
        Floor floor = platform.isLinux() ? Floor.GLIBC : Floor.MACOS;
        Written<String> own = platform.isLinux() ? target.glibc() : target.macos();
        Written<String> foreign = platform.isLinux() ? target.macos() : target.glibc();
        if (foreign.given()) {
            Floor other = platform.isLinux() ? Floor.MACOS : Floor.GLIBC;
            findings.add(Mistake.FOREIGN_FLOOR, foreign.site(), other.title(), platform, other.member());
        }
        if (!own.given()) {
            findings.add(Mistake.MISSING_FLOOR, target.site(), platform, floor.title(), floor.example());
        } else {
            floor.check(platform, own.value())
                    .ifPresent(wrong -> findings.add(
                            Mistake.BAD_FLOOR,
                            own.site(),
                            Quoted.text(own.value()),
                            floor.title(),
                            platform,
                            wrong.reason(),
                            wrong.hint()));
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
