// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.http;

/** A part of a file, as a {@code Range} header asks for it. */
public sealed interface ByteRange {
    /** The value of the {@code Range} header, such as {@code bytes=-65536}. */
    String header();

    /**
     * The bytes from {@code first} to {@code last}, both included.
     *
     * @param first the offset of the first byte
     * @param last the offset of the last byte
     */
    record Span(long first, long last) implements ByteRange {
        @Override
        public String header() {
            return "bytes=" + first + "-" + last;
        }
    }

    /**
     * Everything from {@code first} on.
     *
     * @param first the offset of the first byte
     */
    record From(long first) implements ByteRange {
        @Override
        public String header() {
            return "bytes=" + first + "-";
        }
    }

    /**
     * The last {@code length} bytes, or all of a shorter file.
     *
     * @param length how many bytes
     */
    record Suffix(long length) implements ByteRange {
        @Override
        public String header() {
            return "bytes=-" + length;
        }
    }
}
