// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import dev.zeus.wheels.PrereleasePolicy;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Requirement;
import dev.zeus.wheels.python.VersionSpecifier;
import dev.zeus.wheels.python.VersionSpecifiers;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * What must hold between the constraints and overrides of a wheel set, each with the others and with the versions that
 * its wheels ask for. What contradicts is told at the set, which is where it is loosened.
 */
final class ConstraintRules {
    private final Findings findings;
    private final TargetEnvironments targets;
    private final WrittenSet set;
    private final List<Named> declarations;
    private final MarkerRules markers;

    /** A constraint or an override with where it holds. */
    private record Rule(Written<String> written, Requirement requirement, BitSet where) {
        String project() {
            return requirement.name().value();
        }

        boolean meets(Rule other) {
            return project().equals(other.project()) && where.intersects(other.where);
        }
    }

    ConstraintRules(Findings findings, TargetEnvironments targets, WrittenSet set, List<Named> declarations) {
        this.findings = findings;
        this.targets = targets;
        this.set = set;
        this.declarations = declarations;
        this.markers = new MarkerRules(findings, targets);
    }

    void check() {
        List<Rule> constraints = rules(set.resolution().constraints());
        List<Rule> overrides = rules(set.resolution().overrides());
        checkAmong(constraints);
        checkAmong(overrides);
        overrides.forEach(override ->
                constraints.stream().filter(override::meets).forEach(constraint -> checkPair(override, constraint)));
        constraints.forEach(this::checkDeclared);
        overrides.forEach(this::checkOverruled);
        new ExclusionRules(findings, set, declarations).checkRules();
    }

    private List<Rule> rules(WrittenList<String> written) {
        List<Rule> rules = new ArrayList<>();
        for (Written<String> item : written.items()) {
            SpecifierRange.requirement(item.value())
                    .filter(requirement -> requirement.url().isEmpty())
                    .ifPresent(requirement -> {
                        BitSet where = markers.check(item, requirement);
                        if (isSound(item, requirement.specifiers())) {
                            rules.add(new Rule(item, requirement, where));
                        }
                    });
        }
        return rules;
    }

    private boolean isSound(Written<String> written, VersionSpecifiers specifiers) {
        Optional<String> contradiction = SpecifierRange.contradiction(specifiers.toString());
        contradiction.ifPresent(
                why -> findings.add(Mistake.EMPTY_SPECIFIER, written.site(), Quoted.text(written.value()), why));
        if (contradiction.isEmpty()) {
            checkPrerelease(findings, set, written, specifiers);
        }
        return contradiction.isEmpty();
    }

    /** Tells of what only pre-releases fulfil where the set refuses them. */
    static void checkPrerelease(
            Findings findings, WrittenSet set, Written<String> written, VersionSpecifiers specifiers) {
        boolean pinned = specifiers.specifiers().stream()
                .filter(VersionSpecifier::namesPrerelease)
                .map(VersionSpecifier::operator)
                .anyMatch(operator ->
                        operator == VersionSpecifier.Operator.EQUAL || operator == VersionSpecifier.Operator.ARBITRARY);
        if (pinned && set.resolution().prereleases() == PrereleasePolicy.REFUSE) {
            findings.add(Mistake.REFUSED_PRERELEASE, written.site(), Quoted.text(written.value()));
        }
    }

    /** Of two rules of one project in one list the later is told of. */
    private void checkAmong(List<Rule> rules) {
        for (int i = 0; i < rules.size(); i++) {
            Rule later = rules.get(i);
            Optional<Rule> earlier =
                    rules.subList(0, i).stream().filter(later::meets).findFirst();
            if (earlier.isPresent() && !checkPair(later, earlier.get())) {
                findings.add(
                        Suspicion.TWICE_IN_LIST,
                        later.written().site(),
                        Quoted.text(later.project()),
                        earlier.get().written().site().path(),
                        merged(earlier.get(), later));
            }
        }
    }

    private static String merged(Rule first, Rule second) {
        boolean plain = first.requirement().marker().equals(second.requirement().marker())
                && first.requirement().extras().equals(second.requirement().extras());
        Requirement both = new Requirement(
                first.requirement().name(),
                first.requirement().extras(),
                first.requirement().specifiers().and(second.requirement().specifiers()),
                Optional.empty(),
                first.requirement().marker());
        return plain
                ? "write one: " + Quoted.text(both.toString().replace('"', '\''))
                : "make their markers exclude each other, or write one";
    }

    /** Whether two rules contradict each other, which is told. */
    private boolean checkPair(Rule later, Rule earlier) {
        Optional<String> contradiction = SpecifierRange.contradiction(
                later.requirement().specifiers() + "," + earlier.requirement().specifiers());
        contradiction.ifPresent(why -> findings.add(
                Mistake.EMPTY_SPECIFIER,
                later.written().site(),
                Quoted.text(later.written().value()),
                earlier.written().site().path() + " is "
                        + Quoted.text(earlier.written().value()) + ", and " + why));
        return contradiction.isPresent();
    }

    private void checkDeclared(Rule constraint) {
        for (Named named : declarations) {
            if (named.declaration() instanceof WrittenDeclaration.Wheel wheel
                    && named.project().equals(constraint.project())
                    && isEverywhere(constraint)
                    && !isOverridden(constraint.requirement().name())
                    && SpecifierRange.satisfiable(wheel.version().value()).isPresent()) {
                SpecifierRange.contradiction(wheel.version().value() + ","
                                + constraint.requirement().specifiers())
                        .ifPresent(why -> findings.add(
                                Mistake.EMPTY_SPECIFIER,
                                constraint.written().site(),
                                Quoted.text(constraint.written().value()),
                                wheel.type().canonical() + " asks for "
                                        + Quoted.text(wheel.version().value()) + ", and " + why));
            }
        }
    }

    /** Where only some targets are bounded, what is declared may be wanted on others. */
    private boolean isEverywhere(Rule rule) {
        return rule.requirement().marker().isEmpty() || rule.where().equals(targets.all());
    }

    private boolean isOverridden(PackageName name) {
        return set.resolution().overrides().values().stream()
                .flatMap(text -> SpecifierRange.requirement(text).stream())
                .anyMatch(override -> override.name().equals(name));
    }

    /** An override also replaces the requirement of a declaration, which its reader would not expect. */
    private void checkOverruled(Rule override) {
        for (Named named : declarations) {
            if (named.declaration() instanceof WrittenDeclaration.Wheel wheel
                    && named.project().equals(override.project())
                    && !wheel.version().value().isBlank()
                    && !override.where().isEmpty()
                    && SpecifierRange.satisfiable(wheel.version().value()).isPresent()) {
                findings.add(
                        Suspicion.OVERRULED,
                        override.written().site(),
                        "it replaces the version " + Quoted.text(wheel.version().value()) + " that "
                                + wheel.type().canonical() + " asks for, too",
                        "write the version there, and remove the override or the version");
            }
        }
    }
}
