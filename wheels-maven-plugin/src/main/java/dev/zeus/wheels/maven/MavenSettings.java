package dev.zeus.wheels.maven;

import dev.zeus.wheels.core.IndexAccess;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.http.Credentials;
import dev.zeus.wheels.core.http.Origin;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.maven.execution.MavenSession;
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
        return new IndexAccess(
                cacheDirectory.orElse(standard.cacheDirectory()),
                session.isOffline(),
                addresses,
                (source, url) -> Credentials.ofEnvironment(source, url, System.getenv())
                        .or(() -> ofServer(session, decrypter, source, url)));
    }

    /** The login of the server whose id is the source's name; only that server is decrypted. */
    private static Optional<Credentials> ofServer(
            MavenSession session, SettingsDecrypter decrypter, String source, URI url) {
        Server server = session.getSettings().getServer(source);
        if (server == null) {
            return Optional.empty();
        }
        SettingsDecryptionResult result = decrypter.decrypt(new DefaultSettingsDecryptionRequest(server));
        for (SettingsProblem problem : result.getProblems()) {
            throw new WheelsException(
                    "E401",
                    "the login of server \"" + source + "\" in settings.xml cannot be decrypted: "
                            + problem.getMessage(),
                    "encrypt it anew with mvn --encrypt-password, or see that settings-security.xml is readable");
        }
        Server open = result.getServer();
        return Optional.of(new Credentials(
                Origin.of(url),
                open.getUsername() == null ? "__token__" : open.getUsername(),
                open.getPassword() == null ? "" : open.getPassword()));
    }
}
