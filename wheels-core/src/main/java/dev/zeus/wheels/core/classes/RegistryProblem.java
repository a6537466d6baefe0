// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.classes;

import dev.zeus.wheels.core.event.Meaning;
import dev.zeus.wheels.core.event.ProblemKind;

/** A registry that is missing, or cannot be used. */
public enum RegistryProblem implements ProblemKind {
    NO_REGISTRY(
            "D101",
            "The module has no wheel registry",
            "The annotation processor did not run, or src/main/java declares nothing. List wheels-processor "
                    + "under annotationProcessorPaths of the compiler plugin."),
    OTHER_API(
            "D102",
            "A registry of another version",
            "Registry, processor and plugin have different versions. Give all three the same version and "
                    + "compile again."),
    SEVERAL_SETS(
            "D103",
            "Several wheel sets in one module",
            "A module writes one generated directory, so it has one wheel set. Move each @WheelSet package "
                    + "to a module of its own."),
    NEWER_JAVA(
            "D104",
            "The registry needs a newer Java",
            "The module is compiled for a newer Java than the one that runs Maven. Run Maven on that JDK, "
                    + "or lower maven.compiler.release."),
    UNLOADABLE_REGISTRY(
            "D105",
            "The registry cannot be loaded",
            "The compiled classes are incomplete or damaged. Run mvn clean process-classes."),
    UNLOADABLE_CHECK(
            "D107",
            "A check of the module cannot be loaded",
            "META-INF/services names a class that is missing, is not a WheelInspection, or has no public "
                    + "constructor without parameters."),
    STALE_REGISTRY(
            "D108",
            "The registry does not match the declarations",
            "An incremental build left an old registry, or classes whose sources are gone remain. Run mvn "
                    + "clean process-classes."),
    HIDDEN_DECLARATION(
            "D109",
            "A declaration within a method",
            "Compilers do not show local classes to annotation processors. Move the declaration out of the "
                    + "method.");

    private final Meaning meaning;

    RegistryProblem(String code, String title, String explanation) {
        this.meaning = new Meaning(code, title, explanation);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
