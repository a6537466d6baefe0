// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.wheel;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * A tar archive as a stream: one entry after the other, each with its content, which need not be read.
 *
 * <p>Example: {@code for (Optional<Entry> entry = tar.next(); entry.isPresent(); entry = tar.next())}.
 *
 * <p>Standard: the formats ustar and pax of POSIX (IEEE 1003.1, pax), and the long names and large numbers of GNU tar;
 * as Python's tarfile reads them.
 */
final class TarStream {
    private static final int BLOCK = 512;

    /** Names of files in real archives have some hundred bytes; a bomb may have any number. */
    private static final int LONGEST_EXTENSION = 1 << 20;

    private static final int NAME = 0;
    private static final int NAME_LENGTH = 100;
    private static final int SIZE = 124;
    private static final int SIZE_LENGTH = 12;
    private static final int CHECKSUM = 148;
    private static final int CHECKSUM_LENGTH = 8;
    private static final int TYPE = 156;
    private static final int MAGIC = 257;
    private static final int PREFIX = 345;
    private static final int PREFIX_LENGTH = 155;

    /** In the header of a sparse file, and in each of the blocks that go on with it, whether another follows. */
    private static final int SPARSE_GOES_ON = 482;

    private static final int SPARSE_BLOCK_GOES_ON = 504;

    private final InputStream in;
    private final long largest;
    private long taken;
    private long left;
    private int padding;

    /**
     * A file, a link, or a directory.
     *
     * @param name its path, without a slash at its end
     * @param isDirectory whether it is a directory
     */
    record Entry(String name, boolean isDirectory) {}

    /**
     * An archive.
     *
     * @param in its bytes, unpacked
     * @param largest how many there may be
     */
    TarStream(InputStream in, long largest) {
        this.in = in;
        this.largest = largest;
    }

    /**
     * The next entry; empty at the end.
     *
     * @throws IOException where the archive is cut short, damaged or larger than it may be
     */
    Optional<Entry> next() throws IOException {
        Optional<String> longName = Optional.empty();
        PaxHeader pax = PaxHeader.NONE;
        while (true) {
            skip(left + padding);
            left = 0;
            padding = 0;
            byte[] header = in.readNBytes(BLOCK);
            if (header.length == 0 || isZero(header)) {
                return Optional.empty();
            }
            took(header.length);
            if (header.length < BLOCK) {
                throw new EOFException("it is cut short");
            }
            requireChecksum(header);
            long size = pax.size().isPresent() ? pax.size().get() : number(header, SIZE, SIZE_LENGTH);
            char type = (char) header[TYPE];
            switch (type) {
                case 'L' -> longName = Optional.of(text(extension(size)));
                case 'x', 'X' -> pax = PaxHeader.parse(extension(size));
                case 'K', 'g' -> extension(size);
                default -> {
                    String name = longName.isPresent() ? longName.get() : name(header);
                    name = pax.path().orElse(name);
                    boolean isDirectory = type == '5' || (isFile(type) && name.endsWith("/"));
                    if (type == 'S') {
                        skipSparseBlocks(header);
                    }
                    // What a link or a directory says of a size is none of a content.
                    begin(isDirectory || (type >= '1' && type <= '6') ? 0 : size);
                    return Optional.of(
                            new Entry(name.endsWith("/") ? name.substring(0, name.length() - 1) : name, isDirectory));
                }
            }
        }
    }

    private static boolean isFile(char type) {
        return type == '0' || type == '\0' || type == '7';
    }

    /** The beginning of the content of the entry, at most so many bytes. */
    byte[] content(int most) throws IOException {
        byte[] bytes = in.readNBytes((int) Math.min(most, left));
        took(bytes.length);
        if (bytes.length < Math.min(most, left)) {
            throw new EOFException("it is cut short");
        }
        left -= bytes.length;
        return bytes;
    }

    private void begin(long size) throws IOException {
        if (size < 0) {
            throw new IOException("an entry has less than no bytes");
        }
        left = size;
        padding = (int) ((BLOCK - size % BLOCK) % BLOCK);
    }

    private byte[] extension(long size) throws IOException {
        if (size > LONGEST_EXTENSION) {
            throw new IOException("the header of an entry has more than " + LONGEST_EXTENSION + " bytes");
        }
        begin(size);
        return content(LONGEST_EXTENSION);
    }

    private void skipSparseBlocks(byte[] header) throws IOException {
        boolean goesOn = header[SPARSE_GOES_ON] != 0;
        while (goesOn) {
            begin(BLOCK);
            goesOn = content(BLOCK)[SPARSE_BLOCK_GOES_ON] != 0;
        }
    }

    private void skip(long count) throws IOException {
        took(count);
        in.skipNBytes(count);
    }

    private void took(long count) throws IOException {
        taken += count;
        if (taken > largest || taken < 0) {
            throw new IOException("it has more than " + (largest >> 30) + " GiB");
        }
    }

    /** The sum of all bytes, where the sum itself counts as spaces; old programs took bytes for signed. */
    private static void requireChecksum(byte[] header) throws IOException {
        long sum = 0;
        long signed = 0;
        for (int i = 0; i < BLOCK; i++) {
            byte each = i >= CHECKSUM && i < CHECKSUM + CHECKSUM_LENGTH ? (byte) ' ' : header[i];
            sum += each & 0xff;
            signed += each;
        }
        long said = number(header, CHECKSUM, CHECKSUM_LENGTH);
        if (said != sum && said != signed) {
            throw new IOException("the checksum of a header is wrong");
        }
    }

    private static String name(byte[] header) {
        String name = field(header, NAME, NAME_LENGTH);
        // GNU tar has a space there, and times of its own in the place of the prefix.
        boolean hasPrefix = field(header, MAGIC, 6).equals("ustar");
        String prefix = hasPrefix ? field(header, PREFIX, PREFIX_LENGTH) : "";
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    private static String field(byte[] header, int at, int length) {
        return text(Arrays.copyOfRange(header, at, at + length));
    }

    /** A text up to its zero, if it has one. */
    private static String text(byte[] bytes) {
        int end = 0;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }

    /** Octal digits among spaces and zeros; or, after a set bit, the number itself. */
    private static long number(byte[] header, int at, int length) throws IOException {
        if ((header[at] & 0x80) != 0) {
            long value = header[at] & 0x3f;
            for (int i = at + 1; i < at + length; i++) {
                if (value >> 54 != 0) {
                    throw new IOException("a number of a header is too large");
                }
                value = value << 8 | (header[i] & 0xff);
            }
            return value;
        }
        String digits = field(header, at, length).strip();
        try {
            return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
        } catch (NumberFormatException e) {
            throw new IOException("a number of a header is none", e);
        }
    }

    private static boolean isZero(byte[] header) {
        for (byte each : header) {
            if (each != 0) {
                return false;
            }
        }
        return header.length == BLOCK;
    }
}
