// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;

/** One request and one answer: no retry, no redirect, no cache. */
interface Transport extends AutoCloseable {
    /** Sends a GET and returns once the head of the answer is there. */
    Reply open(URI uri, Map<String, String> headers) throws TransportException;

    /** An exception of a body's stream as what it means. */
    TransportException explain(IOException problem);

    @Override
    void close();

    /**
     * The head of an answer, and its body still on the wire.
     *
     * @param status the status
     * @param fields the header fields
     * @param body the raw body; ends early or stalls as the connection does
     * @param release gives the connection up; needed unless the body was read to its end
     */
    record Reply(int status, HttpFields fields, InputStream body, Runnable release) implements AutoCloseable {
        @Override
        public void close() {
            release.run();
        }
    }
}
