// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.declaring;

import dev.zeus.wheels.core.event.Meaning;
import dev.zeus.wheels.core.event.ProblemKind;

/** Sources that cannot be changed as was asked. */
public enum DeclaringProblem implements ProblemKind {
    UNREADABLE(
            "I205",
            "A source cannot be read",
            "The file is not readable, is larger than 4 MiB, or is not in the encoding of "
                    + "project.build.sourceEncoding."),
    NO_JAVA(
            "I206",
            "A source does not compile",
            "wheels:add and wheels:remove change only sources that compile, and need a JDK. Fix the file at "
                    + "the line in the message."),
    DECLARED(
            "I207",
            "The package is already declared",
            "Change the version and the extras of its type, and run mvn wheels:generate."),
    NOT_OF_A_TYPE(
            "I208",
            "A requirement that a type cannot express",
            "A marker becomes platforms and pythons of the annotation, if one type can express it. Write an "
                    + "address as a @Source of the wheel set, and a repository as a @CustomPackage, by hand."),
    TAKEN(
            "I209",
            "The file of the new type exists already",
            "Nothing is overwritten. Move the file away, or declare the package by hand."),
    NOT_DECLARED(
            "I210",
            "No type declares the package",
            "It may be locked because another package needs it: mvn wheels:why shows which one."),
    NOT_EMPTY("I211", "The type of the package has members", "They would be lost. Move them elsewhere first."),
    USED(
            "I212",
            "The type of the package is used",
            "It is named by something other than an import or packages of a @PythonEnvironment. Remove that "
                    + "use first.");

    private final Meaning meaning;

    DeclaringProblem(String code, String title, String explanation) {
        this.meaning = new Meaning(code, title, explanation);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
