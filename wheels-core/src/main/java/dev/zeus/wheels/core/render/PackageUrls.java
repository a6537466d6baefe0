package dev.zeus.wheels.core.render;

import dev.zeus.wheels.Sources;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.nix.NixExpr;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What package URLs ({@code pkg:pypi/numpy@2.1}) say of the index a package comes from: nothing of the public one, of
 * any other its address as {@code repository_url}.
 *
 * @see <a href="https://github.com/package-url/purl-spec">package URLs</a>
 */
final class PackageUrls {
    private PackageUrls() {}

    /** The value of {@code repository_url} for each source but the public index; null for a folder. */
    static SortedMap<String, NixExpr> repositories(LockedSet set) {
        SortedMap<String, NixExpr> repositories = new TreeMap<>();
        for (LockedPackage locked : set.packages()) {
            if (!isPublic(locked.index())) {
                repositories.put(locked.source(), repository(locked.index()));
            }
        }
        return repositories;
    }

    private static boolean isPublic(URI index) {
        return String.valueOf(URI.create(Sources.PYPI_URL).getHost()).equalsIgnoreCase(index.getHost());
    }

    private static NixExpr repository(URI index) {
        boolean hasHost = index.isAbsolute() && index.getHost() != null;
        return hasHost ? NixExpr.string(encoded(index.toASCIIString())) : NixExpr.variable("null");
    }

    /** Percent-encoded as package URLs are: all but letters, digits, {@code . - _ ~} and the colon. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~")
                .replace("%3A", ":");
    }
}
