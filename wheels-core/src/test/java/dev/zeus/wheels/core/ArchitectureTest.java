package dev.zeus.wheels.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows inside the core, as {@code docs/architecture.md} draws them. */
@AnalyzeClasses(packagesOf = Generate.class, importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

    @ArchTest
    static final ArchRule ARROWS = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("use cases")
            .definedBy("dev.zeus.wheels.core")
            .layer("event")
            .definedBy("..core.event..")
            .layer("classes")
            .definedBy("..core.classes..")
            .layer("disk")
            .definedBy("..core.disk..")
            .layer("program")
            .definedBy("..core.program..")
            .layer("http")
            .definedBy("..core.http..")
            .layer("wheel")
            .definedBy("..core.wheel..")
            .layer("index")
            .definedBy("..core.index..")
            .layer("lock")
            .definedBy("..core.lock..")
            .layer("resolve")
            .definedBy("..core.resolve..")
            .layer("render")
            .definedBy("..core.render..")
            .layer("export")
            .definedBy("..core.export..")
            .layer("declaring")
            .definedBy("..core.declaring..")
            .layer("mirror")
            .definedBy("..core.mirror..")
            .layer("start")
            .definedBy("..core.start..")
            .layer("importing")
            .definedBy("..core.importing..")
            .layer("project")
            .definedBy("..core.project..")
            .layer("check")
            .definedBy("..core.check..")
            .layer("nixpkgs")
            .definedBy("..core.nixpkgs..")
            .layer("output")
            .definedBy("..core.output..")
            .layer("report")
            .definedBy("..core.report..")
            .layer("answer")
            .definedBy("..core.answer..")
            .layer("page")
            .definedBy("..core.page..")
            .whereLayer("use cases")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("classes")
            .mayOnlyBeAccessedByLayers("use cases")
            .whereLayer("program")
            .mayOnlyBeAccessedByLayers("check", "use cases")
            .whereLayer("http")
            .mayOnlyBeAccessedByLayers("index", "wheel", "check", "use cases")
            .whereLayer("index")
            .mayOnlyBeAccessedByLayers("resolve", "use cases")
            .whereLayer("resolve")
            .mayOnlyBeAccessedByLayers("use cases")
            .whereLayer("render")
            .mayOnlyBeAccessedByLayers("use cases")
            .whereLayer("project")
            .mayOnlyBeAccessedByLayers("render", "use cases")
            .whereLayer("importing")
            .mayOnlyBeAccessedByLayers("use cases")
            .whereLayer("declaring")
            .mayOnlyBeAccessedByLayers("use cases")
            .whereLayer("mirror")
            .mayOnlyBeAccessedByLayers("use cases")
            .whereLayer("start")
            .mayOnlyBeAccessedByLayers("use cases")
            .whereLayer("export")
            .mayOnlyBeAccessedByLayers("use cases")
            .whereLayer("nixpkgs")
            .mayOnlyBeAccessedByLayers("render", "check", "use cases")
            .whereLayer("check")
            .mayOnlyBeAccessedByLayers("report", "use cases")
            .whereLayer("lock")
            .mayOnlyBeAccessedByLayers(
                    "resolve",
                    "render",
                    "export",
                    "mirror",
                    "importing",
                    "check",
                    "nixpkgs",
                    "report",
                    "answer",
                    "page",
                    "use cases")
            .whereLayer("answer")
            .mayOnlyBeAccessedByLayers("page", "use cases")
            .whereLayer("page")
            .mayOnlyBeAccessedByLayers("use cases")
            .whereLayer("disk")
            .mayOnlyBeAccessedByLayers(
                    "http",
                    "wheel",
                    "check",
                    "declaring",
                    "importing",
                    "nixpkgs",
                    "output",
                    "page",
                    "program",
                    "project",
                    "report",
                    "use cases")
            .whereLayer("event")
            .mayOnlyBeAccessedByLayers(
                    "classes",
                    "disk",
                    "http",
                    "wheel",
                    "index",
                    "lock",
                    "resolve",
                    "render",
                    "export",
                    "importing",
                    "declaring",
                    "check",
                    "nixpkgs",
                    "output",
                    "project",
                    "report",
                    "use cases");

    @ArchTest
    static final ArchRule PRINTERS_KNOW_NOBODY = classes()
            .that()
            .resideInAPackage("..core.text..")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackages(
                    "dev.zeus.wheels.core",
                    "..core.answer..",
                    "..core.check..",
                    "..core.disk..",
                    "..core.event..",
                    "..core.export..",
                    "..core.http..",
                    "..core.importing..",
                    "..core.index..",
                    "..core.lock..",
                    "..core.nixpkgs..",
                    "..core.output..",
                    "..core.page..",
                    "..core.project..",
                    "..core.render..",
                    "..core.report..",
                    "..core.resolve..",
                    "..core.wheel..");

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
