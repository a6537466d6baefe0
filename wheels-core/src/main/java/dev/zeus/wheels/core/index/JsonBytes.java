// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * JSON as programs usually write it, read in place: a string is where its bytes are.
 *
 * <p>It judges nothing. What it has not been made for, from a broken character to a name that is there twice, is
 * {@link UnusualException}, and is for the library to read or to refuse.
 */
final class JsonBytes {
    /** Not written as programs usually do. */
    static final class UnusualException extends Exception {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("StaticAssignmentOfThrowable") // has no stack trace
        private static final UnusualException ONE = new UnusualException();

        private UnusualException() {
            super("unusual JSON", null, false, false);
        }
    }

    /** Pages nest four levels (PEP 691); what nests deeper is for the library. */
    private static final int DEEPEST = 20;

    /** An object of a page has about twenty names; one with more is for the library. */
    private static final int MOST_NAMES = 64;

    private static final int LONGEST = 60_000;

    /** Every number of so many digits is a long. */
    private static final int MOST_DIGITS = 18;
    /** Beginnings below this are of strings with escapes or foreign letters, which are read aside. */
    private static final int ASIDE = -10;

    private final byte[] in;
    private int at;
    /** Where the string begins that was read last, and how long it is. */
    int start;

    int length;
    private final List<byte[]> aside = new ArrayList<>();
    private final int[] names = new int[DEEPEST * MOST_NAMES];
    private int depth;
    private int nameEnd;
    private final int[] nameStart = new int[DEEPEST + 1];

    JsonBytes(byte[] in) {
        this.in = in;
    }

    static UnusualException unusual() {
        return UnusualException.ONE;
    }

    /** The next byte that is not a blank; it is not passed. */
    byte peek() throws UnusualException {
        while (at < in.length) {
            byte c = in[at];
            if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
                return c;
            }
            at++;
        }
        throw unusual();
    }

    /** Whether only blanks are left. */
    boolean isAtEnd() {
        while (at < in.length && (in[at] == ' ' || in[at] == '\n' || in[at] == '\r' || in[at] == '\t')) {
            at++;
        }
        return at == in.length;
    }

    void expect(char c) throws UnusualException {
        if (peek() != c) {
            throw unusual();
        }
        at++;
    }

    /** Begins an object. */
    void object() throws UnusualException {
        expect('{');
        if (++depth > DEEPEST) {
            throw unusual();
        }
        nameStart[depth] = nameEnd;
    }

    /** Reads the next name of an object and the colon; false at the end of the object. */
    boolean name() throws UnusualException {
        byte c = peek();
        boolean first = nameEnd == nameStart[depth];
        if (c == '}') {
            at++;
            nameEnd = nameStart[depth--];
            return false;
        }
        if (!first) {
            expect(',');
        }
        string();
        if (start < 0) {
            throw unusual();
        }
        refuseTwice();
        expect(':');
        return true;
    }

    private void refuseTwice() throws UnusualException {
        int hash = length;
        for (int i = start; i < start + length; i++) {
            if (in[i] == '.') {
                // The reader of pages joins names by it.
                throw unusual();
            }
            hash = 31 * hash + in[i];
        }
        for (int i = nameStart[depth]; i < nameEnd; i++) {
            if (names[i] == hash) {
                throw unusual();
            }
        }
        if (nameEnd - nameStart[depth] == MOST_NAMES) {
            throw unusual();
        }
        names[nameEnd++] = hash;
    }

    /** Whether the string that was read last is this. */
    boolean is(byte[] word) {
        return length == word.length && Arrays.equals(in, start, start + length, word, 0, length);
    }

    /** Reads a string. */
    void string() throws UnusualException {
        expect('"');
        int from = at;
        boolean odd = false;
        while (at < in.length) {
            byte c = in[at++];
            if (c == '"') {
                start = from;
                length = at - 1 - from;
                if (length > LONGEST) {
                    throw unusual();
                }
                if (odd) {
                    readAside();
                }
                return;
            }
            if (c == '\\') {
                odd = true;
                at++;
            } else if (c < ' ') {
                if (c >= 0) {
                    throw unusual();
                }
                odd = true;
            }
        }
        throw unusual();
    }

    /** A string with escapes or foreign letters, as the library understands it. */
    private void readAside() throws UnusualException {
        try (JsonParser parser = JsonPage.FACTORY.createParser(in, start - 1, length + 2)) {
            if (parser.nextToken() != JsonToken.VALUE_STRING) {
                throw unusual();
            }
            String text = parser.getText();
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            if (!new String(bytes, StandardCharsets.UTF_8).equals(text)) {
                throw unusual();
            }
            aside.add(bytes);
            start = ASIDE - (aside.size() - 1);
            length = bytes.length;
        } catch (IOException e) {
            throw unusual();
        }
    }

    /** Where the bytes of a string are. */
    byte[] array(int beginning) {
        return beginning <= ASIDE ? aside.get(ASIDE - beginning) : in;
    }

    /** Where in {@link #array} they begin. */
    static int offset(int beginning) {
        return beginning <= ASIDE ? 0 : beginning;
    }

    /** The string that was read last. */
    String text() {
        return new String(array(start), offset(start), length, StandardCharsets.UTF_8);
    }

    /** Reads a whole number of the usual length. */
    long number() throws UnusualException {
        peek();
        int from = at;
        long number = 0;
        while (at < in.length && in[at] >= '0' && in[at] <= '9') {
            number = 10 * number + in[at++] - '0';
        }
        int digits = at - from;
        boolean ended = at < in.length && (in[at] == ',' || in[at] == '}' || in[at] == ']' || in[at] <= ' ');
        if (digits == 0 || digits > MOST_DIGITS || !ended || (digits > 1 && in[from] == '0')) {
            throw unusual();
        }
        return number;
    }

    private boolean literal(String word) throws UnusualException {
        peek();
        for (int i = 0; i < word.length(); i++) {
            if (at + i >= in.length || in[at + i] != word.charAt(i)) {
                return false;
            }
        }
        int end = at + word.length();
        if (end >= in.length || (in[end] != ',' && in[end] != '}' && in[end] != ']' && in[end] > ' ')) {
            return false;
        }
        at = end;
        return true;
    }

    boolean isTrue() throws UnusualException {
        return literal("true");
    }

    /** Passes a value of any kind. */
    void skip() throws UnusualException {
        byte c = peek();
        if (c == '"') {
            string();
        } else if (c == '{') {
            object();
            while (name()) {
                skip();
            }
        } else if (c == '[') {
            array();
        } else if (!isTrue() && !literal("false") && !literal("null")) {
            number();
        }
    }

    private void array() throws UnusualException {
        at++;
        if (++depth > DEEPEST) {
            throw unusual();
        }
        nameStart[depth] = nameEnd;
        for (boolean more = begins(); more; more = goesOn()) {
            skip();
        }
        depth--;
    }

    /** Whether the array that has just begun has an element. */
    boolean begins() throws UnusualException {
        boolean some = peek() != ']';
        at += some ? 0 : 1;
        return some;
    }

    /** Whether another element follows. */
    boolean goesOn() throws UnusualException {
        byte c = peek();
        if (c != ',' && c != ']') {
            throw unusual();
        }
        at++;
        return c == ',';
    }
}
