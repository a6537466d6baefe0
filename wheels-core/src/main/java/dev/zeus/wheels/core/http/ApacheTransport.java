// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.http;

import dev.zeus.wheels.core.http.TransportException.Kind;
import dev.zeus.wheels.core.text.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * The transport over HttpClient 5, classic: HTTP/1.1 with a bounded pool of connections.
 *
 * <p>Measured on some eighty project pages of one host this was faster than the same client's HTTP/2, and a body that
 * is read straight from its socket makes every deadline plain to see.
 */
final class ApacheTransport implements Transport {
    private static final String TUNNELLED = "dev.zeus.wheels.tunnelled";

    static {
        // At debug level the library writes request headers, credentials with them; Maven's -X would turn that on.
        // The first name is Maven 4's, which warns once for each logger where it has to fall back to the other.
        String given = System.getProperty("org.slf4j.simpleLogger.log.org.apache.hc", "warn");
        for (String logger : List.of("maven.logger", "org.slf4j.simpleLogger")) {
            String logging = logger + ".log.org.apache.hc";
            if (System.getProperty(logging) == null) {
                System.setProperty(logging, given);
            }
        }
    }

    private final CloseableHttpClient client;
    private final HttpSettings settings;
    private final ScheduledThreadPoolExecutor watchdog;
    private final ProxyRoutes routes;
    private final ServerClock clock = new ServerClock(Clock.systemUTC());
    private final Diagnosis diagnosis;

    ApacheTransport(HttpOptions options) {
        this(options, new LateTls());
    }

    /** A transport with its own idea of whom to trust. */
    ApacheTransport(HttpOptions options, TlsSocketStrategy tls) {
        this.settings = options.settings();
        this.routes = new ProxyRoutes(options.proxies());
        this.diagnosis = new Diagnosis(settings, clock);
        Timeout connect = Timeout.of(settings.time(HttpSetting.CONNECT_TIMEOUT));
        Timeout idle = Timeout.of(settings.time(HttpSetting.IDLE_TIMEOUT));
        PoolingHttpClientConnectionManager connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setTlsSocketStrategy(tls)
                .setMaxConnPerRoute(options.connections())
                .setMaxConnTotal(4 * options.connections())
                .setDnsResolver(new CautiousResolver(reachable(options)))
                .setDefaultSocketConfig(SocketConfig.custom()
                        .setSoTimeout(idle)
                        .setTcpNoDelay(true)
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(connect)
                        .setSocketTimeout(idle)
                        .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                        .build())
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxHeaderCount(200)
                                .setMaxLineLength(64 << 10)
                                .build())
                        .build())
                .build();
        this.client = HttpClients.custom()
                .setConnectionManager(connections)
                .setRoutePlanner(routes.planner())
                .setDefaultCredentialsProvider(routes.logins())
                // What stands behind CONNECT in the chain is reached through the tunnel, or where none is needed.
                .addExecInterceptorAfter(ChainElement.CONNECT.name(), TUNNELLED, (request, scope, chain) -> {
                    scope.clientContext.setAttribute(TUNNELLED, true);
                    return chain.proceed(request, scope);
                })
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(idle)
                        .setConnectionRequestTimeout(Timeout.of(settings.time(HttpSetting.TOTAL_TIMEOUT)))
                        .build())
                .setUserAgent("zeus-wheels")
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
        this.watchdog = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "wheels-http-watchdog");
            thread.setDaemon(true);
            return thread;
        });
        watchdog.setRemoveOnCancelPolicy(true);
    }

    /** The declared sources, and the proxies that the user named. */
    private static Set<String> reachable(HttpOptions options) {
        Set<String> hosts = new HashSet<>(options.trustedHosts());
        options.proxies().values().forEach(proxy -> hosts.add(proxy.host()));
        return hosts;
    }

    @Override
    public Reply open(URI uri, Map<String, String> headers) throws TransportException {
        HttpGet get = new HttpGet(uri);
        for (Map.Entry<String, String> header : headers.entrySet()) {
            get.setHeader(header.getKey(), header.getValue());
        }
        HttpClientContext context = HttpClientContext.create();
        AtomicBoolean late = new AtomicBoolean();
        // The idle timeout cannot see a head that drips in byte by byte, and a wait for a free connection is not
        // covered by it.
        ScheduledFuture<?> watch = watchdog.schedule(
                () -> {
                    late.set(true);
                    get.cancel();
                },
                settings.of(HttpSetting.TOTAL_TIMEOUT),
                TimeUnit.MILLISECONDS);
        try {
            Reply reply = reply(get, client.executeOpen(RoutingSupport.determineHost(get), get, context));
            requireNoRefusalOfAProxy(uri, context, reply);
            clock.see(reply.fields());
            return reply;
        } catch (HttpException e) {
            throw new TransportException(
                    Kind.NOT_HTTP, "the answer is not HTTP: " + Printable.of(Diagnosis.said(e), 120));
        } catch (IOException e) {
            throw late.get()
                    ? new TransportException(
                            Kind.TOO_SLOW, "no answer within " + settings.said(HttpSetting.TOTAL_TIMEOUT))
                    : onTheWay(uri, diagnosis.of(e));
        } finally {
            watch.cancel(false);
        }
    }

    /** What a proxy says in its own name must not pass for the index's answer. */
    private void requireNoRefusalOfAProxy(URI uri, HttpClientContext context, Reply reply) throws TransportException {
        boolean tunnelled = context.getAttribute(TUNNELLED) != null;
        if (tunnelled && reply.status() != 407) {
            return;
        }
        reply.close();
        String proxy = routes.between(uri).orElse("a proxy that nobody declared");
        if (reply.status() == 407) {
            throw new TransportException(Kind.PROXY_LOGIN, proxy + " asks for a login (it answered 407)");
        }
        throw new TransportException(
                reply.status() >= 500 ? Kind.PROXY : Kind.PROXY_REFUSAL,
                proxy + " opens no connection (it answered " + reply.status() + ")");
    }

    /** Who cannot be reached where a proxy is between is the proxy. */
    private TransportException onTheWay(URI uri, TransportException problem) {
        Optional<String> proxy = problem.kind() == Kind.UNREACHABLE ? routes.between(uri) : Optional.empty();
        return proxy.map(name -> new TransportException(Kind.PROXY, name + ": " + problem.getMessage()))
                .orElse(problem);
    }

    private static Reply reply(HttpGet get, ClassicHttpResponse response) throws IOException {
        SortedMap<String, String> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Header header : response.getHeaders()) {
            fields.merge(header.getName(), String.valueOf(header.getValue()), (first, second) -> first + ", " + second);
        }
        InputStream body = response.getEntity() == null
                ? InputStream.nullInputStream()
                : response.getEntity().getContent();
        return new Reply(response.getCode(), new HttpFields(fields), body, () -> {
            // Closing alone would read the rest of the body first, however long that drips in; once it was read whole,
            // the connection is back in its pool and there is nothing left to cancel.
            get.cancel();
            try {
                response.close();
            } catch (IOException e) {
                // The connection is given up; that it breaks on the way is no news.
            }
        });
    }

    @Override
    public TransportException explain(IOException problem) {
        return diagnosis.of(problem);
    }

    @Override
    public void close() {
        watchdog.shutdownNow();
        try {
            client.close();
        } catch (IOException e) {
            // Nothing waits for these connections any more.
        }
    }
}
