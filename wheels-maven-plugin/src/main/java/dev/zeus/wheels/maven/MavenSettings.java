package dev.zeus.wheels.maven;

import dev.zeus.wheels.core.IndexAccess;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.http.Credentials;
import dev.zeus.wheels.core.http.HttpOptions;
import dev.zeus.wheels.core.http.HttpProxy;
import dev.zeus.wheels.core.http.HttpSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;

/** What Maven's command line and settings say about reaching indexes. */
final class MavenSettings {
    /** {@code -Dwheels.index.NAME=URL}: another address for the declared source NAME, such as a mirror's. */
    private static final String INDEX_PROPERTY = "wheels.index.";

    private MavenSettings() {}

    static IndexAccess indexAccess(MavenSession session, SettingsDecrypter decrypter, Optional<Path> cacheDirectory) {
        Map<String, String> addresses = new TreeMap<>();
        session.getUserProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith(INDEX_PROPERTY))
                .forEach(name -> addresses.put(
                        name.substring(INDEX_PROPERTY.length()),
                        session.getUserProperties().getProperty(name)));
        IndexAccess standard = IndexAccess.standard();
        HttpOptions http = HttpSettings.apply(
                standard.http(),
                key -> Optional.ofNullable(session.getUserProperties().getProperty(key))
                        .or(() -> Optional.ofNullable(
                                session.getCurrentProject().getProperties().getProperty(key))),
                variable -> Optional.empty());
        return new IndexAccess(
                cacheDirectory.orElse(standard.cacheDirectory()),
                session.isOffline(),
                addresses,
                (source, url) -> standard.logins().of(source, url).or(() -> ofServer(session, decrypter, source, url)),
                standard.netrc(),
                http.withProxies(proxies(session, decrypter)));
    }

    /** The active proxies of the settings, the first of each scheme; one without a scheme of its own serves both. */
    private static Map<String, HttpProxy> proxies(MavenSession session, SettingsDecrypter decrypter) {
        Map<String, HttpProxy> proxies = new TreeMap<>();
        for (Proxy proxy : session.getSettings().getProxies()) {
            if (proxy.isActive()) {
                Proxy open = opened(decrypter.decrypt(new DefaultSettingsDecryptionRequest(proxy)), proxy.getId())
                        .getProxy();
                proxies.putIfAbsent(protocol(proxy), proxy(open));
            }
        }
        // As Maven itself does: a proxy for http is used for https, too, where there is no other.
        Optional.ofNullable(proxies.get("http")).ifPresent(proxy -> proxies.putIfAbsent("https", proxy));
        return proxies;
    }

    private static String protocol(Proxy proxy) {
        return Optional.ofNullable(proxy.getProtocol()).orElse("http").toLowerCase(Locale.ROOT);
    }

    private static HttpProxy proxy(Proxy open) {
        Optional<HttpProxy.Login> login = Optional.ofNullable(open.getUsername())
                .filter(name -> !name.isBlank())
                .map(name -> new HttpProxy.Login(
                        name, Optional.ofNullable(open.getPassword()).orElse("")));
        List<String> direct = Optional.ofNullable(open.getNonProxyHosts()).stream()
                .flatMap(hosts -> Stream.of(hosts.split("[|,]")))
                .filter(pattern -> !pattern.isBlank())
                .toList();
        return new HttpProxy(
                String.valueOf(open.getId()), String.valueOf(open.getHost()), open.getPort(), login, direct);
    }

    private static SettingsDecryptionResult opened(SettingsDecryptionResult result, String id) {
        for (SettingsProblem problem : result.getProblems()) {
            throw new WheelsException(
                    "E401",
                    "the login of \"" + id + "\" in settings.xml cannot be decrypted: " + problem.getMessage(),
                    "encrypt it anew with mvn --encrypt-password, or see that settings-security.xml is readable");
        }
        return result;
    }

    /** The login of the server whose id is the source's name; only that server is decrypted. */
    private static Optional<Credentials> ofServer(
            MavenSession session, SettingsDecrypter decrypter, String source, URI url) {
        Server server = session.getSettings().getServer(source);
        if (server == null) {
            return Optional.empty();
        }
        Server open = opened(decrypter.decrypt(new DefaultSettingsDecryptionRequest(server)), source)
                .getServer();
        return Optional.of(Credentials.of(
                url,
                Optional.ofNullable(open.getUsername()).orElse(""),
                Optional.ofNullable(open.getPassword()).orElse("")));
    }
}
