// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.report;

import dev.zeus.wheels.core.disk.ByteCount;
import dev.zeus.wheels.core.disk.DurableFile;
import dev.zeus.wheels.core.disk.PlainFile;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.output.OutputProblem;
import dev.zeus.wheels.core.output.OwnFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The place of the result of a goal, for whatever has been made of it: {@code target/wheels/result.json}. */
public final class ResultPlace {
    /** How a file begins that this has written. */
    private static final Pattern OURS = Pattern.compile("\\{\\s*\"schema\"\\s*:\\s*[0-9]+,\\s*\"goal\"\\s*:");

    private ResultPlace() {}

    /**
     * Removes the result of an older run, so that it is not taken for that of one which comes to no result.
     *
     * @throws WheelsException E305 where it cannot be removed, E307 where another file is in its place
     */
    public static void remove(Path file) {
        requireOwn(file);
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /**
     * Refuses a place where something is that is not a result of a former run; asked before the goal does anything.
     *
     * @throws WheelsException E307 where that is so
     */
    public static void requireOwn(Path file) {
        try {
            OwnFile.require(file, "wheels.resultFile", OURS);
        } catch (IOException e) {
            // What cannot be read may be written all the same, or writing it says so.
        }
    }

    /**
     * Writes a result, replacing an older one.
     *
     * @param text the document
     * @throws WheelsException E305 where the file cannot be written, E307 where another file is in its place
     */
    public static void write(Path file, String text) {
        requireOwn(file);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            DurableFile.replaceSoon(file, text);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static WheelsException unwritable(Path file, IOException e) {
        return new WheelsException(
                OutputProblem.UNWRITABLE_RESULT,
                "wheels.resultFile is \"" + file + "\", which cannot be written: " + PlainFile.reason(e) + " ("
                        + ByteCount.free(file) + ")",
                "check that the directory is writable and the disk has room, or name another file with"
                        + " -Dwheels.resultFile=…",
                e);
    }
}
