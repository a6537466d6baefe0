// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.wheel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The content of one entry: read, inflated, counted and compared with what the directory says of it. */
public final class EntryContent {
    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_LENGTH = 30;
    private static final int BLOCK = 256 << 10;

    /** What is smaller does no harm, however well it is compressed. */
    private static final long BOMB_SIZE = 64L << 20;

    /** Far more than what real files of wheels shrink by. */
    private static final long BOMB_RATIO = 50;

    private final ByteSource source;
    private final WheelEntry entry;

    private EntryContent(ByteSource source, WheelEntry entry) {
        this.source = source;
        this.entry = entry;
    }

    /**
     * The whole content.
     *
     * @param limit how large it may be
     * @throws BrokenWheelException {@code X503} if it is larger or not what the directory says
     */
    public static byte[] read(ByteSource source, WheelEntry entry, long limit) {
        EntryContent content = new EntryContent(source, entry);
        if (entry.size() > limit) {
            throw content.broken("is larger than " + limit + " bytes");
        }
        ByteBuffer out = ByteBuffer.allocate((int) entry.size());
        content.stream(out::put);
        return out.array();
    }

    /**
     * Writes the content, however large that is.
     *
     * @throws IOException if it cannot be written
     * @throws BrokenWheelException {@code X503} if it is not what the directory says
     */
    static void copy(ByteSource source, WheelEntry entry, FileChannel out) throws IOException {
        try {
            new EntryContent(source, entry).stream(block -> write(block, out));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void write(ByteBuffer block, FileChannel out) {
        try {
            while (block.hasRemaining()) {
                out.write(block);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The digest of the content, however large that is. */
    public static Sha256 sha256(ByteSource source, WheelEntry entry) {
        MessageDigest digest = Sha256.digest();
        new EntryContent(source, entry).stream(digest::update);
        return Sha256.of(digest);
    }

    private void stream(Consumer<ByteBuffer> sink) {
        if (entry.size() > BOMB_SIZE && entry.size() / BOMB_RATIO > entry.compressedSize()) {
            throw broken("inflates to more than " + BOMB_RATIO + " times its size");
        }
        CRC32 crc = new CRC32();
        Consumer<ByteBuffer> counted = block -> {
            crc.update(block.duplicate());
            sink.accept(block);
        };
        long total = entry.method() == 0 ? stored(start(), counted) : inflated(start(), counted);
        if (total != entry.size() || crc.getValue() != entry.crc()) {
            throw broken("is not what the archive's directory says of it");
        }
    }

    /** Where the content begins; the local header must name the same entry as the directory. */
    private long start() {
        if (entry.offset() > source.size() - LOCAL_LENGTH) {
            throw broken("begins outside the file");
        }
        // The header, the name and a usual extra field come in one read, which is one request where it is remote.
        int ahead = (int) Math.min(LOCAL_LENGTH + entry.path().length() * 4L, source.size() - entry.offset());
        byte[] head = source.read(entry.offset(), ahead);
        ByteBuffer local = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        int nameLength = Short.toUnsignedInt(local.getShort(26));
        int extraLength = Short.toUnsignedInt(local.getShort(28));
        boolean same = local.getInt(0) == LOCAL
                && nameLength <= ahead - LOCAL_LENGTH
                && new String(head, LOCAL_LENGTH, nameLength, StandardCharsets.UTF_8).equals(entry.path())
                && Short.toUnsignedInt(local.getShort(8)) == entry.method();
        if (!same) {
            throw broken("has a header that names something else");
        }
        return entry.offset() + LOCAL_LENGTH + nameLength + extraLength;
    }

    private long stored(long from, Consumer<ByteBuffer> sink) {
        if (entry.compressedSize() != entry.size()) {
            throw broken("is stored, but its two sizes differ");
        }
        for (long done = 0; done < entry.size(); done += BLOCK) {
            sink.accept(ByteBuffer.wrap(block(from, done)));
        }
        return entry.size();
    }

    private long inflated(long from, Consumer<ByteBuffer> sink) {
        Inflater inflater = new Inflater(true);
        byte[] out = new byte[(int) Math.max(1, Math.min(BLOCK, entry.size()))];
        long total = 0;
        try {
            long fed = 0;
            while (!inflater.finished()) {
                if (inflater.needsInput()) {
                    if (fed >= entry.compressedSize()) {
                        throw broken("is cut");
                    }
                    byte[] block = block(from, fed);
                    inflater.setInput(block);
                    fed += block.length;
                }
                int n = inflater.inflate(out);
                total += n;
                if (total > entry.size()) {
                    throw broken("is larger than the archive's directory says");
                }
                sink.accept(ByteBuffer.wrap(out, 0, n));
            }
            if (fed != entry.compressedSize() || inflater.getRemaining() > 0) {
                throw broken("has bytes behind its end");
            }
            return total;
        } catch (DataFormatException e) {
            throw broken("cannot be inflated");
        } finally {
            inflater.end();
        }
    }

    private byte[] block(long from, long done) {
        long length = Math.min(BLOCK, entry.compressedSize() - done);
        if (from + done + length > source.size()) {
            throw broken("ends outside the file");
        }
        return source.read(from + done, (int) length);
    }

    private BrokenWheelException broken(String why) {
        return new BrokenWheelException(
                WheelProblem.UNSOUND_ARCHIVE,
                "\"" + source.name() + "\" is not a valid wheel archive: \"" + entry.path() + "\" " + why,
                "use another version, and tell its authors");
    }
}
