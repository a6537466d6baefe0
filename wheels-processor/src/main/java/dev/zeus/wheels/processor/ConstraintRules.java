package dev.zeus.wheels.processor;

import dev.zeus.wheels.python.PackagingParseException;
import dev.zeus.wheels.python.Requirement;
import dev.zeus.wheels.python.VersionSpecifiers;
import java.util.List;
import java.util.Optional;

/** What must hold between the constraints of a wheel set and the versions that its wheels ask for. */
final class ConstraintRules {
    private final Findings findings;

    ConstraintRules(Findings findings) {
        this.findings = findings;
    }

    void check(WrittenList<String> constraints, List<Named> declarations) {
        for (Written<String> written : constraints.items()) {
            parse(written).ifPresent(constraint -> check(written, constraint, declarations));
        }
    }

    private void check(Written<String> written, Requirement constraint, List<Named> declarations) {
        String specifiers = constraint.specifiers().toString();
        Optional<String> contradiction = SpecifierRange.contradiction(specifiers);
        contradiction.ifPresent(
                why -> findings.add(Mistake.EMPTY_SPECIFIER, written.site(), Quoted.text(specifiers), why));
        if (contradiction.isPresent() || constraint.marker().isPresent()) {
            return;
        }
        for (Named named : declarations) {
            if (named.declaration() instanceof WrittenDeclaration.Wheel wheel
                    && named.project().equals(constraint.name().value())
                    && isSatisfiable(wheel.version().value())) {
                SpecifierRange.contradiction(wheel.version().value() + "," + specifiers)
                        .ifPresent(why -> findings.add(
                                Mistake.EMPTY_SPECIFIER,
                                wheel.version().site(),
                                Quoted.text(wheel.version().value()),
                                "the wheel set is constrained to " + Quoted.text(written.value()) + ", and " + why));
            }
        }
    }

    private static Optional<Requirement> parse(Written<String> written) {
        try {
            return Optional.of(Requirement.parse(written.value()))
                    .filter(constraint -> constraint.url().isEmpty()
                            && !constraint.specifiers().specifiers().isEmpty());
        } catch (PackagingParseException e) {
            return Optional.empty();
        }
    }

    private static boolean isSatisfiable(String version) {
        try {
            return !version.isBlank()
                    && !VersionSpecifiers.parse(version).specifiers().isEmpty()
                    && SpecifierRange.contradiction(version).isEmpty();
        } catch (PackagingParseException e) {
            return false;
        }
    }
}
