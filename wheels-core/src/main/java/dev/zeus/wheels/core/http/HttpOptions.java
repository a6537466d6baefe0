package dev.zeus.wheels.core.http;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the client behaves.
 *
 * @param offline whether only the cache may answer
 * @param tries how often a request is tried in all
 * @param backoff the base of the exponential pause between two tries
 * @param connectTimeout how long a connection may take
 * @param idleTimeout how long a server may say nothing
 * @param totalTimeout how long a small answer may take in all
 * @param connections how many connections one host is asked for at most
 * @param credentials what to send where
 * @param proxies what is between, by the scheme of the address; the JVM's own proxy properties where there is none
 * @param trustedHosts the hosts of the declared sources; only they may be this machine or speak plain http
 */
public record HttpOptions(
        boolean offline,
        int tries,
        Duration backoff,
        Duration connectTimeout,
        Duration idleTimeout,
        Duration totalTimeout,
        int connections,
        List<Credentials> credentials,
        Map<String, HttpProxy> proxies,
        Set<String> trustedHosts) {
    /** Four tries, 10 s to connect, 30 s of silence, 10 min in all, 16 connections a host, no credentials. */
    public static final HttpOptions DEFAULTS = new HttpOptions(
            false,
            4,
            Duration.ofMillis(500),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(10),
            16,
            List.of(),
            Map.of(),
            Set.of());

    public HttpOptions {
        credentials = List.copyOf(credentials);
        proxies = Map.copyOf(proxies);
        trustedHosts = Set.copyOf(trustedHosts);
        if (tries < 1 || tries > 20 || connections < 1 || connections > 256) {
            throw new IllegalArgumentException(
                    "tries must be 1 to 20 and connections 1 to 256, not " + tries + " and " + connections);
        }
    }

    /** These options, offline or not. */
    public HttpOptions withOffline(boolean value) {
        return new HttpOptions(
                value,
                tries,
                backoff,
                connectTimeout,
                idleTimeout,
                totalTimeout,
                connections,
                credentials,
                proxies,
                trustedHosts);
    }

    /** These options with another number of tries and base pause. */
    public HttpOptions withTries(int value, Duration base) {
        return new HttpOptions(
                offline,
                value,
                base,
                connectTimeout,
                idleTimeout,
                totalTimeout,
                connections,
                credentials,
                proxies,
                trustedHosts);
    }

    /** These options with other deadlines. */
    public HttpOptions withTimeouts(Duration connect, Duration idle, Duration total) {
        return new HttpOptions(
                offline, tries, backoff, connect, idle, total, connections, credentials, proxies, trustedHosts);
    }

    /** These options with credentials. */
    public HttpOptions withCredentials(List<Credentials> value) {
        return new HttpOptions(
                offline,
                tries,
                backoff,
                connectTimeout,
                idleTimeout,
                totalTimeout,
                connections,
                value,
                proxies,
                trustedHosts);
    }

    /** These options with the hosts of the declared sources. */
    public HttpOptions withTrustedHosts(Set<String> value) {
        return new HttpOptions(
                offline,
                tries,
                backoff,
                connectTimeout,
                idleTimeout,
                totalTimeout,
                connections,
                credentials,
                proxies,
                value);
    }

    /** These options with proxies, by the scheme of the address that is asked for. */
    public HttpOptions withProxies(Map<String, HttpProxy> value) {
        return new HttpOptions(
                offline,
                tries,
                backoff,
                connectTimeout,
                idleTimeout,
                totalTimeout,
                connections,
                credentials,
                value,
                trustedHosts);
    }

    /** These options with another number of connections to one host. */
    public HttpOptions withConnections(int value) {
        return new HttpOptions(
                offline,
                tries,
                backoff,
                connectTimeout,
                idleTimeout,
                totalTimeout,
                value,
                credentials,
                proxies,
                trustedHosts);
    }
}
