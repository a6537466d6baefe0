package dev.zeus.wheels.core.http;

import java.net.URI;
import java.util.Locale;

/**
 * Scheme, host and port: the circle within which a credential may travel.
 *
 * @param scheme {@code http} or {@code https}
 * @param host the host in lower case
 * @param port the port, the scheme's own where the address names none
 */
public record Origin(String scheme, String host, int port) {
    /** The origin of an absolute http(s) address. */
    public static Origin of(URI uri) {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
        int port = uri.getPort() >= 0 ? uri.getPort() : scheme.equals("https") ? 443 : 80;
        return new Origin(scheme, host, port);
    }

    /** Whether a host is this very machine by name or loopback address literal; nothing is resolved. */
    static boolean isLoopback(String host) {
        return host.equals("localhost") || host.equals("[::1]") || host.startsWith("127.");
    }

    @Override
    public String toString() {
        return scheme + "://" + host + ":" + port;
    }
}
