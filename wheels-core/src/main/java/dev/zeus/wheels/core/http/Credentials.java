package dev.zeus.wheels.core.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A user name and a password for one origin; its text never shows them.
 *
 * @param origin where they are sent, and nowhere else
 * @param username the user name
 * @param password the password or token
 */
public record Credentials(Origin origin, String username, String password) {
    /**
     * The credentials that the environment holds for a source: {@code WHEELS_INDEX_<NAME>_USERNAME} and
     * {@code …_PASSWORD}, the name in upper case with {@code _} for what is no letter or digit.
     *
     * @param name the source's name
     * @param url the source's address
     * @param environment the environment variables
     */
    public static Optional<Credentials> ofEnvironment(String name, URI url, Map<String, String> environment) {
        StringBuilder prefix = new StringBuilder("WHEELS_INDEX_");
        for (char c : name.toUpperCase(Locale.ROOT).toCharArray()) {
            prefix.append((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ? c : '_');
        }
        @Nullable String username = environment.get(prefix + "_USERNAME");
        @Nullable String password = environment.get(prefix + "_PASSWORD");
        if (username == null && password == null) {
            return Optional.empty();
        }
        return Optional.of(new Credentials(
                Origin.of(url), username == null ? "__token__" : username, password == null ? "" : password));
    }

    /** The value of the {@code Authorization} header. */
    String basic() {
        return "Basic "
                + Base64.getEncoder().encodeToString((username + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "Credentials[" + origin + ", ****]";
    }
}
