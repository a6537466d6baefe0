package dev.zeus.wheels.processor;

import dev.zeus.wheels.python.LicenseExpression;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.PackagingParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What must hold for the licences that a wheel set allows. */
final class LicenseRules {
    /** The usual licences of Python packages, for those who remember only their names. */
    private static final List<String> USUAL = List.of(
            "0BSD",
            "Apache-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "CC0-1.0",
            "GPL-2.0-only",
            "GPL-2.0-or-later",
            "GPL-3.0-only",
            "GPL-3.0-or-later",
            "HPND",
            "ISC",
            "LGPL-2.1-or-later",
            "LGPL-3.0-only",
            "LGPL-3.0-or-later",
            "MIT",
            "MPL-2.0",
            "PSF-2.0",
            "Python-2.0",
            "Unlicense",
            "Zlib");

    private final Findings findings;

    LicenseRules(Findings findings) {
        this.findings = findings;
    }

    void check(WrittenSet.Licenses licenses) {
        Set<String> seen = new HashSet<>();
        for (Written<String> written : licenses.allowed().items()) {
            wrong(written.value())
                    .or(() -> seen.add(written.value().toLowerCase(Locale.ROOT))
                            ? Optional.empty()
                            : Optional.of(
                                    new Reason(Quoted.text(written.value()) + " is allowed already", "remove one")))
                    .ifPresent(why -> findings.add(Mistake.BAD_LICENSE, written.site(), why.text(), why.hint()));
        }
        Set<String> excepted = new HashSet<>();
        for (Written<String> written : licenses.exceptions().items()) {
            exception(written.value(), licenses, excepted)
                    .ifPresent(
                            why -> findings.add(Mistake.BAD_LICENSE_EXCEPTION, written.site(), why.text(), why.hint()));
        }
    }

    private record Reason(String text, String hint) {}

    private static Optional<Reason> wrong(String license) {
        try {
            if (LicenseExpression.parse(license) instanceof LicenseExpression.License) {
                return Optional.empty();
            }
            return Optional.of(new Reason(
                    Quoted.text(license) + " is an expression of several",
                    "write each by itself: licenses = {\"MIT\", \"Apache-2.0\"}"));
        } catch (PackagingParseException e) {
            return Optional.of(new Reason(
                    Quoted.text(license) + " is no SPDX identifier, at character " + (e.position() + 1) + ", expected "
                            + e.expected(),
                    DidYouMean.among(USUAL, license)
                            .map(near -> "did you mean " + Quoted.text(near) + "?")
                            .orElse("write for instance licenses = {\"MIT\", \"Apache-2.0\"}")));
        }
    }

    private static Optional<Reason> exception(String project, WrittenSet.Licenses licenses, Set<String> seen) {
        Optional<String> wrong = RecipeRules.wrongName(project);
        if (wrong.isPresent()) {
            return Optional.of(new Reason(
                    Quoted.text(project) + " is no project name, " + wrong.get(),
                    "write for instance licenseExceptions = \"certifi\""));
        }
        if (!seen.add(PackageName.parse(project).value())) {
            return Optional.of(new Reason(Quoted.text(project) + " is excepted already", "remove one"));
        }
        return licenses.allowed().isEmpty()
                ? Optional.of(new Reason("the wheel set allows every licence", "remove it, or name licenses"))
                : Optional.empty();
    }
}
