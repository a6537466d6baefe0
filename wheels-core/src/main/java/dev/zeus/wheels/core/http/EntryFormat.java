// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.http;

import dev.zeus.wheels.core.disk.Sha256Digest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/**
 * How an entry of the cache is written: a line with the checksum of all that follows, lines of facts, an empty line,
 * the body.
 *
 * <p>The checksum tells damage, which is all that it could tell, standing in the file itself; a digest took a sixth of
 * a run. Who may write here is the directory's business. Keys are kept as digests: an address can hold a password.
 */
final class EntryFormat {
    private static final String FAMILY = "zeus-wheels ";
    private static final String MAGIC = FAMILY + "3 ";
    private static final int FIRST_LINE = MAGIC.length() + 8 + 1;

    private EntryFormat() {}

    static byte[] write(String digest, DiskCache.Entry entry) {
        StringBuilder head = new StringBuilder("key: ").append(digest).append('\n');
        entry.head()
                .forEach((name, value) -> head.append(name)
                        .append(": ")
                        .append(value.replace('\n', ' ').replace('\r', ' '))
                        .append('\n'));
        byte[] text = head.append('\n').toString().getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[FIRST_LINE + text.length + entry.body().length];
        System.arraycopy(text, 0, all, FIRST_LINE, text.length);
        System.arraycopy(entry.body(), 0, all, FIRST_LINE + text.length, entry.body().length);
        System.arraycopy(firstLine(all).getBytes(StandardCharsets.UTF_8), 0, all, 0, FIRST_LINE);
        return all;
    }

    /** The entry; empty where a single bit of it is not what was written, or it was written under another key. */
    static Optional<DiskCache.Entry> read(byte[] file, String digest) {
        if (!isSound(file)) {
            return Optional.empty();
        }
        SortedMap<String, String> head = new TreeMap<>();
        int at = FIRST_LINE;
        for (int end = lineEnd(file, at); end > at; end = lineEnd(file, at)) {
            String line = new String(file, at, end - at, StandardCharsets.UTF_8);
            int colon = line.indexOf(": ");
            if (colon < 0) {
                return Optional.empty();
            }
            head.put(line.substring(0, colon), line.substring(colon + 2));
            at = end + 1;
        }
        if (at >= file.length || !digest.equals(head.remove("key"))) {
            return Optional.empty();
        }
        return Optional.of(new DiskCache.Entry(head, Arrays.copyOfRange(file, at + 1, file.length)));
    }

    /** Whether the bytes are those that were written. */
    static boolean isSound(byte[] file) {
        if (file.length < FIRST_LINE) {
            return false;
        }
        return new String(file, 0, FIRST_LINE, StandardCharsets.UTF_8).equals(firstLine(file));
    }

    /** The line that a file must begin with, by what follows it. */
    private static String firstLine(byte[] file) {
        CRC32C checksum = new CRC32C();
        checksum.update(file, FIRST_LINE, file.length - FIRST_LINE);
        return MAGIC + HexFormat.of().toHexDigits((int) checksum.getValue()) + "\n";
    }

    /** Whether another release wrote this, in a form of its own: no damage, and nothing for this one. */
    static boolean isForeign(byte[] file) {
        String start = new String(file, 0, Math.min(file.length, MAGIC.length()), StandardCharsets.UTF_8);
        return start.startsWith(FAMILY)
                && !start.startsWith(MAGIC)
                && start.chars().skip(FAMILY.length()).allMatch(c -> c == ' ' || (c >= '0' && c <= '9'));
    }

    /** A key as it is kept and as its file is named. */
    static String digest(String key) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(Sha256Digest.unfed().digest(bytes));
    }

    private static int lineEnd(byte[] content, int from) {
        int end = from;
        while (end < content.length && content[end] != '\n') {
            end++;
        }
        return end == content.length ? -1 : end;
    }
}
