// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.project;

import dev.zeus.wheels.core.event.Meaning;
import dev.zeus.wheels.core.event.ProblemKind;

/** What is wrong with the user's own source, or with what environments are made of. */
public enum OwnProblem implements ProblemKind {
    UNREADABLE(
            "N320",
            "A file of your own source cannot be read",
            "The path in @PythonProject or @PythonScript is relative to the directory that contains "
                    + "generated/. Correct it, or put the file there."),
    MALFORMED(
            "N321",
            "An unusable pyproject.toml or script header",
            "The message names the line. Write name, version and dependencies into [project]; only a build "
                    + "knows dynamic values."),
    NOT_LOCKED(
            "N322",
            "Your own source requires something that the set lacks",
            "Declare the package, or the extra, with @Wheel, and run mvn wheels:generate."),
    OTHER_VERSION(
            "N323",
            "Your own source requires another version than the locked one",
            "Declare a version that both permit, or correct the requirement at the line."),
    TAKEN_NAME(
            "N324",
            "A project has the name of a package",
            "One environment cannot have both. Give the project another name."),
    OTHER_PYTHON(
            "N325",
            "Your own source does not run on the environment's Python",
            "Give the environment another Python with python = …, or correct requires-python."),
    NO_IPYKERNEL("N326", "A kernel without ipykernel", "Jupyter talks to ipykernel. Declare it with @Wheel."),
    NO_PYTEST("N327", "Tests without pytest", "pytest runs the tests of a project. Declare it with @Wheel."),
    NO_COMMAND(
            "N328",
            "A command that no package of the environment has",
            "Commands are the console_scripts and gui_scripts of the locked wheels, the programs that "
                    + "wheels install, and the scripts of your own projects. Name one of them, or add its package to "
                    + "the environment."),
    NO_SOURCE(
            "N329",
            "A pyproject.toml without source beside it",
            "In a directory that contains more than the project, the project's name and its build system "
                    + "determine its files. Name others with includes."),
    COMPILED_PROJECT(
            "N330",
            "A project that needs downloads to compile",
            "A Nix build has no network. Declare the project with @CustomPackage, or lock a wheel of it."),
    TOOL_SOURCE(
            "N331",
            "A tool takes a requirement from elsewhere than the wheel set",
            "tool.uv.sources and similar settings affect only their own tool. Declare where the package "
                    + "comes from, so that both agree.");

    private final Meaning meaning;

    OwnProblem(String code, String title, String explanation) {
        this.meaning = new Meaning(code, title, explanation);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
