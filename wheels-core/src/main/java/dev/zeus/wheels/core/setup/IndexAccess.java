// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.setup;

import dev.zeus.wheels.SourceDeclaration;
import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.http.CacheDirectory;
import dev.zeus.wheels.core.http.Credentials;
import dev.zeus.wheels.core.http.HttpOptions;
import dev.zeus.wheels.core.http.HttpSettings;
import dev.zeus.wheels.core.http.Login;
import dev.zeus.wheels.core.http.Netrc;
import dev.zeus.wheels.core.http.Origin;
import dev.zeus.wheels.core.http.SafeUrl;
import dev.zeus.wheels.core.index.IndexSource;
import dev.zeus.wheels.core.index.PackageIndexes;
import dev.zeus.wheels.python.NearName;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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

    /** The same machine where only the cache may answer. */
    public IndexAccess cacheOnly() {
        return new IndexAccess(cacheDirectory, true, addresses, logins, netrc, http);
    }

    /** Finds the login of a source, when it is first needed. */
    @FunctionalInterface
    public interface Logins {
        Optional<Login> of(String source);
    }

    public IndexAccess {
        addresses = Map.copyOf(addresses);
    }

    /** Which of some sources are read at another address than the declared one, as a mirror's. */
    public Set<String> mirrored(List<SourceDeclaration> declared, Path lockDirectory) {
        return declared.stream()
                .filter(source -> Optional.ofNullable(addresses.get(source.name()))
                        .map(given -> new IndexSource(
                                source.name(),
                                SourceAddress.of(source, Optional.of(given), lockDirectory),
                                source.format()))
                        .filter(given -> !given.equals(new IndexSource(
                                source.name(),
                                SourceAddress.of(source, Optional.empty(), lockDirectory),
                                source.format())))
                        .isPresent())
                .map(SourceDeclaration::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The user's cache directory, the declared addresses, credentials from the environment and netrc. */
    public static IndexAccess standard() {
        Path home = Path.of(System.getProperty("user.home"));
        return new IndexAccess(
                CacheDirectory.standard(System.getenv(), home),
                false,
                Map.of(),
                source -> Login.ofEnvironment(source, System.getenv()),
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
    @SuppressWarnings("exports") // For the use cases: a front end opens no index.
    public PackageIndexes open(List<SourceDeclaration> declared, Path lockDirectory, EventSink events) {
        checkAddresses(declared, events);
        List<IndexSource> sources = new ArrayList<>();
        List<Credentials> credentials = new ArrayList<>();
        for (SourceDeclaration source : declared) {
            URI url = SourceAddress.of(source, Optional.ofNullable(addresses.get(source.name())), lockDirectory);
            sources.add(new IndexSource(source.name(), url, source.format()));
            if (source.requiresLogin() && !Origin.of(url).keepsSecrets()) {
                throw new WheelsException(
                        GoalProblem.NO_HTTPS,
                        "the source \"" + source.name() + "\" requires a login, and none is sent over plain http to \""
                                + SafeUrl.of(url) + "\"",
                        "give it an https address, in @Source or with -Dwheels.index." + source.name() + "=…");
            }
            credentials.add(Credentials.of(url, () -> login(source, url, events)));
        }
        HttpOptions options = http.withOffline(offline).withCredentials(credentials);
        return PackageIndexes.open(sources, cacheDirectory, lockDirectory, options, events);
    }

    /**
     * An address of a source that is not declared moves nothing: one that is misspelt is refused, and of any other,
     * which may be that of another module of the same build, it is said.
     */
    private void checkAddresses(List<SourceDeclaration> declared, EventSink events) {
        List<String> names = declared.stream().map(SourceDeclaration::name).toList();
        for (String given : addresses.keySet()) {
            if (!names.contains(given)) {
                String message = "wheels.index." + given + " is an address for \"" + given
                        + "\", which is not a source of this set; declared: " + String.join(", ", names);
                Optional<String> near = NearName.among(names, given);
                if (near.isPresent()) {
                    throw new WheelsException(
                            OptionProblem.NO_SUCH_MIRROR,
                            message,
                            "did you mean -Dwheels.index." + near.orElseThrow() + "=…?");
                }
                events.accept(new WheelsEvent.Warned(new Problem(
                        OptionProblem.NO_SUCH_MIRROR,
                        message,
                        "leave it out, unless another module of this build has that source")));
            }
        }
    }

    private Optional<Login> login(SourceDeclaration source, URI url, EventSink events) {
        Optional<Login> login = logins.of(source.name()).or(() -> ofNetrc(url, events));
        if (source.requiresLogin() && login.isEmpty()) {
            throw new WheelsException(
                    GoalProblem.NO_LOGIN,
                    "the source \"" + source.name() + "\" requires a login, and there is none",
                    "set " + Login.variable(source.name())
                            + "_TOKEN (or …_USERNAME and …_PASSWORD), or add a server with" + " the id \""
                            + source.name() + "\" to settings.xml");
        }
        return login;
    }

    private Optional<Login> ofNetrc(URI url, EventSink events) {
        Optional<Login> found = Netrc.read(netrc).of(url);
        if (found.isPresent() && Netrc.isOpenToOthers(netrc)) {
            events.accept(new WheelsEvent.Warned(new Problem(
                    GoalProblem.OPEN_NETRC,
                    "\"" + netrc + "\" holds the login of \"" + url.getHost() + "\" and others may read it",
                    "chmod 600 " + netrc)));
        }
        return found;
    }
}
