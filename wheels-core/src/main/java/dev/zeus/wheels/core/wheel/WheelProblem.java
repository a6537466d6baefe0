// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.wheel;

import dev.zeus.wheels.core.event.Meaning;
import dev.zeus.wheels.core.event.ProblemKind;

/** Wheels and source distributions that cannot be read, or are not what was locked. */
public enum WheelProblem implements ProblemKind {
    UNREADABLE_WHEEL(
            "E103",
            "A stored file cannot be read",
            "A wheel in the cache, or in a folder, cannot be read. Check its permissions, or delete it."),
    NO_ROOM_TO_UNPACK(
            "E120",
            "No room to unpack a file of a wheel",
            "The directory for temporary files, where large files are unpacked for inspection, is full or "
                    + "not writable. Make room, or name another directory with -Djava.io.tmpdir=… in MAVEN_OPTS."),
    OTHER_HASH(
            "X501",
            "The file has another digest",
            "The file is not the one that the index listed or that the lock names. Do not use it; find out "
                    + "who changed it."),
    OTHER_SIZE(
            "X502",
            "The file has another size",
            "The address serves a different file than the index lists. Do not use it."),
    UNSOUND_ARCHIVE(
            "X503",
            "Not a valid wheel archive",
            "Zip readers would unpack different files from this archive, or none. Use another version, and "
                    + "tell its authors."),
    NO_DIST_INFO(
            "X504",
            "Not exactly one .dist-info directory",
            "A wheel has exactly one .dist-info directory with METADATA. Use another version, and tell its "
                    + "authors."),
    NO_FILE_NAME(
            "X505",
            "An address without the name of a wheel",
            "The lock names an address that does not end in the file name of a wheel or a source "
                    + "distribution. Rewrite the lock with mvn wheels:generate."),
    NO_FILE(
            "X506",
            "The file is not served",
            "The server answered with something other than the file. If the index removed the file, upgrade "
                    + "the package; if the file needs a login, provide one."),
    BROKEN_BINARY(
            "X507",
            "A compiled file is broken",
            "An ELF or Mach-O file in the wheel cannot be read, or names impossible libraries. Use another "
                    + "version, and tell its authors."),
    UNSOUND_SDIST(
            "X508",
            "Not a valid source distribution",
            "The archive of a source distribution cannot be read, or is too large. Use another version, and "
                    + "tell its authors.");

    private final Meaning meaning;

    WheelProblem(String code, String title, String explanation) {
        this.meaning = new Meaning(code, title, explanation);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
