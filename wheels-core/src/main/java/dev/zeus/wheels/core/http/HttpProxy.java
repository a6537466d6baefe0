package dev.zeus.wheels.core.http;

import dev.zeus.wheels.core.event.WheelsException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A proxy between this machine and the indexes.
 *
 * <p>Example: {@code new HttpProxy("office", "proxy.example", 3128, Optional.empty(), List.of("*.example.org"))}. Its
 * text never shows the login.
 *
 * @param id what the setting calls it, for messages
 * @param host its name or address, without a scheme
 * @param direct hosts that are reached without it: names, or patterns with {@code *} at either end
 */
public record HttpProxy(String id, String host, int port, Optional<Login> login, List<String> direct) {
    /** A user name and a password for the proxy alone. */
    public record Login(String username, String password) {
        @Override
        public String toString() {
            return "Login[****]";
        }
    }

    /**
     * Checks the host and the port.
     *
     * @throws WheelsException {@code E405} if they are none
     */
    public HttpProxy {
        direct = List.copyOf(direct);
        boolean name = !host.isBlank() && host.chars().noneMatch(c -> "/:@ \\".indexOf(c) >= 0 || c < ' ');
        if (!(name || isAddress(host)) || port < 1 || port > 65_535) {
            throw new WheelsException(
                    "E405",
                    "the proxy \"" + id + "\" has the host \"" + SafeUrl.ofText(host) + "\" and the port " + port
                            + "; expected a name without a scheme, and a port from 1 to 65535",
                    "correct <host> and <port> of this <proxy> in settings.xml");
        }
    }

    private static boolean isAddress(String host) {
        return host.startsWith("[") && host.endsWith("]");
    }

    /** Whether a host is reached through the proxy; this machine never is. */
    boolean serves(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return !Origin.isLoopback(name) && direct.stream().noneMatch(pattern -> matches(pattern.strip(), name));
    }

    private static boolean matches(String pattern, String host) {
        String text = pattern.toLowerCase(Locale.ROOT);
        boolean open = text.startsWith("*");
        boolean openEnd = text.endsWith("*") && text.length() > 1;
        String fixed = text.substring(open ? 1 : 0, openEnd ? text.length() - 1 : text.length());
        if (open && openEnd) {
            return host.contains(fixed);
        }
        return open ? host.endsWith(fixed) : openEnd ? host.startsWith(fixed) : host.equals(fixed);
    }
}
