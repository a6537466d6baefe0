// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.maven;

import dev.zeus.wheels.core.http.HttpOptions;
import dev.zeus.wheels.core.http.HttpSettings;
import dev.zeus.wheels.core.setup.IndexAccess;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** What Maven's command line, properties and settings say about reaching indexes. */
final class MavenSettings {
    /** {@code -Dwheels.index.NAME=URL}: another address for the declared source NAME, such as a mirror's. */
    private static final String INDEX_PROPERTY = "wheels.index.";

    private MavenSettings() {}

    static IndexAccess indexAccess(MavenSession session, SettingsDecrypter decrypter, Optional<Path> cacheDirectory) {
        SettingsFile settings = new SettingsFile(session.getSettings(), decrypter);
        IndexAccess standard = IndexAccess.standard();
        return new IndexAccess(
                cacheDirectory.orElse(standard.cacheDirectory()),
                session.isOffline(),
                addresses(session.getUserProperties()),
                source -> standard.logins().of(source).or(() -> settings.login(source)),
                standard.netrc(),
                http(session, standard.http()).withProxies(settings.proxies()));
    }

    private static Map<String, String> addresses(Properties given) {
        Map<String, String> addresses = new TreeMap<>();
        for (String name : given.stringPropertyNames()) {
            if (name.startsWith(INDEX_PROPERTY)) {
                addresses.put(name.substring(INDEX_PROPERTY.length()), given.getProperty(name));
            }
        }
        return addresses;
    }

    /** The command line before the project's properties; what the environment says is in the options already. */
    private static HttpOptions http(MavenSession session, HttpOptions options) {
        Properties project = session.getCurrentProject().getProperties();
        return HttpSettings.apply(
                options,
                key -> Optional.ofNullable(session.getUserProperties().getProperty(key, project.getProperty(key))),
                variable -> Optional.empty());
    }
}
