// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import dev.zeus.wheels.PackageTest;
import dev.zeus.wheels.Provider;
import dev.zeus.wheels.Sources;
import java.util.EnumSet;

/** What a declaration need not say, since it holds without. */
final class NeedlessRules {
    private final Findings findings;

    NeedlessRules(Findings findings) {
        this.findings = findings;
    }

    void check(Named named) {
        WrittenDeclaration declaration = named.declaration();
        Written<String> name = declaration.name();
        if (name.given()
                && Names.ofType(declaration.type().simple()).equals(name.value())
                && !SpellingRules.isSuspect(declaration.type().simple())) {
            add(name.site(), "the type's name says it");
        }
        empty(declaration.pythons(), "a declaration is wanted on every Python of its set");
        checkTests(declaration.tests());
        if (declaration instanceof WrittenDeclaration.Wheel wheel) {
            checkWheel(wheel, named);
        }
    }

    private void checkWheel(WrittenDeclaration.Wheel wheel, Named named) {
        Written<String> project = wheel.wheelName();
        if (project.given() && project.value().equals(named.name())) {
            add(project.site(), "the project is looked for under the package's name");
        }
        if (wheel.source().given() && wheel.source().value().equals(Sources.PYPI)) {
            add(wheel.source().site(), "every wheel comes from there that says no other");
        }
        empty(wheel.platforms(), "a wheel is wanted on every target of its set");
        if (wheel.version().given() && wheel.version().value().isBlank()) {
            add(wheel.version().site(), "every version is allowed");
        }
        empty(wheel.extras(), "a wheel is installed without extras");
        if (wheel.provider().given() && wheel.provider().value() == Provider.WHEEL) {
            add(wheel.provider().site(), "a wheel supplies it");
        }
    }

    private void checkTests(WrittenList<PackageTest> tests) {
        if (tests.given()
                && tests.items().size() == PackageTest.values().length
                && EnumSet.allOf(PackageTest.class).equals(EnumSet.copyOf(tests.values()))) {
            add(tests.site(), "all tests are generated that apply");
        }
    }

    private void empty(WrittenList<?> list, String reason) {
        if (list.given() && list.isEmpty()) {
            add(list.site(), reason);
        }
    }

    private void add(Site site, String reason) {
        findings.add(Mistake.NEEDLESS, site, reason);
    }
}
