package dev.zeus.wheels.core.importing;

import dev.zeus.wheels.core.disk.PlainFile;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.text.Printable;
import java.nio.file.Path;

/** What is wrong with a file that is imported. */
final class ImportProblems {
    private static final int SHOWN = 200;

    private ImportProblems() {}

    static WheelsException unreadable(Path file, Exception cause) {
        return new WheelsException(
                new Problem(
                        ImportProblem.UNREADABLE,
                        "cannot read \"" + file + "\": " + PlainFile.reason(cause),
                        "give the path of a file of at most 16 MiB with -Dwheels.import=FILE"),
                cause);
    }

    static WheelsException unknown(Path file) {
        return new WheelsException(
                ImportProblem.UNKNOWN_KIND,
                "\"" + file.getFileName() + "\" is the name of no file that can be imported",
                "name a requirements.txt or .in, pyproject.toml, uv.lock, poetry.lock, pdm.lock, pylock.toml, Pipfile,"
                        + " Pipfile.lock or flake.nix");
    }

    static WheelsException malformed(Place place, String why) {
        return new WheelsException(
                ImportProblem.MALFORMED,
                place + ": " + Printable.of(why, SHOWN),
                "have the tool that wrote the file write it anew, and import that");
    }

    static WheelsException tooDeep(Place place) {
        return malformed(place, "it nests deeper than anything that a tool writes");
    }

    /** A format of a version that nobody knew when this was written. */
    static WheelsException version(Place place, String found, String known) {
        return new WheelsException(
                ImportProblem.UNKNOWN_VERSION,
                place + ": the format has the version \"" + Printable.of(found, SHOWN) + "\"; known is " + known,
                "update Zeus Wheels, or have a release of the tool write the file that knows that version");
    }

    static WheelsException ours(Place place) {
        return new WheelsException(
                ImportProblem.OUR_LOCK,
                place + ": this is a lock of Zeus Wheels, made of declarations that say more than it does",
                "take the declarations that it was made of: generated/ follows from them with mvn wheels:generate");
    }

    static WheelsException nothing(String file) {
        return new WheelsException(
                ImportProblem.NOTHING_TO_IMPORT,
                "\"" + file + "\" asks for no package that can be declared",
                "name a file that does; extras and groups are named with -Dwheels.importWith=dev,test");
    }
}
