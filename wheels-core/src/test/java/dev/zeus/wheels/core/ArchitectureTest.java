// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The arrows inside the core, as {@code docs/architecture.md} draws them. */
@AnalyzeClasses(packagesOf = Generate.class, importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    private static final String USE_CASES = "use cases";

    /** Of each package, the packages that may use it besides the use cases, which may use all. */
    private static final Map<String, List<String>> SEEN_BY = Map.ofEntries(
            row("doctor"),
            row("question"),
            row("generated", "question", "doctor"),
            row("locking", "generated", "doctor"),
            row("setup", "locking", "generated", "question", "doctor", "importing"),
            row("fork"),
            row("declaring"),
            row("importing"),
            row("mirror"),
            row("page"),
            row("start"),
            row("classes", "setup"),
            row("report", "question"),
            row("answer", "question", "doctor", "page"),
            row("export", "generated"),
            row("render", "locking", "generated"),
            row("project", "render", "generated", "locking"),
            row("resolve", "locking", "question"),
            row("index", "resolve", "setup", "locking", "question", "doctor"),
            row("check", "report", "setup", "locking", "doctor"),
            row("nixpkgs", "render", "check", "locking"),
            row("program", "check", "nixpkgs", "question", "doctor"),
            row("http", "fork", "index", "wheel", "check", "setup", "locking", "generated", "doctor"),
            row(
                    "lock",
                    "resolve",
                    "render",
                    "export",
                    "mirror",
                    "importing",
                    "declaring",
                    "check",
                    "nixpkgs",
                    "report",
                    "answer",
                    "page",
                    "setup",
                    "locking",
                    "generated",
                    "question",
                    "doctor"));

    /**
     * What any package may use: events, files, wheels as bytes, and what is printed; they know nothing of the others.
     */
    private static final List<String> SEEN_BY_ALL = List.of("event", "disk", "wheel", "text", "toml", "output");

    @ArchTest
    static final ArchRule ARROWS = arrows();

    private static Map.Entry<String, List<String>> row(String layer, String... users) {
        return Map.entry(layer, List.of(users));
    }

    private static ArchRule arrows() {
        Architectures.LayeredArchitecture arrows = layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer(USE_CASES)
                .definedBy("dev.zeus.wheels.core")
                .whereLayer(USE_CASES)
                .mayNotBeAccessedByAnyLayer();
        for (String layer : SEEN_BY.keySet()) {
            arrows = arrows.layer(layer).definedBy("..core." + layer + "..");
        }
        for (String layer : SEEN_BY_ALL) {
            arrows = arrows.layer(layer).definedBy("..core." + layer + "..");
        }
        for (Map.Entry<String, List<String>> row : SEEN_BY.entrySet()) {
            List<String> users = new ArrayList<>(row.getValue());
            users.add(USE_CASES);
            arrows = arrows.whereLayer(row.getKey()).mayOnlyBeAccessedByLayers(users.toArray(new String[0]));
        }
        return arrows;
    }

    @ArchTest
    static void namesEveryPackage(JavaClasses core) {
        Set<String> packages = core.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> !name.equals("dev.zeus.wheels.core"))
                .map(name -> name.substring("dev.zeus.wheels.core.".length()))
                .collect(Collectors.toSet());
        Set<String> named = new TreeSet<>(SEEN_BY.keySet());
        named.addAll(SEEN_BY_ALL);
        assertThat(named).containsExactlyInAnyOrderElementsOf(packages);
    }

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CIRCLE = SlicesRuleDefinition.slices()
            .matching("dev.zeus.wheels.core.(*)..")
            .should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule PRINTERS_KNOW_NOBODY = noClasses()
            .that()
            .resideInAPackage("..core.text..")
            .should()
            .dependOnClassesThat(resideInAPackage("dev.zeus.wheels.core..")
                    .and(DescribedPredicate.not(resideInAPackage("..core.text.."))));

    @ArchTest
    static final ArchRule TOML_IS_READ_IN_ONE_PLACE = noClasses()
            .that()
            .resideOutsideOfPackage("..core.toml..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.tomlj..");

    @ArchTest
    static final ArchRule KNOWS_NOTHING_OF_MAVEN =
            noClasses().should().dependOnClassesThat().resideInAPackage("org.apache.maven..");

    @ArchTest
    static final ArchRule RENDERING_IS_PURE = noClasses()
            .that()
            .resideInAnyPackage("..core.render..", "..core.lock..", "..core.answer..", "..core.page..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.nio.file..", "java.net.http..", "org.apache.hc..");
}
