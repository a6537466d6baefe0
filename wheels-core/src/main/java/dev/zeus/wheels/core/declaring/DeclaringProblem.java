// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.declaring;

import dev.zeus.wheels.core.event.Meaning;
import dev.zeus.wheels.core.event.ProblemKind;

/** Sources that cannot be changed as was asked. */
public enum DeclaringProblem implements ProblemKind {
    UNREADABLE(
            "I205",
            "A source cannot be read",
            "The file is not readable, larger than 4 MiB, or not in the encoding that project.build.sourceEncoding names."),
    NO_JAVA(
            "I206",
            "A source is no Java",
            "Declarations are changed in sources that compile. Mend the file at the line that the message names; the goals need a JDK."),
    DECLARED(
            "I207",
            "The package is declared already",
            "Change the version and the extras of its type, and run mvn wheels:generate."),
    NOT_OF_A_TYPE(
            "I208",
            "A requirement says what a type cannot",
            "A marker becomes platforms and pythons of the annotation, where one type can say it. An address becomes a @Source of the wheel set, a repository a @CustomPackage; both are written by hand."),
    TAKEN(
            "I209",
            "The file of the new type is there already",
            "Nothing is overwritten. Move the file away, or declare the package by hand."),
    NOT_DECLARED(
            "I210",
            "The package is declared by no type",
            "It may be locked because another one needs it: mvn wheels:why says which."),
    NOT_EMPTY("I211", "The type of the package has members", "They would be lost. Move them elsewhere first."),
    USED(
            "I212",
            "The type of the package is used",
            "Something else than an import or packages of a @PythonEnvironment names it. Take that out first.");

    private final Meaning meaning;

    DeclaringProblem(String code, String title, String explanation) {
        this.meaning = new Meaning(code, title, explanation);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
