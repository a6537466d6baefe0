// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.importing;

import dev.zeus.wheels.core.disk.PlainFile;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.text.Printable;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** What is wrong with a file that is imported. */
final class ImportProblems {
    private static final int SHOWN = 200;
    private static final int FEW = 3;

    private ImportProblems() {}

    static WheelsException unreadable(Path file, Exception cause) {
        return new WheelsException(
                ImportProblem.UNREADABLE,
                "cannot read \"" + file + "\": " + PlainFile.reason(cause),
                "give the path of a file of at most 16 MiB with -Dwheels.import=FILE",
                cause);
    }

    /** A file that another one includes. */
    static WheelsException unreadable(Place place, Path file, Exception cause) {
        return new WheelsException(
                ImportProblem.UNREADABLE,
                place + ": it includes \"" + file.getFileName() + "\", which cannot be read: "
                        + PlainFile.reason(cause),
                "put it where the line says, or take the line out",
                cause);
    }

    /** A file that another one includes, and that belongs to something else; nothing of it is read. */
    static WheelsException outside(Place place, Path file, Path project) {
        return new WheelsException(
                ImportProblem.OUTSIDE,
                place + ": it includes \"" + Printable.of(file.normalize().toString(), SHOWN)
                        + "\", which is outside the project in \"" + project + "\"",
                "copy what you need into a file of the project, or remove the line and import that file separately");
    }

    static WheelsException unknown(Path file) {
        return new WheelsException(
                ImportProblem.UNKNOWN_KIND,
                "\"" + file.getFileName() + "\" is not the name of a file that can be imported",
                "name a requirements.txt or .in, pyproject.toml, uv.lock, poetry.lock, pdm.lock, pylock.toml, Pipfile,"
                        + " Pipfile.lock, conda-lock.yml or flake.nix");
    }

    static WheelsException malformed(Place place, String why) {
        return new WheelsException(
                ImportProblem.MALFORMED,
                place + ": " + Printable.of(why, SHOWN),
                place.isInLock()
                        ? "let the tool that wrote the file write it again, and import that"
                        : "correct the line, and import the file again");
    }

    static WheelsException tooDeep(Place place) {
        return malformed(place, "it nests deeper than anything that a tool writes");
    }

    /** A format whose version is newer than this reader. */
    static WheelsException version(Place place, String found, String known) {
        return new WheelsException(
                ImportProblem.UNKNOWN_VERSION,
                place + ": the format has the version \"" + Printable.of(found, SHOWN) + "\"; known: " + known,
                "update Zeus Wheels, or have a release of the tool write the file that knows that version");
    }

    static WheelsException ours(Place place) {
        return new WheelsException(
                ImportProblem.OUR_LOCK,
                place + ": this is a lock of Zeus Wheels, made from declarations that say more than it does",
                "use the declarations that it was made from, and run: mvn wheels:generate");
    }

    /** A list that conda makes. */
    static WheelsException ofConda(Place place, String line) {
        return new WheelsException(
                ImportProblem.MALFORMED,
                place + ": \"" + Printable.of(line, SHOWN) + "\" is a build of conda's, and no requirement",
                "rewrite the file with pip list --format=freeze, which has the packages of Python alone");
    }

    /**
     * A file of which nothing can be declared.
     *
     * @param offered extras and groups that could be taken in
     * @param left what it says and a declaration cannot
     */
    static WheelsException nothing(String file, Collection<String> offered, List<NotCarried> left) {
        List<String> reasons = left.stream()
                .filter(each -> !offered.contains(each.what()))
                .map(NotCarried::toString)
                .distinct()
                .toList();
        return new WheelsException(
                ImportProblem.NOTHING_TO_IMPORT,
                "\"" + file + "\" requires no package that can be declared"
                        + (reasons.isEmpty()
                                ? ""
                                : "; " + reasons.stream().limit(FEW).collect(Collectors.joining("; ")))
                        + (reasons.size() > FEW ? "; and " + (reasons.size() - FEW) + " more" : ""),
                offered.isEmpty()
                        ? "name a file that does"
                        : "take its extras and groups in: -Dwheels.importWith=" + String.join(",", offered));
    }
}
