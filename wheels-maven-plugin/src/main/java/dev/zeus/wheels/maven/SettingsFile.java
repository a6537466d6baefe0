// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.maven;

import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.http.HttpProxy;
import dev.zeus.wheels.core.http.Login;
import dev.zeus.wheels.core.text.ExceptionNames;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.jspecify.annotations.Nullable;

/** What {@code settings.xml} says of logins and proxies; a password is decrypted when it is needed. */
final class SettingsFile {
    private final Settings settings;
    private final SettingsDecrypter decrypter;

    SettingsFile(Settings settings, SettingsDecrypter decrypter) {
        this.settings = settings;
        this.decrypter = decrypter;
    }

    /**
     * The login of the server whose id is a source's name.
     *
     * @throws WheelsException {@code E401} if it is encrypted and cannot be decrypted
     */
    Optional<Login> login(String source) {
        return Optional.ofNullable(settings.getServer(source))
                .filter(server -> server.getUsername() != null || server.getPassword() != null)
                .map(server -> {
                    Server open = opened(new DefaultSettingsDecryptionRequest(server), "<server>", source)
                            .getServer();
                    return new Login(text(open.getUsername()), text(open.getPassword()));
                });
    }

    /**
     * The active proxies by the scheme that they are for, the first of each; as for Maven itself, one for {@code http}
     * is used for {@code https}, too, where there is no other.
     *
     * @throws WheelsException {@code E405} if one has no host or port
     */
    Map<String, HttpProxy> proxies() {
        Map<String, HttpProxy> proxies = new TreeMap<>();
        for (Proxy each : settings.getProxies()) {
            if (each.isActive()) {
                String protocol = text(each.getProtocol()).toLowerCase(Locale.ROOT);
                proxies.putIfAbsent(protocol.isEmpty() ? "http" : protocol, proxy(each));
            }
        }
        @Nullable HttpProxy http = proxies.get("http");
        if (http != null) {
            proxies.putIfAbsent("https", http);
        }
        return proxies;
    }

    private HttpProxy proxy(Proxy proxy) {
        List<String> direct = Stream.of(text(proxy.getNonProxyHosts()).split("[|,]"))
                .filter(pattern -> !pattern.isBlank())
                .toList();
        return new HttpProxy(
                text(proxy.getId()), text(proxy.getHost()), proxy.getPort(), () -> proxyLogin(proxy), direct);
    }

    private Optional<Login> proxyLogin(Proxy proxy) {
        if (text(proxy.getUsername()).isBlank()) {
            return Optional.empty();
        }
        Proxy open = opened(new DefaultSettingsDecryptionRequest(proxy), "<proxy>", text(proxy.getId()))
                .getProxy();
        return Optional.of(new Login(text(open.getUsername()), text(open.getPassword())));
    }

    private SettingsDecryptionResult opened(DefaultSettingsDecryptionRequest request, String element, String id) {
        SettingsDecryptionResult result = decrypter.decrypt(request);
        for (SettingsProblem problem : result.getProblems()) {
            throw new WheelsException(
                    PluginProblem.UNREADABLE_PASSWORD,
                    "the password of the " + element + " \"" + id + "\" in settings.xml cannot be decrypted: "
                            + ExceptionNames.without(problem.getMessage()),
                    "encrypt it anew with mvn --encrypt-password, or check that settings-security.xml is readable");
        }
        return result;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
