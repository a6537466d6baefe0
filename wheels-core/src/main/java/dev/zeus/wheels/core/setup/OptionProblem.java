// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.setup;

import dev.zeus.wheels.core.event.Meaning;
import dev.zeus.wheels.core.event.ProblemKind;

/** An option of a goal that is not what it has to be. */
public enum OptionProblem implements ProblemKind {
    EXCLUSIVE_OPTIONS(
            "D201",
            "Options that exclude each other",
            "wheels.locked permits no change; wheels.upgrade and wheels.source request one. Give only one "
                    + "of them."),
    BAD_UPGRADE("D202", "A malformed package name in wheels.upgrade", "It is a comma-separated list of package names."),
    BAD_ADDRESS(
            "D203",
            "The address of a source is malformed",
            "An address is https://host/path/ without a login; http is permitted only for this machine, or "
                    + "with allowHttp."),
    NO_SUCH_SOURCE("D204", "wheels.source names an undeclared source", "Give the name of a @Source, or pypi."),
    BAD_CUTOFF(
            "D205",
            "excludeNewer is malformed",
            "It is a timestamp such as 2025-06-01T00:00:00Z, or an age such as \"7 days\"."),
    NO_SUCH_TARGET("D206", "wheels.targets is malformed", "It is host for this machine, or all."),
    BAD_FORMAT("D208", "Unknown wheels.format", "Each goal has the formats that the message lists."),
    BAD_ADVISORY("D209", "wheels.audit.ignore is malformed", "It is a comma-separated list of advisory ids."),
    BAD_SWITCH("D210", "An option is neither true nor false", "Write true or false, in lower case."),
    NOTHING_TO_UPGRADE(
            "D211",
            "wheels.upgrade names an unknown package",
            "The package is neither declared nor locked. Correct the name."),
    NO_SUCH_OPTION(
            "D212",
            "No such option",
            "No goal has an option of that name, so it would have no effect. mvn wheels:help -Ddetail lists "
                    + "all options."),
    NO_SUCH_MIRROR(
            "D213",
            "wheels.index names an undeclared source",
            "-Dwheels.index.NAME=… gives a declared source another address. Correct the name, or leave the "
                    + "option out."),
    HOME_PATH(
            "D214",
            "A path begins with a tilde",
            "Only a shell expands ~, and only where it is not quoted and begins a word. Write the whole path."),
    BAD_PRUNE("D220", "wheels.cache.prune is malformed", "It is an age such as 30d, a size such as 2GiB, or both."),
    NOT_LOCKED(
            "D221",
            "wheels.package is not locked",
            "The lock has no package of that name. mvn wheels:tree lists all packages."),
    BAD_DEPTH("D222", "wheels.depth is malformed", "It is a number of levels, such as 2."),
    NO_PACKAGE("D223", "wheels:why without a package", "Name the package with -Dwheels.package=NAME."),
    NO_REVISION(
            "D224",
            "No lock to compare with",
            "wheels.from and wheels.to are each a Git revision that has the lock, a file, or a directory. "
                    + "Correct the option."),
    NO_CODE("D265", "wheels:explain without a code", "Name the code with -Dwheels.code=L201."),
    NO_SUCH_CODE("D266", "No such code", "A code is a letter and three digits, such as L201. Correct it."),
    UNWRITABLE_EXPORT(
            "D231",
            "The export cannot be written",
            "The directory is not writable, or the disk is full. Name another file."),
    BAD_IMPORT_PACKAGE(
            "D232",
            "wheels.importPackage is not a Java package",
            "It is the name of the Java package to write, such as com.acme.python."),
    BAD_IMPORT_GROUP("D235", "wheels.importWith is malformed", "It is a comma-separated list of extras and groups."),
    BAD_REQUIREMENT(
            "I201",
            "Not a requirement",
            "wheels.add and wheels.initWheels are comma-separated requirements in pip's syntax, with each "
                    + "package once."),
    BAD_PROJECT_NAME("I202", "wheels.initName is malformed", "A project's name has letters, digits, dots and hyphens."),
    BAD_WITHOUT(
            "I204",
            "Not a file that can be left out",
            "wheels.initWithout and wheels.importWithout leave out files that the goal writes. The message "
                    + "lists them."),
    BAD_REMOVAL("I216", "wheels.remove is malformed", "It is a comma-separated list of package names.");

    private final Meaning meaning;

    OptionProblem(String code, String title, String explanation) {
        this.meaning = new Meaning(code, title, explanation);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
