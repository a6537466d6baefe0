// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.zeus.wheels.testkit.NeedsNixBuilds;

/**
 * What a test needs of the machine is declared, so that it is counted where it is missing: an assumption within an
 * assertion fails, and one that prepares a class takes its tests out of the reports.
 */
@AnalyzeClasses(packages = {"dev.zeus.wheels.core.render", "dev.zeus.wheels.core.nixpkgs"})
final class NeedsOfTestsTest {
    private static final DescribedPredicate<JavaClass> BUILDS_WITH_NIX = describe(
            "build with Nix",
            type -> type.getFields().stream()
                    .anyMatch(field -> field.getRawType().isEquivalentTo(FixtureNix.class)));

    @ArchTest
    static final ArchRule DECLARED = classes().that(BUILDS_WITH_NIX).should().beAnnotatedWith(NeedsNixBuilds.class);

    @ArchTest
    static final ArchRule NOT_ASSUMED =
            noClasses().should().dependOnClassesThat().haveFullyQualifiedName("org.junit.jupiter.api.Assumptions");
}
