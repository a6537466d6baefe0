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
 * A user name and a password for one source, or that it has none; its text never shows them.
 *
 * @param origin where they are sent, and nowhere else
 * @param root the path of the source without its last {@code simple/}, as pages and files of one index lie side by side
 * @param username the user name
 * @param password the password or token; empty, as the user name, for a source without a login
 */
public record Credentials(Origin origin, String root, String username, String password) {
    /** What indexes take for a user where only a token was given. */
    public static final String TOKEN_USER = "__token__";

    /** The credentials of a source; its user is {@link #TOKEN_USER} where none is named. */
    public static Credentials of(URI url, String username, String password) {
        return new Credentials(Origin.of(url), root(url), username.isEmpty() ? TOKEN_USER : username, password);
    }

    /** A source without a login, so that no neighbour's is sent to it. */
    public static Credentials none(URI url) {
        return new Credentials(Origin.of(url), root(url), "", "");
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

    /**
     * Those of the credentials that belong to an address: of the sources on its origin, the one whose root is the
     * longest that the address lies under.
     *
     * <p>Some indexes list files that lie under no root, as those of a group's projects. Such an address gets the login
     * of its origin where all sources there have the same.
     */
    static Optional<Credentials> forAddress(List<Credentials> all, URI uri) {
        Origin origin = Origin.of(uri);
        String path = String.valueOf(uri.normalize().getRawPath());
        List<Credentials> own =
                all.stream().filter(each -> each.origin.equals(origin)).toList();
        Optional<Credentials> nearest = own.stream()
                .filter(each -> path.startsWith(each.root))
                .max(Comparator.comparingInt(each -> each.root.length()));
        return nearest.or(
                () -> own.stream().findFirst().filter(first -> own.stream().allMatch(first::isSameLogin)));
    }

    private boolean isSameLogin(Credentials other) {
        return username.equals(other.username) && password.equals(other.password);
    }

    private static String root(URI url) {
        String path = String.valueOf(url.normalize().getRawPath());
        boolean page = path.endsWith(".html") || path.endsWith(".htm");
        String folder = page ? path.substring(0, path.lastIndexOf('/') + 1) : path.endsWith("/") ? path : path + "/";
        for (String last : List.of("/simple/", "/+simple/")) {
            if (folder.endsWith(last)) {
                return folder.substring(0, folder.length() - last.length() + 1);
            }
        }
        return folder;
    }

    /** The value of the {@code Authorization} header; empty for a source without a login. */
    Optional<String> header() {
        String login = username + ":" + password;
        return login.length() == 1
                ? Optional.empty()
                : Optional.of("Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return "Credentials[" + origin + root + ", " + (header().isEmpty() ? "none" : "****") + "]";
    }
}
