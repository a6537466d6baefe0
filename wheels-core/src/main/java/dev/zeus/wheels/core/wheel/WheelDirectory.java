// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.wheel;

import dev.zeus.wheels.core.text.Printable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The central directory of a wheel, read strictly.
 *
 * <p>Only the end of the archive is read, so that a listing costs one request of an index that answers ranges. What zip
 * readers disagree about is refused: names twice, paths that lead out, links, encryption, several disks, a comment or
 * anything else behind the end.
 */
public final class WheelDirectory {
    private static final int END = 0x06054b50;
    private static final int END_64 = 0x06064b50;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END_LENGTH = 22;
    private static final int LOCATOR_LENGTH = 20;
    private static final int CENTRAL_LENGTH = 46;

    /** The largest wheels have tens of thousands of files. */
    private static final int ENTRY_LIMIT = 200_000;

    /** So many entries with paths of about 290 bytes. */
    private static final int DIRECTORY_LIMIT = 64 << 20;

    private final String name;

    private WheelDirectory(String name) {
        this.name = name;
    }

    /**
     * All entries in the order of the directory.
     *
     * @throws BrokenWheelException {@code X503} if it is not a sound archive
     */
    public static List<WheelEntry> read(ByteSource source) {
        return new WheelDirectory(source.name()).entries(source);
    }

    /** Where the directory begins. */
    static long start(ByteSource source) {
        return new WheelDirectory(source.name()).span(source).offset;
    }

    /** Where the directory lies and how many entries it has. */
    private record Span(long offset, long length, long count) {}

    private List<WheelEntry> entries(ByteSource source) {
        Span span = span(source);
        if (span.count > ENTRY_LIMIT || span.length > DIRECTORY_LIMIT) {
            throw broken(span.count + " entries, more than any wheel has");
        }
        if (span.offset < 0 || span.length < 0 || span.offset + span.length > source.size()) {
            throw broken("its directory lies outside the file");
        }
        ByteBuffer bytes =
                ByteBuffer.wrap(source.read(span.offset, (int) span.length)).order(ByteOrder.LITTLE_ENDIAN);
        List<WheelEntry> entries = new ArrayList<>();
        Set<String> paths = new HashSet<>();
        while (bytes.hasRemaining()) {
            WheelEntry entry = entry(bytes);
            if (!paths.add(entry.path())) {
                throw broken("\"" + entry.path() + "\" is in it twice");
            }
            entries.add(entry);
        }
        if (entries.size() != span.count) {
            throw broken("it promises " + span.count + " entries and has " + entries.size());
        }
        return List.copyOf(entries);
    }

    private Span span(ByteSource source) {
        if (source.size() < END_LENGTH) {
            throw broken("too short for an archive");
        }
        long endAt = source.size() - END_LENGTH;
        ByteBuffer end = ByteBuffer.wrap(source.read(endAt, END_LENGTH)).order(ByteOrder.LITTLE_ENDIAN);
        if (end.getInt(0) != END || end.getShort(20) != 0) {
            throw broken("it does not end as an archive without a comment does");
        }
        int count = unsigned(end.getShort(10));
        long length = unsigned(end.getInt(12));
        long offset = unsigned(end.getInt(16));
        if (end.getShort(4) != 0 || end.getShort(6) != 0 || end.getShort(8) != end.getShort(10)) {
            throw broken("it spans several disks");
        }
        if (count == 0xffff || length == 0xffff_ffffL || offset == 0xffff_ffffL) {
            return large(source, endAt);
        }
        if (offset + length != endAt) {
            throw broken("there are bytes between its directory and its end, or before its start");
        }
        return new Span(offset, length, count);
    }

    private Span large(ByteSource source, long endAt) {
        long locatorAt = endAt - LOCATOR_LENGTH;
        if (locatorAt < 56) {
            throw broken("its large-file record is missing");
        }
        ByteBuffer locator =
                ByteBuffer.wrap(source.read(locatorAt, LOCATOR_LENGTH)).order(ByteOrder.LITTLE_ENDIAN);
        long at = locator.getLong(8);
        if (locator.getInt(0) != LOCATOR_64 || at != locatorAt - 56) {
            throw broken("its large-file record is missing");
        }
        ByteBuffer end = ByteBuffer.wrap(source.read(at, 56)).order(ByteOrder.LITTLE_ENDIAN);
        long length = end.getLong(40);
        long offset = end.getLong(48);
        if (end.getInt(0) != END_64 || offset < 0 || length < 0 || length > at || offset != at - length) {
            throw broken("its large-file record is wrong");
        }
        return new Span(offset, length, end.getLong(32));
    }

    private WheelEntry entry(ByteBuffer bytes) {
        if (bytes.remaining() < CENTRAL_LENGTH || bytes.getInt(bytes.position()) != CENTRAL) {
            throw broken("its directory is cut or garbled");
        }
        int at = bytes.position();
        int flags = unsigned(bytes.getShort(at + 8));
        int method = unsigned(bytes.getShort(at + 10));
        int nameLength = unsigned(bytes.getShort(at + 28));
        int extraLength = unsigned(bytes.getShort(at + 30));
        int commentLength = unsigned(bytes.getShort(at + 32));
        int mode = bytes.getInt(at + 38) >>> 16;
        if (bytes.remaining() < CENTRAL_LENGTH + nameLength + extraLength + commentLength) {
            throw broken("its directory is cut");
        }
        String path = path(bytes, at + CENTRAL_LENGTH, nameLength);
        if ((flags & 1) != 0) {
            throw broken("\"" + path + "\" is encrypted");
        }
        if (method != 0 && method != 8) {
            throw broken("\"" + path + "\" is compressed by method " + method + ", expected stored or deflated");
        }
        switch (mode & 0xf000) {
            case 0xa000 -> throw broken("\"" + path + "\" is a link");
            case 0x1000, 0x2000, 0x6000, 0xc000 -> throw broken("\"" + path + "\" is a device, a FIFO or a socket");
            default -> {}
        }
        long[] sizes = {
            unsigned(bytes.getInt(at + 24)), unsigned(bytes.getInt(at + 20)), unsigned(bytes.getInt(at + 42))
        };
        ExtraFields.problem(bytes, at + CENTRAL_LENGTH + nameLength, extraLength)
                .ifPresent(what -> {
                    throw broken("\"" + path + "\" " + what);
                });
        largeSizes(bytes, at + CENTRAL_LENGTH + nameLength, extraLength, sizes, path);
        long crc = unsigned(bytes.getInt(at + 16));
        bytes.position(at + CENTRAL_LENGTH + nameLength + extraLength + commentLength);
        return new WheelEntry(path, sizes[0], sizes[1], method, crc, sizes[2]);
    }

    /** Fills in those of size, compressed size and offset that are too large for their fields. */
    private void largeSizes(ByteBuffer bytes, int from, int length, long[] sizes, String path) {
        for (int at = from; at + 4 <= from + length; ) {
            int id = unsigned(bytes.getShort(at));
            int end = at + 4 + unsigned(bytes.getShort(at + 2));
            if (end > from + length) {
                throw broken("\"" + path + "\" has a garbled extra field");
            }
            int value = at + 4;
            for (int i = 0; id == 1 && i < sizes.length; i++) {
                if (sizes[i] == 0xffff_ffffL && value + 8 <= end) {
                    sizes[i] = bytes.getLong(value);
                    value += 8;
                }
            }
            at = end;
        }
        for (long size : sizes) {
            if (size < 0) {
                throw broken("\"" + path + "\" has a size no file can have");
            }
        }
    }

    private String path(ByteBuffer bytes, int from, int length) {
        String path;
        try {
            path = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(bytes.slice(from, length))
                    .toString();
        } catch (CharacterCodingException e) {
            throw broken("a path in it is not UTF-8");
        }
        boolean bad = path.isEmpty() || path.startsWith("/") || path.indexOf('\\') >= 0 || path.indexOf('\0') >= 0;
        bad |= path.length() >= 2 && path.charAt(1) == ':';
        for (String part : path.split("/", -1)) {
            bad |= part.equals("..") || part.equals(".");
        }
        if (bad || path.contains("//")) {
            throw broken("\"" + Printable.of(path, 100) + "\" is no path inside an archive");
        }
        return path;
    }

    private static int unsigned(short value) {
        return Short.toUnsignedInt(value);
    }

    private static long unsigned(int value) {
        return Integer.toUnsignedLong(value);
    }

    private BrokenWheelException broken(String why) {
        return new BrokenWheelException(
                WheelProblem.UNSOUND_ARCHIVE,
                "\"" + name + "\" is not a valid wheel archive: " + why,
                "use another version, and tell its authors");
    }
}
