// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.http;

import dev.zeus.wheels.core.http.TransportException.Kind;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Follows redirects by its own rules: a few at most, http(s) only, never down to http, each origin its own credentials.
 */
final class Hops {
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final Transport transport;
    private final List<Credentials> credentials;
    private final Set<String> plainHosts;
    private final int limit;

    Hops(Transport transport, HttpOptions options) {
        this.transport = transport;
        this.credentials = options.credentials();
        this.plainHosts = options.plainHosts();
        this.limit = options.settings().count(HttpSetting.REDIRECTS);
    }

    /** The first reply that is not a redirect, and where it came from. */
    record Arrival(URI uri, Transport.Reply reply) {}

    Arrival open(URI start, Map<String, String> headers) throws TransportException {
        URI uri = checked(start);
        for (int hop = 0; hop <= limit; hop++) {
            Transport.Reply reply = transport.open(uri, withCredentials(uri, headers));
            if (!REDIRECTS.contains(reply.status())) {
                return new Arrival(uri, reply);
            }
            String location = reply.fields().get("location").orElse("");
            reply.close();
            uri = next(uri, location);
        }
        throw new TransportException(
                Kind.REDIRECT,
                "more than " + limit + " redirects (" + HttpSetting.REDIRECTS.key() + "), the last to "
                        + SafeUrl.of(uri));
    }

    private Map<String, String> withCredentials(URI uri, Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(headers);
        if (Origin.of(uri).keepsSecrets()) {
            Credentials.forAddress(credentials, uri)
                    .flatMap(Credentials::login)
                    .ifPresent(login -> all.put("Authorization", login.basic()));
        }
        return all;
    }

    private URI next(URI from, String location) throws TransportException {
        URI to;
        try {
            to = from.resolve(Urls.parse(location));
        } catch (IllegalArgumentException e) {
            throw new TransportException(
                    Kind.REDIRECT, "redirect to \"" + SafeUrl.ofText(location) + "\", which is not an address");
        }
        if (location.isBlank()) {
            throw new TransportException(Kind.REDIRECT, "redirect without a Location");
        }
        if ("https".equalsIgnoreCase(from.getScheme()) && "http".equalsIgnoreCase(to.getScheme())) {
            throw new TransportException(
                    Kind.REDIRECT, "redirect from https down to http at " + SafeUrl.of(to) + ", which is refused");
        }
        return Urls.withoutFragment(checked(to));
    }

    /** Only what a package index may be: http(s), a host, no user in the address, and http from declared hosts only. */
    private URI checked(URI uri) throws TransportException {
        String scheme = String.valueOf(uri.getScheme());
        boolean web = scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https");
        if (!web || uri.getHost() == null) {
            throw new TransportException(
                    Kind.REFUSED, "\"" + SafeUrl.of(uri) + "\" is not an http(s) address with a host");
        }
        if (uri.getRawUserInfo() != null || Urls.isAmbiguous(uri)) {
            throw new TransportException(
                    Kind.REFUSED, "the address of \"" + uri.getHost() + "\" names a user, or looks as if it did");
        }
        if (uri.getPort() > Urls.LARGEST_PORT) {
            throw new TransportException(
                    Kind.REFUSED, "\"" + SafeUrl.of(uri) + "\" has a port above " + Urls.LARGEST_PORT);
        }
        if (scheme.equalsIgnoreCase("http")
                && !plainHosts.contains(uri.getHost())
                && !Origin.isLoopback(uri.getHost())) {
            throw new TransportException(
                    Kind.REFUSED, "\"" + SafeUrl.of(uri) + "\" is plain http, and no source is declared so");
        }
        return uri;
    }
}
