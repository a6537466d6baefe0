package dev.zeus.wheels.core;

import dev.zeus.wheels.SourceDeclaration;
import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.http.CacheDirectory;
import dev.zeus.wheels.core.http.Credentials;
import dev.zeus.wheels.core.http.HttpOptions;
import dev.zeus.wheels.core.index.IndexSource;
import dev.zeus.wheels.core.index.PackageIndexes;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the machine at hand reaches the declared indexes.
 *
 * @param cacheDirectory where pages, metadata and wheels are kept between runs
 * @param offline whether only the cache may answer
 * @param addresses other addresses for declared sources, such as a mirror's, by source name
 * @param logins what the front end knows of user names and passwords
 */
public record IndexAccess(Path cacheDirectory, boolean offline, Map<String, String> addresses, Logins logins) {

    /** Finds the credentials of a source. */
    @FunctionalInterface
    public interface Logins {
        Optional<Credentials> of(String source, URI url);
    }

    public IndexAccess {
        addresses = Map.copyOf(addresses);
    }

    /** The user's cache directory, the declared addresses, credentials from the environment. */
    public static IndexAccess standard() {
        return new IndexAccess(
                CacheDirectory.standard(System.getenv(), Path.of(System.getProperty("user.home"))),
                false,
                Map.of(),
                (source, url) -> Credentials.ofEnvironment(source, url, System.getenv()));
    }

    PackageIndexes open(List<SourceDeclaration> declared, EventSink events) {
        List<IndexSource> sources = new ArrayList<>();
        List<Credentials> credentials = new ArrayList<>();
        for (SourceDeclaration source : declared) {
            URI url = url(source);
            sources.add(new IndexSource(source.name(), url));
            logins.of(source.name(), url).ifPresent(credentials::add);
        }
        HttpOptions options = HttpOptions.DEFAULTS.withOffline(offline).withCredentials(credentials);
        return PackageIndexes.open(sources, cacheDirectory, options, events);
    }

    private URI url(SourceDeclaration source) {
        String address = addresses.getOrDefault(source.name(), source.url());
        try {
            return URI.create(address);
        } catch (IllegalArgumentException e) {
            throw new WheelsException(
                    "D203",
                    "the source \"" + source.name() + "\" has the address \"" + address + "\", which is no URL",
                    "write it as https://host/path/, in @Source or with -Dwheels.index." + source.name() + "=…");
        }
    }
}
