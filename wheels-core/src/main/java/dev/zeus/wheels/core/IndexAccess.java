package dev.zeus.wheels.core;

import dev.zeus.wheels.SourceDeclaration;
import dev.zeus.wheels.SourceFormat;
import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.http.CacheDirectory;
import dev.zeus.wheels.core.http.Credentials;
import dev.zeus.wheels.core.http.HttpOptions;
import dev.zeus.wheels.core.http.HttpSettings;
import dev.zeus.wheels.core.http.Netrc;
import dev.zeus.wheels.core.http.SafeUrl;
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
 * @param netrc the file that is asked where the front end knows none
 * @param http how the client behaves, its proxies with it
 */
public record IndexAccess(
        Path cacheDirectory,
        boolean offline,
        Map<String, String> addresses,
        Logins logins,
        Path netrc,
        HttpOptions http) {

    /** Finds the credentials of a source. */
    @FunctionalInterface
    public interface Logins {
        Optional<Credentials> of(String source, URI url);
    }

    public IndexAccess {
        addresses = Map.copyOf(addresses);
    }

    /** The user's cache directory, the declared addresses, credentials from the environment and netrc. */
    public static IndexAccess standard() {
        Path home = Path.of(System.getProperty("user.home"));
        return new IndexAccess(
                CacheDirectory.standard(System.getenv(), home),
                false,
                Map.of(),
                (source, url) -> Credentials.ofEnvironment(source, url, System.getenv()),
                Netrc.location(System.getenv(), home),
                HttpSettings.apply(
                        HttpOptions.DEFAULTS,
                        key -> Optional.empty(),
                        variable -> Optional.ofNullable(System.getenv(variable))));
    }

    /**
     * Opens the declared sources.
     *
     * @param lockDirectory the directory of the lock; relative folders begin beside it
     */
    PackageIndexes open(List<SourceDeclaration> declared, Path lockDirectory, EventSink events) {
        List<IndexSource> sources = new ArrayList<>();
        List<Credentials> credentials = new ArrayList<>();
        for (SourceDeclaration source : declared) {
            URI url = url(source, lockDirectory);
            sources.add(new IndexSource(source.name(), url, source.format()));
            Optional<Credentials> login = logins.of(source.name(), url).or(() -> ofNetrc(url, events));
            if (source.requiresLogin() && login.isEmpty()) {
                throw new WheelsException(
                        "E407",
                        "the source \"" + source.name() + "\" requires a login, and there is none",
                        "set WHEELS_INDEX_" + Credentials.variable(source.name())
                                + "_TOKEN (or …_USERNAME and …_PASSWORD), or" + " add a server with the id \""
                                + source.name() + "\" to settings.xml");
            }
            login.ifPresent(credentials::add);
        }
        HttpOptions options = http.withOffline(offline).withCredentials(credentials);
        return PackageIndexes.open(sources, cacheDirectory, lockDirectory, options, events);
    }

    private Optional<Credentials> ofNetrc(URI url, EventSink events) {
        Optional<Credentials> found = Netrc.read(netrc).of(url);
        if (found.isPresent() && Netrc.isOpenToOthers(netrc)) {
            events.accept(new WheelsEvent.Warned(new Problem(
                    "E406",
                    "\"" + netrc + "\" holds the login of \"" + url.getHost() + "\" and others may read it",
                    "chmod 600 " + netrc)));
        }
        return found;
    }

    private URI url(SourceDeclaration source, Path lockDirectory) {
        String address = addresses.getOrDefault(source.name(), source.url());
        try {
            URI url = URI.create(address);
            return source.format() == SourceFormat.FLAT && !url.isAbsolute()
                    ? lockDirectory
                            .toAbsolutePath()
                            .resolveSibling(url.getPath())
                            .normalize()
                            .toUri()
                    : url;
        } catch (IllegalArgumentException e) {
            throw new WheelsException(
                    "D203",
                    "the source \"" + source.name() + "\" has the address \"" + SafeUrl.ofText(address)
                            + "\", which is no URL",
                    "write it as https://host/path/, in @Source or with -Dwheels.index." + source.name() + "=…");
        }
    }
}
