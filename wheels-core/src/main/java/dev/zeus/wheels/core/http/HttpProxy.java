// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.http;

import dev.zeus.wheels.core.event.WheelsException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A proxy between this machine and the indexes.
 *
 * <p>Example: {@code new HttpProxy("office", "proxy.example", 3128, Optional::empty, List.of("*.example.org"))}.
 *
 * @param id what the setting calls it, for messages
 * @param host its name or address, without a scheme
 * @param login asked when the proxy asks; a password that no proxy asks for is not decrypted
 * @param direct hosts that are reached without it: names, or patterns with {@code *} for any characters
 */
public record HttpProxy(String id, String host, int port, Supplier<Optional<Login>> login, List<String> direct) {
    /**
     * Checks the host and the port.
     *
     * @throws WheelsException {@code E405} if they are malformed
     */
    public HttpProxy {
        direct = List.copyOf(direct);
        boolean name = !host.isBlank() && host.chars().noneMatch(c -> "/:@ \\".indexOf(c) >= 0 || c < ' ');
        if (!(name || isAddress(host)) || port < 1 || port > Urls.LARGEST_PORT) {
            throw new WheelsException(
                    HttpProblem.BAD_PROXY,
                    "the proxy \"" + id + "\" has the host \"" + SafeUrl.ofText(host) + "\" and the port " + port
                            + "; expected a name without a scheme, and a port from 1 to 65535",
                    "correct <host> and <port> of this <proxy> in settings.xml");
        }
    }

    private static boolean isAddress(String host) {
        return host.startsWith("[") && host.endsWith("]");
    }

    /** Whether a host is reached through the proxy; this machine and its link-local network never are. */
    boolean serves(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return !Origin.isLoopback(name)
                && !Origin.isLocalAddress(name)
                && direct.stream().noneMatch(pattern -> matches(pattern.strip().toLowerCase(Locale.ROOT), name));
    }

    /** Whether a text is a pattern's, in which {@code *} stands for any characters. */
    private static boolean matches(String pattern, String text) {
        String[] parts = pattern.split("\\*", -1);
        String last = parts[parts.length - 1];
        if (parts.length == 1) {
            return text.equals(pattern);
        }
        if (!text.startsWith(parts[0])) {
            return false;
        }
        int at = parts[0].length();
        for (int i = 1; i < parts.length - 1; i++) {
            int found = text.indexOf(parts[i], at);
            if (found < 0) {
                return false;
            }
            at = found + parts[i].length();
        }
        return text.length() - last.length() >= at && text.endsWith(last);
    }
}
