// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import dev.zeus.wheels.processor.hint.LicenseHint;
import dev.zeus.wheels.processor.hint.NameHint;
import dev.zeus.wheels.python.LicenseExpression;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.PackagingParseException;
import dev.zeus.wheels.python.SpdxLicenses;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What must hold for the licences that a wheel set allows. */
final class LicenseRules {
    private final Findings findings;

    LicenseRules(Findings findings) {
        this.findings = findings;
    }

    void check(WrittenSet.Licenses licenses) {
        Seen<String> seen = new Seen<>();
        for (Written<String> written : licenses.allowed().items()) {
            Optional<String> before = seen.put(written.value().toLowerCase(Locale.ROOT), written.site());
            Optional<Reason> wrong = wrong(written.value())
                    .or(() -> before.map(place -> new Reason(
                            Quoted.text(written.value()) + " is allowed already by " + place, "remove one")));
            wrong.ifPresentOrElse(
                    why -> findings.add(Mistake.BAD_LICENSE, written.site(), why.text(), why.hint()),
                    () -> checkKnown(written));
        }
        Set<String> excepted = new HashSet<>();
        for (Written<String> written : licenses.exceptions().items()) {
            exception(written.value(), licenses, excepted)
                    .ifPresent(
                            why -> findings.add(Mistake.BAD_LICENSE_EXCEPTION, written.site(), why.text(), why.hint()));
        }
    }

    /** Tells of licences in an expression that SPDX's list does not have, or has no more. */
    void checkKnown(Written<String> written) {
        try {
            checkKnown(written, LicenseExpression.parse(written.value()));
        } catch (PackagingParseException e) {
            // Told as no expression.
        }
    }

    private void checkKnown(Written<String> written, LicenseExpression expression) {
        if (expression instanceof LicenseExpression.All all) {
            all.parts().forEach(part -> checkKnown(written, part));
        } else if (expression instanceof LicenseExpression.AnyOf any) {
            any.parts().forEach(part -> checkKnown(written, part));
        } else if (expression instanceof LicenseExpression.License license
                && !license.id().startsWith("LicenseRef-")
                && !license.id().startsWith("DocumentRef-")) {
            checkKnown(written, license.id());
        }
    }

    private void checkKnown(Written<String> written, String id) {
        boolean later = id.endsWith("+") && SpdxLicenses.find(id).isEmpty();
        Optional<SpdxLicenses.Entry> entry = SpdxLicenses.find(later ? id.substring(0, id.length() - 1) : id);
        if (entry.isEmpty()) {
            findings.add(
                    Suspicion.UNKNOWN_LICENSE,
                    written.site(),
                    Quoted.text(id),
                    Hints.or(LicenseHint.of(id), "write its identifier there, or LicenseRef- and a name of your own"));
        } else if (entry.get().deprecated()) {
            findings.add(
                    Suspicion.DEPRECATED_LICENSE,
                    written.site(),
                    Quoted.text(id),
                    Hints.or(LicenseHint.of(id), "look up at SPDX what stands for it now"));
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
                    Hints.or(LicenseHint.of(license), "write for instance licenses = {\"MIT\", \"Apache-2.0\"}")));
        }
    }

    private static Optional<Reason> exception(String project, WrittenSet.Licenses licenses, Set<String> seen) {
        Optional<String> wrong = RecipeRules.wrongName(project);
        if (wrong.isPresent()) {
            return Optional.of(new Reason(
                    Quoted.text(project) + " is no project name, " + wrong.get(),
                    Hints.or(NameHint.of(project), "write for instance licenseExceptions = \"certifi\"")));
        }
        if (!seen.add(PackageName.parse(project).value())) {
            return Optional.of(new Reason(Quoted.text(project) + " is excepted already", "remove one"));
        }
        return licenses.allowed().isEmpty()
                ? Optional.of(new Reason("the wheel set allows every licence", "remove it, or name licenses"))
                : Optional.empty();
    }
}
