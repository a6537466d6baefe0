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
                        "I101",
                        "cannot read \"" + file + "\": " + PlainFile.reason(cause),
                        "give the path of a file of at most 16 MiB with -Dwheels.import=FILE"),
                cause);
    }

    static WheelsException unknown(Path file) {
        return new WheelsException(
                "I102",
                "\"" + file.getFileName() + "\" is the name of no file that can be imported",
                "name a requirements.txt, a .in or a pyproject.toml; of a lock, its tool exports one, such as: uv export -o"
                        + " requirements.txt");
    }

    static WheelsException malformed(Place place, String why) {
        return new WheelsException(
                "I103",
                place + ": " + Printable.of(why, SHOWN),
                "have the tool that wrote the file write it anew, and import that");
    }

    static WheelsException nothing(String file) {
        return new WheelsException(
                "I105",
                "\"" + file + "\" asks for no package that can be declared",
                "name a file that does; extras and groups are named with -Dwheels.importWith=dev,test");
    }
}
