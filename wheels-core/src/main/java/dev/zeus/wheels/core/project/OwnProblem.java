// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.project;

import dev.zeus.wheels.core.event.Meaning;
import dev.zeus.wheels.core.event.ProblemKind;

/** What is wrong with the user's own source, or with what environments are made of. */
public enum OwnProblem implements ProblemKind {
    UNREADABLE(
            "N320",
            "A file of own source cannot be read",
            "The path in @PythonProject or @PythonScript is from the directory that has generated/. Correct it, or put"
                    + " the file there."),
    MALFORMED(
            "N321",
            "A pyproject.toml or a script's header says nothing that can be used",
            "The message names the line. Name, version and dependencies are written into [project]; what is dynamic is"
                    + " known to a build only."),
    NOT_LOCKED(
            "N322",
            "Own source requires what the set does not have",
            "Declare the package, or the extra, with @Wheel, and run mvn wheels:generate."),
    OTHER_VERSION(
            "N323",
            "Own source requires another version than the locked one",
            "Declare a version that both allow, or correct the requirement at the line."),
    TAKEN_NAME(
            "N324",
            "A project has the name of a package",
            "One environment cannot have both. Give the project another name."),
    OTHER_PYTHON(
            "N325",
            "Own source runs on other Pythons than the environment's",
            "Give the environment another Python with python = …, or correct requires-python."),
    NO_IPYKERNEL("N326", "A kernel without ipykernel", "Jupyter talks to ipykernel. Declare it with @Wheel."),
    NO_PYTEST("N327", "Tests without pytest", "The tests of a project are run by pytest. Declare it with @Wheel."),
    NO_COMMAND(
            "N328",
            "An application names a command that no package of its environment has",
            "Commands are the console_scripts and gui_scripts of the locked wheels, what they bring for bin, and the"
                    + " scripts of own projects. Name one of them, or add the package that has it to the environment."),
    NO_SOURCE(
            "N329",
            "Beside a pyproject.toml is nothing that is its project's source",
            "Of a directory that has more than the project, its files are those that its name and its build system"
                    + " say. Name others with includes."),
    COMPILED_PROJECT(
            "N330",
            "A project that is compiled with packages which a build cannot fetch",
            "A build of Nix has no network. Declare the project with @CustomPackage, or lock a wheel of it."),
    TOOL_SOURCE(
            "N331",
            "A tool takes a requirement from elsewhere than the wheel set",
            "tool.uv.sources and its likes count for their tool alone. Declare where the package comes from, so that"
                    + " both have the same.");

    private final Meaning meaning;

    OwnProblem(String code, String title, String explanation) {
        this.meaning = new Meaning(code, title, explanation);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
