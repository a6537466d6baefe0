// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.http;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
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

    /** Whether a login may be sent there: over plain http it is public, except on the loopback interface. */
    public boolean keepsSecrets() {
        return scheme.equals("https") || isLoopback(host);
    }

    /** Whether a host is this very machine by name or loopback address literal; nothing is resolved. */
    static boolean isLoopback(String host) {
        return host.equals("localhost") || host.equals("[::1]") || isLoopbackAddress(host);
    }

    /** Four numbers that begin with 127; {@code 127.evil.example} is a name like any other. */
    private static boolean isLoopbackAddress(String host) {
        return host.startsWith("127.")
                && host.chars().filter(c -> c == '.').count() == 3
                && host.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
    }

    /** Whether a host is the address, however it is written, of this machine or of its link-local network. */
    static boolean isLocalAddress(String host) {
        boolean literal = host.indexOf(':') >= 0 || host.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
        try {
            // An address literal is not asked of any name server.
            return literal && isLocal(InetAddress.getByName(host));
        } catch (UnknownHostException e) {
            return false;
        }
    }

    static boolean isLocal(InetAddress address) {
        return address.isLoopbackAddress() || address.isAnyLocalAddress() || address.isLinkLocalAddress();
    }

    // Written out, as what a record has of itself is linked at run time: it costs a short run milliseconds.
    @Override
    public boolean equals(Object other) {
        return other instanceof Origin that
                && scheme.equals(that.scheme)
                && host.equals(that.host)
                && port == that.port;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * scheme.hashCode() + host.hashCode()) + port;
    }

    @Override
    public String toString() {
        return scheme + "://" + host + ":" + port;
    }
}
