// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.testkit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Writes archives field by field, also as no zip tool would.
 *
 * <p>Example: {@code ZipBytes.of(wheel).with("demo/a.py", entry -> entry.hidden()).build()} is an archive with a file
 * that its directory does not list. All entries are stored.
 */
public final class ZipBytes {
    private final List<Part> parts;
    private byte[] prefix = {};
    private byte[] beforeDirectory = {};
    private byte[] comment = {};

    private ZipBytes(List<Part> parts) {
        this.parts = parts;
    }

    /**
     * An entry, in each of the two places that tell of it.
     *
     * @param local its name in its own header
     * @param central its name in the directory; empty where that does not list it
     * @param gap bytes before its header
     * @param crc what both places say of its content
     * @param localCrc what its own header says of it instead
     * @param flags the general purpose flags
     * @param method the compression method that both places name
     * @param mode its Unix mode
     * @param localSize what its own header says of its size
     * @param extra its extra fields in the directory
     * @param localExtra those in its own header
     */
    public record Part(
            byte[] local,
            byte[] central,
            byte[] content,
            byte[] gap,
            long crc,
            long localCrc,
            int flags,
            int method,
            int mode,
            int localSize,
            byte[] extra,
            byte[] localExtra) {
        static Part of(String path, byte[] content) {
            CRC32 crc = new CRC32();
            crc.update(content);
            byte[] name = path.getBytes(StandardCharsets.UTF_8);
            return new Part(
                    name,
                    name,
                    content,
                    new byte[0],
                    crc.getValue(),
                    crc.getValue(),
                    0,
                    0,
                    0100644,
                    content.length,
                    new byte[0],
                    new byte[0]);
        }

        /** In the archive, and not in its directory. */
        public Part hidden() {
            return new Part(
                    local, new byte[0], content, gap, crc, localCrc, flags, method, mode, localSize, extra, localExtra);
        }

        /** With another name in its own header. */
        public Part local(String name) {
            byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
            return new Part(
                    bytes, central, content, gap, crc, localCrc, flags, method, mode, localSize, extra, localExtra);
        }

        /** With another name in both places. */
        public Part named(byte[] name) {
            return new Part(name, name, content, gap, crc, localCrc, flags, method, mode, localSize, extra, localExtra);
        }

        /** After some bytes that belong to nothing. */
        public Part after(byte[] bytes) {
            return new Part(
                    local, central, content, bytes, crc, localCrc, flags, method, mode, localSize, extra, localExtra);
        }

        /** With a checksum that is not its content's. */
        public Part crc(long value) {
            return new Part(
                    local, central, content, gap, value, value, flags, method, mode, localSize, extra, localExtra);
        }

        /** With another checksum in its own header than in the directory. */
        public Part localCrc(long value) {
            return new Part(
                    local, central, content, gap, crc, value, flags, method, mode, localSize, extra, localExtra);
        }

        /** With another size in its own header than in the directory. */
        public Part localSize(int value) {
            return new Part(local, central, content, gap, crc, localCrc, flags, method, mode, value, extra, localExtra);
        }

        /** With some flags. */
        public Part flags(int value) {
            return new Part(
                    local, central, content, gap, crc, localCrc, value, method, mode, localSize, extra, localExtra);
        }

        /** Said to be compressed in another way. */
        public Part method(int value) {
            return new Part(
                    local, central, content, gap, crc, localCrc, flags, value, mode, localSize, extra, localExtra);
        }

        /** With a Unix mode. */
        public Part mode(int value) {
            return new Part(
                    local, central, content, gap, crc, localCrc, flags, method, value, localSize, extra, localExtra);
        }

        /** With an extra field in the directory, in its own header, or both. */
        public Part extra(byte[] inDirectory, byte[] inHeader) {
            return new Part(
                    local, central, content, gap, crc, localCrc, flags, method, mode, localSize, inDirectory, inHeader);
        }

        boolean is(String path) {
            return new String(local, StandardCharsets.UTF_8).equals(path);
        }
    }

    /** The entries of an archive. */
    public static ZipBytes of(BuiltWheel wheel) {
        List<Part> parts = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(wheel.bytes()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.add(Part.of(entry.getName(), zip.readAllBytes()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ZipBytes(parts);
    }

    /** Changes an entry. */
    public ZipBytes with(String path, UnaryOperator<Part> change) {
        parts.replaceAll(part -> part.is(path) ? change.apply(part) : part);
        return this;
    }

    /** Adds an entry at the end. */
    public ZipBytes add(String path, String content) {
        parts.add(Part.of(path, content.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    /** The content of an entry. */
    public byte[] content(String path) {
        return parts.stream()
                .filter(part -> part.is(path))
                .findFirst()
                .orElseThrow()
                .content()
                .clone();
    }

    /** Leaves an entry out. */
    public ZipBytes without(String path) {
        parts.removeIf(part -> part.is(path));
        return this;
    }

    /** Begins with bytes that belong to nothing, which all offsets count. */
    public ZipBytes prefix(String text) {
        prefix = text.getBytes(StandardCharsets.UTF_8);
        return this;
    }

    /** Has bytes that belong to nothing before the directory. */
    public ZipBytes beforeDirectory(String text) {
        beforeDirectory = text.getBytes(StandardCharsets.UTF_8);
        return this;
    }

    /** Ends with a comment. */
    public ZipBytes comment(String text) {
        comment = text.getBytes(StandardCharsets.UTF_8);
        return this;
    }

    /** The archive. */
    public byte[] build() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream directory = new ByteArrayOutputStream();
        out.writeBytes(prefix);
        int listed = 0;
        for (Part part : parts) {
            out.writeBytes(part.gap);
            int offset = out.size();
            out.writeBytes(fields(30)
                    .putInt(0, 0x04034b50)
                    .putShort(4, (short) 20)
                    .putShort(6, (short) part.flags)
                    .putShort(8, (short) part.method)
                    .putInt(14, (int) part.localCrc)
                    .putInt(18, part.localSize)
                    .putInt(22, part.localSize)
                    .putShort(26, (short) part.local.length)
                    .putShort(28, (short) part.localExtra.length)
                    .array());
            out.writeBytes(part.local);
            out.writeBytes(part.localExtra);
            out.writeBytes(part.content);
            if (part.central.length > 0) {
                listed++;
                directory.writeBytes(fields(46)
                        .putInt(0, 0x02014b50)
                        .putShort(4, (short) (3 << 8 | 20))
                        .putShort(6, (short) 20)
                        .putShort(8, (short) part.flags)
                        .putShort(10, (short) part.method)
                        .putInt(16, (int) part.crc)
                        .putInt(20, part.content.length)
                        .putInt(24, part.content.length)
                        .putShort(28, (short) part.central.length)
                        .putShort(30, (short) part.extra.length)
                        .putInt(38, part.mode << 16)
                        .putInt(42, offset)
                        .array());
                directory.writeBytes(part.central);
                directory.writeBytes(part.extra);
            }
        }
        out.writeBytes(beforeDirectory);
        int start = out.size();
        out.writeBytes(directory.toByteArray());
        out.writeBytes(fields(22)
                .putInt(0, 0x06054b50)
                .putShort(8, (short) listed)
                .putShort(10, (short) listed)
                .putInt(12, directory.size())
                .putInt(16, start)
                .putShort(20, (short) comment.length)
                .array());
        out.writeBytes(comment);
        return out.toByteArray();
    }

    private static ByteBuffer fields(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
