// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.http;

import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.testkit.Answer;
import dev.zeus.wheels.testkit.LoopbackServer;
import dev.zeus.wheels.testkit.Received;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** A client and a server that answers from a script; the last answer is repeated. */
final class HttpFixture implements AutoCloseable {
    static final HttpOptions OPTIONS = HttpOptions.DEFAULTS
            .withTries(4, Duration.ofMillis(1))
            .withTimeouts(Duration.ofSeconds(2), Duration.ofMillis(300), Duration.ofSeconds(1))
            .withTrustedHosts(Set.of("127.0.0.1"));

    final List<WheelsEvent> events = new CopyOnWriteArrayList<>();
    final List<Duration> pauses = new CopyOnWriteArrayList<>();
    final LoopbackServer server;
    final DiskCache cache;
    private final Deque<Answer> script;

    HttpFixture(Path directory, Answer... answers) {
        this(directory, List.of(answers));
    }

    HttpFixture(Path directory, List<Answer> answers) {
        this.script = new ArrayDeque<>(answers);
        this.server = LoopbackServer.start(this::next);
        this.cache = new DiskCache(directory, events::add);
    }

    private synchronized Answer next(Received request) {
        return script.size() > 1 ? script.remove() : script.element();
    }

    /** A client with a cache; retries do not wait, their pauses are noted. */
    Http open(HttpOptions options) {
        NetworkHttp network = new NetworkHttp(new ApacheTransport(options), options, pauses::add, events::add);
        return new CachedHttp(network, cache, options.offline(), Clock.systemUTC(), events::add);
    }

    URI uri() {
        return server.uri().resolve("simple/demo/");
    }

    /** The status and the body, or the problem, of one page. */
    String fetch(HttpOptions options) {
        try (Http http = open(options)) {
            return http.get(HttpRequest.page(uri(), "text/html"), answer -> answer.status() + " " + answer.text());
        } catch (WheelsException e) {
            return e.problem().toString();
        }
    }

    /** The status or the problem of a download. */
    String download(Path target) {
        try (Http http = open(OPTIONS)) {
            return Integer.toString(http.download(uri(), target, 1000).status());
        } catch (WheelsException e) {
            return e.problem().toString();
        }
    }

    long warnings() {
        return events.stream().filter(WheelsEvent.Warned.class::isInstance).count();
    }

    Optional<String> lastHeader(String name) {
        List<Received> all = server.received();
        return all.get(all.size() - 1).header(name);
    }

    @Override
    public void close() {
        server.close();
    }
}
