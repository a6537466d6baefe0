// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.lock;

import dev.zeus.wheels.Sources;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The package URL of a locked package: {@code pkg:pypi/numpy@2.1} of the public index, and of any other with its
 * address.
 *
 * @see <a href="https://github.com/package-url/purl-spec">package URLs</a>
 */
public final class PackageUrl {
    private PackageUrl() {}

    /** The URL of a package; a folder or a file of this machine has no address that it could say. */
    public static String of(LockedPackage locked) {
        String plain =
                "pkg:pypi/" + locked.name() + "@" + encoded(locked.version().toString());
        return repository(locked)
                .map(address -> plain + "?repository_url=" + address)
                .orElse(plain);
    }

    /** Whether a package is from the public index, whatever its source is called. */
    public static boolean isPublic(LockedPackage locked) {
        return String.valueOf(URI.create(Sources.PYPI_URL).getHost())
                .equalsIgnoreCase(locked.index().getHost());
    }

    /** The value of {@code repository_url}; empty for the public index, and for what no host has. */
    public static Optional<String> repository(LockedPackage locked) {
        URI index = locked.index();
        boolean hasHost = index.isAbsolute() && index.getHost() != null;
        return hasHost && !isPublic(locked) ? Optional.of(encoded(index.toASCIIString())) : Optional.empty();
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
