package dev.zeus.wheels.core.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A user name and a password for one origin; its text never shows them.
 *
 * @param origin where they are sent, and nowhere else
 * @param path the path of the address they were given for, which decides where an origin has several
 * @param username the user name
 * @param password the password or token
 */
public record Credentials(Origin origin, String path, String username, String password) {
    /** What indexes take for a user where only a token was given. */
    public static final String TOKEN_USER = "__token__";

    /** The credentials of an address; its user is {@link #TOKEN_USER} where none is named. */
    public static Credentials of(URI url, String username, String password) {
        String path = url.getRawPath() == null ? "" : url.getRawPath();
        return new Credentials(Origin.of(url), path, username.isEmpty() ? TOKEN_USER : username, password);
    }

    /**
     * The credentials that the environment holds for a source: {@code WHEELS_INDEX_<NAME>_USERNAME} and
     * {@code …_PASSWORD}, or {@code …_TOKEN} alone, the name in upper case with {@code _} for what is no letter or
     * digit.
     *
     * @param name the source's name
     * @param url the source's address
     * @param environment the environment variables
     */
    public static Optional<Credentials> ofEnvironment(String name, URI url, Map<String, String> environment) {
        String prefix = "WHEELS_INDEX_" + variable(name);
        Optional<String> token = Optional.ofNullable(environment.get(prefix + "_TOKEN"));
        Optional<String> username = Optional.ofNullable(environment.get(prefix + "_USERNAME"));
        Optional<String> password = Optional.ofNullable(environment.get(prefix + "_PASSWORD"));
        if (token.isEmpty() && username.isEmpty() && password.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(of(url, username.orElse(""), password.or(() -> token).orElse("")));
    }

    /** A source's name as a part of the names of environment variables. */
    public static String variable(String name) {
        StringBuilder variable = new StringBuilder();
        for (char c : name.toUpperCase(Locale.ROOT).toCharArray()) {
            variable.append((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ? c : '_');
        }
        return variable.toString();
    }

    /** Those of the credentials that belong to an address: of its origin, and of several those of the longest path. */
    static Optional<Credentials> forAddress(List<Credentials> all, URI uri) {
        Origin origin = Origin.of(uri);
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        List<Credentials> own =
                all.stream().filter(each -> each.origin.equals(origin)).toList();
        Optional<Credentials> nearest = own.stream()
                .filter(each -> path.startsWith(each.path))
                .max(Comparator.comparingInt(each -> each.path.length()));
        // Files often lie beside the index they are listed on, so a single login is the origin's.
        return nearest.or(() -> own.size() == 1 ? Optional.of(own.get(0)) : Optional.empty());
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
