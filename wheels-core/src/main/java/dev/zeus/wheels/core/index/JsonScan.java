// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import dev.zeus.wheels.core.index.FileTable.Column;
import dev.zeus.wheels.core.index.JsonBytes.UnusualException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * A project page in JSON (PEP 691, 700, 714, 792), scanned once without a string for each word of it.
 *
 * <p>It gives the same listing as {@link JsonPage} for what it reads, and leaves to that whatever is written unusually.
 */
final class JsonScan {
    private static final byte[] FILES = bytes("files");
    private static final byte[] FILENAME = bytes("filename");
    private static final byte[] URL = bytes("url");
    private static final byte[] HASHES = bytes("hashes");
    private static final byte[] SHA256 = bytes("sha256");
    private static final byte[] PYTHON = bytes("requires-python");
    private static final byte[] SIZE = bytes("size");
    private static final byte[] UPLOADED = bytes("upload-time");
    private static final byte[] YANKED = bytes("yanked");
    private static final byte[] METADATA = bytes("core-metadata");
    private static final byte[] OLDER_METADATA = bytes("dist-info-metadata");
    private static final byte[] NAME = bytes("name");
    private static final byte[] META = bytes("meta");
    private static final byte[] VERSION = bytes("api-version");
    private static final byte[] STATUS = bytes("project-status");
    private static final byte[] STATE = bytes("status");
    private static final byte[] REASON = bytes("reason");
    private static final byte[] TRUE = bytes("true");
    private static final byte[] HASH_MARK = bytes("#");

    private static final int ABSENT = -1;
    private static final int IS_TRUE = -2;

    private static final Column[] COLUMNS = Column.values();
    private static final int OLDER = COLUMNS.length;

    private final JsonBytes json;
    private final FileTableBuilder files = new FileTableBuilder();
    private final int[] starts = new int[COLUMNS.length + 1];
    private final int[] lengths = new int[COLUMNS.length + 1];
    private Optional<String> name = Optional.empty();
    private String version = "1.0";
    private Optional<String> state = Optional.empty();
    private Optional<String> reason = Optional.empty();

    private JsonScan(byte[] body) {
        this.json = new JsonBytes(body);
    }

    private static byte[] bytes(String word) {
        return word.getBytes(StandardCharsets.US_ASCII);
    }

    /** The page; empty where it is for {@link JsonPage} to read or to refuse. */
    static Optional<Listing> read(byte[] body) {
        try {
            return Optional.of(new JsonScan(body).page());
        } catch (UnusualException e) {
            return Optional.empty();
        }
    }

    private Listing page() throws UnusualException {
        boolean listed = false;
        json.object();
        while (json.name()) {
            if (json.is(FILES)) {
                files();
                listed = true;
            } else if (json.is(META)) {
                json.object();
                while (json.name()) {
                    version = json.is(VERSION) ? text().orElse(version) : skipped(version);
                }
            } else if (json.is(STATUS)) {
                json.object();
                while (json.name()) {
                    if (json.is(STATE)) {
                        state = text();
                    } else if (json.is(REASON)) {
                        reason = text();
                    } else {
                        json.skip();
                    }
                }
            } else if (json.is(NAME)) {
                name = text();
            } else {
                json.skip();
            }
        }
        if (!listed || !json.isAtEnd()) {
            throw JsonBytes.unusual();
        }
        return new Listing(version, name, Optional.empty(), files.table().files(), state, reason, false);
    }

    private <T> T skipped(T value) throws UnusualException {
        json.skip();
        return value;
    }

    private Optional<String> text() throws UnusualException {
        boolean isText = json.peek() == '"';
        json.skip();
        return isText ? Optional.of(json.text()) : Optional.empty();
    }

    private void files() throws UnusualException {
        json.expect('[');
        for (boolean more = json.begins(); more; more = json.goesOn()) {
            if (json.peek() == '{') {
                file();
            } else {
                json.skip();
            }
        }
    }

    private void file() throws UnusualException {
        Arrays.fill(starts, ABSENT);
        files.row();
        json.object();
        while (json.name()) {
            if (json.is(FILENAME)) {
                word(Column.FILENAME);
            } else if (json.is(URL)) {
                word(Column.URL);
            } else if (json.is(HASHES)) {
                sha256(Column.SHA256.ordinal());
            } else if (json.is(PYTHON)) {
                word(Column.PYTHON);
            } else if (json.is(UPLOADED)) {
                word(Column.UPLOADED);
            } else if (json.is(SIZE)) {
                size();
            } else if (json.is(YANKED)) {
                if (json.isTrue()) {
                    set(Column.YANKED.ordinal(), 0, 0);
                } else {
                    word(Column.YANKED);
                    if (starts[Column.YANKED.ordinal()] != ABSENT && lengths[Column.YANKED.ordinal()] == 0) {
                        // Only text that says something means that a file is yanked.
                        set(Column.YANKED.ordinal(), ABSENT, 0);
                    }
                }
            } else if (json.is(METADATA)) {
                announced(Column.METADATA.ordinal());
            } else if (json.is(OLDER_METADATA)) {
                announced(OLDER);
            } else {
                json.skip();
            }
        }
        write();
    }

    private void set(int column, int start, int length) {
        starts[column] = start;
        lengths[column] = length;
    }

    /** A string, or nothing; a number or the like in its place is for the other reader. */
    private void word(Column column) throws UnusualException {
        byte c = json.peek();
        if (c == '"') {
            json.string();
            set(column.ordinal(), json.start, json.length);
        } else if (c == 'n' || c == 'f') {
            json.skip();
        } else {
            throw JsonBytes.unusual();
        }
    }

    private void size() throws UnusualException {
        byte c = json.peek();
        if (c == 'n' || c == 'f') {
            json.skip();
        } else {
            files.size(json.number());
        }
    }

    /** The digest in an object of hashes; whatever else is in its place gives none. */
    private void sha256(int column) throws UnusualException {
        if (json.peek() != '{') {
            json.skip();
            return;
        }
        json.object();
        while (json.name()) {
            boolean wanted = json.is(SHA256) && json.peek() == '"';
            json.skip();
            if (wanted) {
                set(column, json.start, json.length);
            }
        }
    }

    /** Whether metadata is announced: by hashes, even none, by {@code true}, or by text. */
    private void announced(int column) throws UnusualException {
        byte c = json.peek();
        if (c == '{') {
            set(column, IS_TRUE, TRUE.length);
            sha256(column);
        } else if (c == '"') {
            json.string();
            set(column, json.start, json.length);
        } else if (json.isTrue()) {
            set(column, IS_TRUE, TRUE.length);
        } else if (c == 'n' || c == 'f') {
            json.skip();
        } else {
            throw JsonBytes.unusual();
        }
    }

    private void write() throws UnusualException {
        int metadata = Column.METADATA.ordinal();
        if (starts[metadata] == ABSENT) {
            set(metadata, starts[OLDER], lengths[OLDER]);
        }
        for (Column column : COLUMNS) {
            int start = starts[column.ordinal()];
            int length = lengths[column.ordinal()];
            if (start == IS_TRUE) {
                files.word(column, TRUE, 0, TRUE.length);
            } else if (start != ABSENT) {
                byte[] array = json.array(start);
                int offset = JsonBytes.offset(start);
                if (column == Column.URL && holdsFragment(array, offset, length)) {
                    throw JsonBytes.unusual();
                }
                files.word(column, array, offset, length);
            }
        }
    }

    /** A digest in the address, which this kind of page has in a place of its own. */
    private static boolean holdsFragment(byte[] array, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (array[i] == HASH_MARK[0]) {
                return true;
            }
        }
        return false;
    }
}
