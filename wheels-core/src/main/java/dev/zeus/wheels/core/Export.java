// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.disk.DurableFile;
import dev.zeus.wheels.core.disk.PlainFile;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.export.BillOfMaterials;
import dev.zeus.wheels.core.export.LockSlice;
import dev.zeus.wheels.core.export.PylockExport;
import dev.zeus.wheels.core.export.RequirementsExport;
import dev.zeus.wheels.core.export.SpdxDocument;
import dev.zeus.wheels.core.generated.GeneratedFiles;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.LockInputs;
import dev.zeus.wheels.core.output.OwnFile;
import dev.zeus.wheels.core.setup.GoalProblem;
import dev.zeus.wheels.core.setup.OptionProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is locked, as a file of another tool. Reads the lock and asks no network. */
public final class Export {
    private Export() {}

    /**
     * The text of the file, which is written where the request says so.
     *
     * @throws WheelsException C101 where the lock does not answer the declarations, D230 where it has no such target,
     *     E307 where another file is in the place, D231 where that cannot be written
     */
    public static String run(ExportRequest request) {
        LockSlice all =
                LockSlice.of(lock(request.set(), request.outputDirectory()), request.python(), request.platform());
        LockSlice slice = request.environment()
                .map(environment -> all.within(request.set(), environment))
                .orElse(all);
        String text =
                switch (request.format()) {
                    case REQUIREMENTS -> RequirementsExport.print(request.set(), slice);
                    case PYLOCK -> PylockExport.print(slice);
                    case CYCLONEDX -> BillOfMaterials.print(request.set(), slice);
                    case SPDX -> SpdxDocument.print(request.set(), slice);
                };
        request.file().ifPresent(file -> write(file, text, request.format()));
        return text;
    }

    /** The lock, if it answers the declarations. */
    static Lock lock(WheelSetDeclaration set, Path outputDirectory) {
        Lock lock =
                GeneratedFiles.lock(outputDirectory).orElseThrow(() -> outdated("there is no pylock.toml to export"));
        if (!lock.inputs().equals(LockInputs.of(set))) {
            throw outdated("the declarations have changed since pylock.toml was resolved");
        }
        return lock;
    }

    private static WheelsException outdated(String message) {
        return new WheelsException(GoalProblem.OUT_OF_DATE, message, "run: mvn wheels:generate");
    }

    private static void write(Path file, String text, ExportRequest.Format format) {
        try {
            OwnFile.require(file, "wheels.exportFile", format.ours());
            Files.createDirectories(file.toAbsolutePath().getParent());
            DurableFile.replace(file, text);
        } catch (IOException e) {
            throw new WheelsException(
                    OptionProblem.UNWRITABLE_EXPORT,
                    "wheels.exportFile is \"" + file + "\", which cannot be written: " + PlainFile.reason(e),
                    "check that the directory is writable and the disk has room, or name another file with"
                            + " -Dwheels.exportFile=…",
                    e);
        }
    }
}
