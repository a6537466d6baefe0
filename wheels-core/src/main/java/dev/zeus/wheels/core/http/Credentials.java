// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.http;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where a source's login is sent, and the login once it is needed.
 *
 * <p>A source without a login has credentials, too, so that no neighbour's login is sent to it. Their text never shows
 * the login.
 */
@SuppressWarnings("NullableOptional") // null is a login that has not been asked for yet
public final class Credentials {
    private final Origin origin;
    private final String root;
    private final Supplier<Optional<Login>> source;
    private @Nullable Optional<Login> login;

    private Credentials(Origin origin, String root, Supplier<Optional<Login>> source) {
        this.origin = origin;
        this.root = root;
        this.source = source;
    }

    /** The credentials of a source with this login. */
    public static Credentials of(URI url, String username, String password) {
        return of(url, () -> Optional.of(new Login(username, password)));
    }

    /**
     * The credentials of a source.
     *
     * @param url the source's address
     * @param login asked once, with the first request to the source; an unused password is not decrypted
     */
    public static Credentials of(URI url, Supplier<Optional<Login>> login) {
        return new Credentials(Origin.of(url), root(url), login);
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
        List<Credentials> own = new ArrayList<>();
        Optional<Credentials> nearest = Optional.empty();
        for (Credentials each : all) {
            if (each.origin.equals(origin)) {
                own.add(each);
                if (path.startsWith(each.root)
                        && (nearest.isEmpty()
                                || each.root.length() > nearest.get().root.length())) {
                    nearest = Optional.of(each);
                }
            }
        }
        return nearest.isPresent() ? nearest : shared(own);
    }

    private static Optional<Credentials> shared(List<Credentials> own) {
        return own.stream()
                .findFirst()
                .filter(first -> own.stream().allMatch(each -> each.login().equals(first.login())));
    }

    /** The path of a source without its last {@code simple/}: pages and files of one index lie side by side. */
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

    /** The login; empty where the source has none. */
    synchronized Optional<Login> login() {
        @Nullable Optional<Login> known = login;
        if (known == null) {
            known = source.get();
            login = known;
        }
        return known;
    }

    /** The login, if a request needed it already. */
    synchronized Optional<Login> known() {
        @Nullable Optional<Login> known = login;
        return known == null ? Optional.empty() : known;
    }

    @Override
    public String toString() {
        return "Credentials[" + origin + root + ", ****]";
    }
}
