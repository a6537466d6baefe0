// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.wheel;

import dev.zeus.wheels.core.disk.PlainFile;
import dev.zeus.wheels.core.event.WheelsException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Function;

/** The temporary file of what is too large to be held in memory while it is looked at. */
final class Spool {
    private Spool() {}

    /**
     * Looks at the content of an entry.
     *
     * @param directory the directory for temporary files
     * @throws WheelsException {@code E120} where there is no room for it
     */
    static <T> T look(Path directory, ByteSource source, WheelEntry entry, Function<ByteSource, T> look) {
        try {
            Path spool = Files.createTempFile(directory, "zeus-wheels-", null);
            try (FileChannel file = FileChannel.open(
                    spool, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE)) {
                EntryContent.copy(source, entry, file);
                return look.apply(new FileBytes(file, entry.path()));
            }
        } catch (IOException e) {
            throw new WheelsException(
                    WheelProblem.NO_ROOM_TO_UNPACK,
                    "cannot unpack \"" + entry.path() + "\" of \"" + source.name() + "\": " + PlainFile.reason(e),
                    "make room for " + entry.size() + " bytes in \"" + directory + "\"");
        }
    }
}
