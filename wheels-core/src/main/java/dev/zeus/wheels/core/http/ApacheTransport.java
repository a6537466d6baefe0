package dev.zeus.wheels.core.http;

import dev.zeus.wheels.core.http.TransportException.Kind;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * The transport over HttpClient 5, classic: HTTP/1.1 with a bounded pool of connections.
 *
 * <p>Measured on some eighty project pages of one host this was faster than the same client's HTTP/2, and a body that
 * is read straight from its socket makes every deadline plain to see.
 */
final class ApacheTransport implements Transport {
    static {
        // At debug level the library writes request headers, credentials with them; Maven's -X would turn that on.
        String logging = "org.slf4j.simpleLogger.log.org.apache.hc";
        if (System.getProperty(logging) == null) {
            System.setProperty(logging, "warn");
        }
    }

    private final CloseableHttpClient client;
    private final HttpOptions options;
    private final ScheduledThreadPoolExecutor watchdog;

    ApacheTransport(HttpOptions options) {
        this(options, DefaultClientTlsStrategy.createSystemDefault());
    }

    /** A transport with its own idea of whom to trust. */
    ApacheTransport(HttpOptions options, TlsSocketStrategy tls) {
        this.options = options;
        Timeout connect = Timeout.of(options.connectTimeout());
        Timeout idle = Timeout.of(options.idleTimeout());
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
                .setRoutePlanner(ProxyRoutes.planner(options.proxies()))
                .setDefaultCredentialsProvider(ProxyRoutes.logins(options.proxies()))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(idle)
                        .setConnectionRequestTimeout(Timeout.of(options.totalTimeout()))
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
        headers.forEach(get::setHeader);
        AtomicBoolean late = new AtomicBoolean();
        // The idle timeout cannot see a head that drips in byte by byte, and a wait for a free connection is none.
        ScheduledFuture<?> watch = watchdog.schedule(
                () -> {
                    late.set(true);
                    get.cancel();
                },
                options.totalTimeout().toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            ClassicHttpResponse response = client.executeOpen(RoutingSupport.determineHost(get), get, null);
            return reply(get, response);
        } catch (HttpException e) {
            throw new TransportException(Kind.NOT_HTTP, "the answer is not HTTP: " + Printable.of(said(e), 120));
        } catch (IOException e) {
            throw late.get() ? new TransportException(Kind.TOO_SLOW, "no answer in time") : explain(e);
        } finally {
            watch.cancel(false);
        }
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
        if (problem instanceof TransportException known) {
            return known;
        } else if (problem instanceof ConnectTimeoutException) {
            return new TransportException(Kind.UNREACHABLE, "no connection within " + seconds());
        } else if (problem instanceof SocketTimeoutException) {
            return new TransportException(
                    Kind.STALLED, "silent for " + options.idleTimeout().toMillis() / 1000.0 + " s");
        } else if (problem instanceof CautiousResolver.RefusedAddressException) {
            return new TransportException(Kind.REFUSED, said(problem));
        } else if (problem instanceof UnknownHostException) {
            return new TransportException(Kind.UNREACHABLE, "unknown host");
        } else if (problem instanceof ConnectException || problem instanceof NoRouteToHostException) {
            return new TransportException(Kind.UNREACHABLE, "connection refused or no route");
        } else if (problem instanceof SSLException tls) {
            return secured(tls);
        } else if (problem instanceof MessageConstraintException) {
            return new TransportException(Kind.NOT_HTTP, "the answer's header is larger than any index sends");
        } else if (problem instanceof NoHttpResponseException || problem instanceof SocketException) {
            return new TransportException(Kind.RESET, "connection reset");
        } else if (problem instanceof ConnectionClosedException
                || problem instanceof MalformedChunkCodingException
                || problem instanceof EOFException
                || problem instanceof ZipException) {
            return new TransportException(Kind.TRUNCATED, "the answer ended early");
        }
        return new TransportException(Kind.RESET, Printable.of(said(problem), 120));
    }

    private String seconds() {
        return options.connectTimeout().toMillis() / 1000.0 + " s";
    }

    /** A certificate that is wrong stays wrong; a TLS connection that breaks may hold the next time. */
    private static TransportException secured(SSLException problem) {
        boolean certificate = problem instanceof SSLHandshakeException || problem instanceof SSLPeerUnverifiedException;
        for (@Nullable Throwable cause = problem; cause != null; cause = cause.getCause()) {
            certificate |= cause instanceof CertificateException;
            if (cause instanceof CertificateNotYetValidException || cause instanceof CertificateExpiredException) {
                return new TransportException(
                        Kind.CLOCK,
                        "the server's certificate is not valid now: "
                                + Printable.of(String.valueOf(cause.getMessage()), 120)
                                + ", and this machine's clock says "
                                + Instant.now().truncatedTo(ChronoUnit.SECONDS));
            }
        }
        String message = Printable.of(said(problem), 200);
        return certificate
                ? new TransportException(Kind.TLS, "no trusted TLS connection: " + message)
                : new TransportException(Kind.RESET, "TLS connection broke: " + message);
    }

    private static String said(Exception problem) {
        @Nullable String message = problem.getMessage();
        return message == null ? problem.getClass().getSimpleName() : message;
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
