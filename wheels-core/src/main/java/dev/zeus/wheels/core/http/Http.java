// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.http;

import dev.zeus.wheels.core.event.EventSink;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;

/**
 * The one way to the network.
 *
 * <p>Every call blocks, retries what is worth retrying, follows redirects itself and keeps to the deadlines and limits
 * of its {@link HttpOptions}. Safe for use by many threads.
 *
 * <p>Example: {@code http.get(HttpRequest.page(uri, "text/html"), answer -> parse(answer.text()))}.
 */
public interface Http extends AutoCloseable {
    /**
     * Asks and reads the answer.
     *
     * @throws dev.zeus.wheels.core.event.WheelsException {@code X30…} if there is no answer, with what to do about it
     */
    <T> T get(HttpRequest request, AnswerReader<T> reader);

    /**
     * Fetches a file into {@code target}, which is created or overwritten, resuming where the connection breaks.
     *
     * @param limit how many bytes are taken at most
     * @return the last answer, without its body; a status that is not 2xx leaves {@code target} empty
     * @throws dev.zeus.wheels.core.event.WheelsException {@code X30…} if it cannot be fetched
     */
    HttpAnswer download(URI uri, Path target, long limit);

    @Override
    void close();

    /** Opens the client: the network behind the cache, or the cache alone where the options say offline. */
    static Http open(HttpOptions options, DiskCache cache, EventSink events) {
        NetworkHttp network = new NetworkHttp(
                new CountedTransport(new ApacheTransport(options), events), options, Pause.SLEEP, events);
        return new CachedHttp(network, cache, options.offline(), Clock.systemUTC(), events);
    }
}
