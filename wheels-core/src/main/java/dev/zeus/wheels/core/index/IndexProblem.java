// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import dev.zeus.wheels.core.event.Meaning;
import dev.zeus.wheels.core.event.ProblemKind;

/** What an index answers that cannot be used. */
public enum IndexProblem implements ProblemKind {
    WRONG_LOGIN(
            "X401",
            "The index rejects the credentials",
            "The index answered 401. Give the login of the source in the environment or in settings.xml."),
    FORBIDDEN(
            "X403",
            "The index refuses access",
            "The index answered 403. Ask for access, or declare another source for the package."),
    NO_SUCH_PROJECT(
            "X404",
            "No such project on the index",
            "The name is misspelt, or the project is on another index. Correct the name, or declare the "
                    + "source that has it."),
    BAD_ANSWER(
            "X405",
            "The index answered with an unexpected status",
            "The address of the source is probably wrong, for example without /simple/. Correct it."),
    OTHER_CONTENT(
            "X410",
            "An answer of the wrong content type",
            "The answer is not a page of the simple API. Often it is a login page or the server's home "
                    + "page. Correct the source's address."),
    BROKEN_PAGE(
            "X411",
            "The page of a project is broken",
            "The answer claims to be a page of the simple API, but cannot be read as one. Open it in a "
                    + "browser; if it looks right there, try again."),
    OTHER_PROJECT(
            "X412",
            "The page of another project",
            "The index answered with the files of another project. Declare the project by its present name."),
    OTHER_API_VERSION(
            "X413",
            "An unknown version of the simple API",
            "The index uses a major version other than 1. Update Zeus Wheels, or declare another address of "
                    + "the index."),
    QUARANTINED(
            "X414",
            "The index has quarantined the project",
            "The index suspects that the project is harmful, and offers no files. Do not use it."),
    TWO_HASHES(
            "X415",
            "One file with two hashes",
            "The index lists one file name with two different digests. Do not use the index until its "
                    + "operators explain this."),
    UNMAINTAINED(
            "X416",
            "The project is archived or deprecated",
            "Its authors say that they no longer maintain it. It can still be locked; look for its " + "successor."),
    OTHER_METADATA(
            "X420",
            "The metadata is for another package",
            "The metadata of a file names another package or version than its file name. Use another "
                    + "version, and tell its authors."),
    BROKEN_METADATA(
            "X421",
            "The metadata is broken",
            "The metadata of a file cannot be read. Use another version, and tell its authors."),
    OTHER_METADATA_HASH(
            "X422",
            "The metadata has another digest",
            "The index serves different metadata than it lists. Do not use it."),
    BROKEN_ATTESTATIONS(
            "X423",
            "The attestations of a file are broken",
            "The attestation on the index that says who published the file cannot be read, is about another "
                    + "file, or is at an address that is not followed. The file counts as one without a publisher."),
    NO_SUCH_SOURCE(
            "X430",
            "No such source",
            "A declaration or the lock names a source that the wheel set does not declare. Add it, or correct "
                    + "the name."),
    BAD_FOLDER(
            "X431",
            "The folder of a source cannot be used",
            "The folder does not exist, cannot be read, or has too many files. Create it, or correct its " + "path.");

    private final Meaning meaning;

    IndexProblem(String code, String title, String explanation) {
        this.meaning = new Meaning(code, title, explanation);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
