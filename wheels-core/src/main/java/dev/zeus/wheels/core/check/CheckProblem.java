// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import dev.zeus.wheels.core.event.Meaning;
import dev.zeus.wheels.core.event.ProblemKind;

/** What is wrong with a locked wheel, or with how it is to be read. */
public enum CheckProblem implements ProblemKind {
    BAD_CHECK_READ("D207", "wheels.check.read is malformed", "It is whole or ranges."),
    NOT_RUN(
            "C104",
            "Checks were not run",
            "A check that could not run never counts as passed. The lines that start with \"not run\" say " + "why."),
    NO_RECORD(
            "C201",
            "RECORD is missing or unreadable",
            "Every wheel lists its files in RECORD. Use another version, and tell its authors."),
    RECORD_TWICE("C202", "RECORD lists a file twice", "Installers differ in which of the two lines they trust."),
    NOT_IN_RECORD(
            "C203",
            "A file that RECORD does not list",
            "The file was added after the wheel was built, or the build tool is broken."),
    NOT_IN_WHEEL(
            "C204",
            "RECORD lists a missing file",
            "The file was removed after the wheel was built, or the build tool is broken."),
    WEAK_DIGEST("C205", "A file without a strong digest", "RECORD gives each file a digest of sha256 or longer."),
    OTHER_CONTENT("C206", "Content that contradicts RECORD", "The file was changed after the wheel was built."),
    SAME_FILE(
            "C211",
            "Two names for one file",
            "On file systems that ignore case or Unicode forms, one overwrites the other."),
    FILE_AND_DIRECTORY("C212", "A file and a directory of the same name", "No file system can hold both."),
    MISPLACED(
            "C213",
            "A file in a place unknown to installers",
            "The .data directory has only scripts, headers, data, purelib and platlib."),
    NO_WHEEL_FILE(
            "C221",
            "The WHEEL file is missing or unreadable",
            "Every wheel describes itself in the WHEEL file of its .dist-info directory."),
    OTHER_WHEEL_VERSION("C222", "A wheel of another format", "Installers know version 1 of the wheel format."),
    OTHER_TAGS(
            "C223",
            "The WHEEL file contradicts the tags in the name",
            "The wheel was renamed after it was built. pip, uv and Nix use the name."),
    FOREIGN_DIST_INFO(
            "C224",
            "A .dist-info directory of something else",
            "The wheel has a .dist-info or .data directory of another package or version."),
    DIRECT_URL(
            "C225",
            "A direct_url.json inside of a wheel",
            "An installer writes direct_url.json to say that a package was installed from an address. Unpacked from a"
                    + " wheel, it makes pip freeze and inventories name an address of the author's machine."),
    NOT_PURE(
            "C231",
            "A pure wheel with compiled code",
            "The name says that the wheel is for every platform, but it contains a compiled module."),
    OTHER_PYTHON("C232", "A compiled module for another Python", "The Python of the tags would not find the module."),
    NOT_STABLE_ABI(
            "C233",
            "Not limited to the stable ABI",
            "The wheel promises abi3 but uses symbols outside the stable ABI."),
    OTHER_MACHINE(
            "C234",
            "Compiled for another machine",
            "The compiled file is for another processor or system than the tags."),
    NEWER_GLIBC(
            "C235",
            "Needs a newer glibc than promised",
            "The wheel would fail on systems that its tags permit. Raise the floor of the target, or use "
                    + "another version."),
    LIBPYTHON(
            "C236",
            "Needs libpython",
            "The module needs the shared library of one Python, which Nix does not provide to it."),
    NEWER_MACOS(
            "C237",
            "Needs a newer macOS than promised",
            "The wheel would fail on systems that its tags permit. Raise the floor of the target, or use "
                    + "another version."),
    MISSING_LIBRARY(
            "C241",
            "A library that nothing provides",
            "A compiled file needs a library that neither the wheel nor its requirements have. The hint "
                    + "names the member that adds it."),
    BAD_ENTRY_POINTS("C251", "entry_points.txt is unreadable", "This file lists commands and plugins."),
    BAD_COMMAND(
            "C252",
            "A command that cannot be installed",
            "The command's name is not a file name, or it names no function to call."),
    NO_SUCH_MODULE("C253", "A command of a missing module", "The module that the command calls is not in the wheel."),
    COLLISION(
            "C261",
            "Two packages install the same file",
            "Only one of the two files can be installed, and imports of the other package get it. Leave one "
                    + "package out, or use another version."),
    LICENSE_NOT_ALLOWED(
            "C271",
            "A licence that is not allowed",
            "The licence is not in licenses of @WheelSet. Add it, exempt the package, or use another " + "package."),
    NO_LICENSE(
            "C272",
            "No licence is stated",
            "The metadata does not state a licence. Read the wheel's files, then exempt the package."),
    IDLE_EXCUSE(
            "C281",
            "An unused excuse",
            "excuses of @WheelSet names a problem that the package does not have. Remove it."),
    FLAKE_FAILED(
            "C291",
            "nix flake check failed",
            "Nix could not build or evaluate the generated files. The message ends with Nix's own message."),
    NO_NIX(
            "C292",
            "Nix cannot be run",
            "The check runs nix, which is not installed or does not start. Check that nix --version works."),
    OTHER_METADATA(
            "C301",
            "Metadata that differs from the lock",
            "The METADATA of the wheel differs from what the index said when it was locked. Lock it again, "
                    + "and find out why it differs."),
    GARBLED_METADATA(
            "C302",
            "METADATA is garbled",
            "The METADATA file of the wheel cannot be read. Use another version, and tell its authors."),
    IMPORT_FAILED(
            "C401",
            "A module cannot be imported",
            "The target's Python raised an error while it imported the module. The message has the last "
                    + "line of the error."),
    IMPORT_TIMEOUT("C402", "An import takes too long", "The import of the module exceeded the time limit."),
    OTHER_VERSION(
            "C403",
            "Python reports another version",
            "importlib.metadata reports a version other than the locked one. Use another version, and tell "
                    + "its authors."),
    OTHER_TAG(
            "C404",
            "The file does not fit the target",
            "The tags of the file name do not fit the target and its floor. Lock one that fits with mvn "
                    + "wheels:generate."),
    NO_WHEEL(
            "C405",
            "No wheel is locked",
            "The lock installs a package on a target, but names no file for it. Run mvn wheels:generate."),
    UNTRUSTED_IMPORT(
            "C406",
            "Imports cannot be trusted",
            "A package changes installed files or Python itself when it is imported, so no import result "
                    + "counts. Leave it out."),
    OWN_CHECK(
            "C501",
            "A check of the module failed",
            "One of your WheelInspections rejects the wheel. Use another version, or change the check."),
    BROKEN_CHECK("C502", "A check of the module broke", "One of your WheelInspections threw an exception. Correct it."),
    NO_RANGES(
            "X509",
            "The server does not answer ranges",
            "The wheel cannot be read in parts, so the whole file is fetched. With wheels.check.read=whole, "
                    + "that happens at once.");

    private final Meaning meaning;

    CheckProblem(String code, String title, String explanation) {
        this.meaning = new Meaning(code, title, explanation);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
