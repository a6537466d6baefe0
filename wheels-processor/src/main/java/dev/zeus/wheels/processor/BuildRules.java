// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import dev.zeus.wheels.BuildSystem;
import dev.zeus.wheels.processor.hint.AddressHint;
import dev.zeus.wheels.processor.hint.LicenseHint;
import dev.zeus.wheels.processor.hint.ModuleHint;
import dev.zeus.wheels.processor.hint.NameHint;
import dev.zeus.wheels.processor.hint.RequirementHint;
import dev.zeus.wheels.processor.hint.VersionHint;
import dev.zeus.wheels.python.LicenseExpression;
import dev.zeus.wheels.python.PackagingParseException;
import dev.zeus.wheels.python.Requirement;
import dev.zeus.wheels.python.Version;
import dev.zeus.wheels.python.VersionSpecifiers;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/** What must hold for a {@code @CustomPackage} that says by its members how it is built. */
final class BuildRules {
    private static final int LONGEST_LICENSE = 200;

    private static final Pattern PAGE = Pattern.compile("https?://.+");

    private final Findings findings;
    private final TargetEnvironments targets;

    BuildRules(Findings findings, TargetEnvironments targets) {
        this.findings = findings;
        this.targets = targets;
    }

    void check(WrittenDeclaration.Custom custom) {
        WrittenBuild build = custom.build();
        List<WrittenBuild.Member> given = build.given();
        if (custom.definition().given()) {
            given.stream()
                    .findFirst()
                    .ifPresent(member -> findings.add(Mistake.DEFINITION_AND_BUILD, member.site(), member.name()));
            return;
        }
        if (!build.version().given() || build.from().isEmpty()) {
            boolean versioned = build.version().given();
            findings.add(
                    Mistake.NO_BUILD,
                    custom.site(),
                    custom.type().simple(),
                    versioned
                            ? "a version and no from"
                            : build.from().isPresent() ? "a from and no version" : "neither definition nor from");
        }
        checkVersion(build.version());
        new SourceVersionRules(findings).check(build);
        build.from().ifPresent(from -> new OriginRules(findings).check(from.value()));
        checkCargo(build);
        checkNeeds(build.requires());
        checkFacts(build);
    }

    private void checkVersion(Written<String> version) {
        try {
            if (version.given()) {
                Version.parse(version.value());
            }
        } catch (PackagingParseException e) {
            findings.add(
                    Mistake.BAD_VERSION,
                    version.site(),
                    Quoted.text(version.value()),
                    e.position() + 1,
                    e.expected(),
                    Hints.or(VersionHint.of(version.value()), "write it as the project does, such as \"1.1.7\""));
        }
    }

    private void checkCargo(WrittenBuild build) {
        BuildSystem system = build.system().value();
        Written<String> hash = build.cargoHash();
        if (hash.given()) {
            new OriginRules(findings).checkHash(hash);
        }
        if (system.isRust() && !hash.given()) {
            findings.add(
                    Mistake.CARGO_HASH,
                    build.system().site(),
                    system + " builds Rust, whose dependencies Nix fetches by their hash",
                    "add cargoHash = \"" + OriginRules.ANY_HASH + "\", and take what the first build says");
        } else if (!system.isRust() && hash.given()) {
            findings.add(
                    Mistake.CARGO_HASH,
                    hash.site(),
                    system + " builds no Rust, so there is nothing that has this hash",
                    "remove it, or say buildSystem = BuildSystem.MATURIN");
        }
    }

    private void checkNeeds(WrittenList<String> needs) {
        Seen<String> seen = new Seen<>();
        MarkerRules markers = new MarkerRules(findings, targets);
        for (Written<String> need : needs.items()) {
            try {
                Requirement requirement = Requirement.parse(need.value());
                String marker = requirement
                        .marker()
                        .map(condition -> condition.toString().replace('"', '\''))
                        .orElse("");
                if (requirement.name().value().equals("python")) {
                    add(need, "Python is no package", "remove it; pythons says for which versions it is built");
                } else if (requirement.url().isPresent()
                        || !requirement.specifiers().specifiers().isEmpty()) {
                    add(
                            need,
                            "it names versions, and the set has one version of each",
                            "write "
                                    + Quoted.text(unversioned(requirement) + (marker.isEmpty() ? "" : "; " + marker))
                                    + ", and @Recipe(relax = …) where the package itself asks for another version");
                } else if (hasWord(marker, "extra")) {
                    add(need, "its marker asks for an extra, and this package has none", "remove that condition");
                } else {
                    markers.check(need, requirement);
                    seen.put(requirement.toString(), need.site())
                            .ifPresent(before -> findings.add(
                                    Mistake.DUPLICATE_IN_RECIPE, need.site(), Quoted.text(need.value()), before));
                }
            } catch (PackagingParseException e) {
                add(
                        need,
                        "at character " + (e.position() + 1) + ", expected " + e.expected(),
                        Hints.or(
                                RequirementHint.unversioned(need.value()).or(() -> NameHint.of(need.value())),
                                "write for instance \"bitsandbytes; platform_machine == 'x86_64'\""));
            }
        }
    }

    private static String unversioned(Requirement requirement) {
        return new Requirement(
                        requirement.name(),
                        requirement.extras(),
                        VersionSpecifiers.ANY,
                        Optional.empty(),
                        Optional.empty())
                .toString();
    }

    private static boolean hasWord(String marker, String word) {
        return List.of(marker.split("[^A-Za-z0-9_]+")).contains(word);
    }

    private void add(Written<String> need, String reason, String hint) {
        findings.add(Mistake.BAD_NEED, need.site(), Quoted.text(need.value()), reason, hint);
    }

    private void checkFacts(WrittenBuild build) {
        Seen<String> seen = new Seen<>();
        for (Written<String> module : build.imports().items()) {
            if (!SourceVersion.isName(module.value(), SourceVersion.RELEASE_0)
                    || !isAscii(module.value())
                    || module.value().endsWith(".py")) {
                fact(
                        module,
                        "module that Python imports",
                        Hints.or(ModuleHint.of(module.value()), "write for instance \"f5_tts\""));
            } else {
                seen.put(module.value(), module.site())
                        .ifPresent(before -> findings.add(
                                Mistake.DUPLICATE_IN_RECIPE, module.site(), Quoted.text(module.value()), before));
            }
        }
        if (build.license().given() && !isExpression(build.license().value())) {
            fact(
                    build.license(),
                    "SPDX expression",
                    Hints.or(
                            LicenseHint.ofExpression(build.license().value()),
                            "write for instance \"MIT\" or \"Apache-2.0 OR MIT\""));
        } else if (build.license().given()) {
            new LicenseRules(findings).checkKnown(build.license());
        }
        String homepage = build.homepage().value();
        if (build.homepage().given() && !isPage(homepage)) {
            fact(
                    build.homepage(),
                    "address of a page",
                    Hints.or(AddressHint.of(homepage), "write one that begins with https://"));
        }
    }

    private void fact(Written<String> fact, String kind, String hint) {
        findings.add(Mistake.BAD_FACT, fact.site(), Quoted.text(fact.value()), kind, hint);
    }

    private static boolean isPage(String text) {
        try {
            return PAGE.matcher(text).matches() && new URI(text).getRawAuthority() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x7f);
    }

    /** Which identifiers there are is the list's business. */
    private static boolean isExpression(String text) {
        try {
            LicenseExpression.parse(text);
            return text.length() <= LONGEST_LICENSE;
        } catch (PackagingParseException e) {
            return false;
        }
    }
}
