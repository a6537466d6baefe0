// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.testkit;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the loopback server does with one request: an HTTP answer, and how well-mannered it is delivered.
 *
 * <p>Example: {@code Answer.status(503)}, {@code Answer.html(page).truncatedTo(100)}, {@code Answer.SILENCE}.
 *
 * @param status the HTTP status
 * @param headers extra headers; {@code Content-Length} is written by the manner
 * @param body the whole body
 * @param manner how it is sent
 */
public record Answer(int status, Map<String, String> headers, byte[] body, Manner manner) {
    /** How an answer is sent. */
    public sealed interface Manner {
        /** As HTTP wants it, with a length. */
        record Polite() implements Manner {}

        /** In chunks, without a length. */
        record Chunked() implements Manner {}

        /** Without a length, ended by closing the connection after so many bytes. */
        record Unframed(int bytes) implements Manner {}

        /** The full length is promised, so many bytes are sent, then the connection is closed. */
        record Truncated(int bytes) implements Manner {}

        /** The full length is promised, so many bytes are sent, then nothing until the server closes. */
        record Stalled(int bytes) implements Manner {}

        /** One byte, a pause of so many milliseconds, the next byte. */
        record Dripping(int pauseMillis) implements Manner {}

        /** Nothing is ever answered. */
        record Silent() implements Manner {}

        /** The connection is reset before the first byte. */
        record Reset() implements Manner {}

        /** Chunked, cut before the last chunk. */
        record ChunkedWithoutEnd() implements Manner {}
    }

    /** Reads the request and never answers. */
    public static final Answer SILENCE = new Answer(200, Map.of(), new byte[0], new Manner.Silent());

    /** Resets the connection. */
    public static final Answer RESET = new Answer(200, Map.of(), new byte[0], new Manner.Reset());

    /** An empty answer with a status. */
    public static Answer status(int status) {
        return new Answer(status, Map.of(), new byte[0], new Manner.Polite());
    }

    /** A page as {@code text/html}. */
    public static Answer html(String page) {
        return bytes(page.getBytes(StandardCharsets.UTF_8)).with("Content-Type", "text/html; charset=utf-8");
    }

    /** A page as {@code application/vnd.pypi.simple.v1+json}. */
    public static Answer json(String page) {
        return bytes(page.getBytes(StandardCharsets.UTF_8)).with("Content-Type", "application/vnd.pypi.simple.v1+json");
    }

    /** Bytes with status 200. */
    public static Answer bytes(byte[] body) {
        return new Answer(200, Map.of("Content-Type", "application/octet-stream"), body.clone(), new Manner.Polite());
    }

    /** A redirect with status 302. */
    public static Answer redirect(String location) {
        return status(302).with("Location", location);
    }

    /** This answer with one header more, or another value for it. */
    public Answer with(String header, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new Answer(status, all, body, manner);
    }

    /** This answer with another status. */
    public Answer withStatus(int other) {
        return new Answer(other, headers, body, manner);
    }

    /** This answer sent in another manner. */
    public Answer sent(Manner other) {
        return new Answer(status, headers, body, other);
    }

    /** This answer cut after so many bytes, though its whole length was promised. */
    public Answer truncatedTo(int bytes) {
        return sent(new Manner.Truncated(bytes));
    }

    /** This answer stalled after so many bytes. */
    public Answer stalledAfter(int bytes) {
        return sent(new Manner.Stalled(bytes));
    }
}
