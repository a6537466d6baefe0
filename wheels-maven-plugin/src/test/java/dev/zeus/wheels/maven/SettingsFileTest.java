// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.http.HttpProxy;
import dev.zeus.wheels.core.http.Login;
import dev.zeus.wheels.testkit.ProblemExample;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.DefaultSettingsDecrypter;
import org.apache.maven.settings.io.DefaultSettingsReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sonatype.plexus.components.cipher.DefaultPlexusCipher;
import org.sonatype.plexus.components.sec.dispatcher.DefaultSecDispatcher;

/** Logins and proxies of {@code settings.xml}, with Maven's own decrypter. */
final class SettingsFileTest {
    private static final String MASTER = "master";

    @TempDir
    Path directory;

    private final DefaultPlexusCipher cipher = new DefaultPlexusCipher();

    @Test
    void findsTheServerOfASource() throws Exception {
        SettingsFile settings = settings("""
                <servers>
                  <server><id>acme</id><username>me</username><password>plain</password></server>
                  <server><id>token</id><password>t</password></server>
                  <server><id>keys</id><privateKey>/home/me/.ssh/id</privateKey></server>
                </servers>""", true);
        assertThat(settings.login("acme")).contains(new Login("me", "plain"));
        assertThat(settings.login("token")).contains(new Login(Login.TOKEN_USER, "t"));
        assertThat(settings.login("keys")).isEmpty();
        assertThat(settings.login("other")).isEmpty();
    }

    @Test
    void decryptsAPassword() throws Exception {
        SettingsFile settings = settings(encrypted(), true);
        assertThat(settings.login("acme")).contains(new Login("me", "secret"));
        HttpProxy proxy = proxy(settings, "https");
        assertThat(proxy.login().get()).contains(new Login("me", "secret"));
    }

    @Test
    void failsWhereAPasswordIsNeededOnly() throws Exception {
        SettingsFile settings = settings(encrypted(), false);
        assertThat(settings.login("plain")).contains(new Login("me", "plain"));
        assertThat(settings.login("other")).isEmpty();
        HttpProxy proxy = proxy(settings, "https");
        assertThat(proxy.host()).isEqualTo("proxy.example");
        assertThatExceptionOfType(WheelsException.class)
                .isThrownBy(() -> settings.login("acme"))
                .satisfies(ProblemExample.printed("E401"))
                .withMessageContaining("[wheels/E401] the password of the <server> \"acme\" in settings.xml")
                .withMessageContaining("settings-security.xml");
        assertThatExceptionOfType(WheelsException.class)
                .isThrownBy(() -> proxy.login().get())
                .withMessageContaining("[wheels/E401] the password of the <proxy> \"office\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http:a                    | http=a https=a",
                "https:a                   | https=a",
                "http:a https:b            | http=a https=b",
                "HTTPS:a http:b            | http=b https=a",
                "http:a http:b             | http=a https=a",
                "!http:a http:b            | http=b https=b",
                ":a                        | http=a https=a",
                "!http:a                   |"
            })
    void takesTheFirstActiveProxyOfAScheme(String written, String expected) throws Exception {
        StringBuilder proxies = new StringBuilder("<proxies>");
        for (String each : written.split(" ", -1)) {
            String[] parts = each.split(":", -1);
            proxies.append("<proxy><id>").append(parts[1]).append("</id><active>");
            proxies.append(!each.startsWith("!")).append("</active>");
            proxies.append("<protocol>").append(parts[0].replace("!", "")).append("</protocol>");
            proxies.append("<host>").append(parts[1]).append(".example</host><port>3128</port></proxy>");
        }
        StringBuilder found = new StringBuilder();
        for (Map.Entry<String, HttpProxy> each :
                settings(proxies + "</proxies>", true).proxies().entrySet()) {
            found.append(each.getKey()).append('=').append(each.getValue().id()).append(' ');
        }
        assertThat(found.toString().strip()).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void readsWhomTheProxyIsNotFor() throws Exception {
        SettingsFile settings = settings("""
                <proxies><proxy>
                  <host>proxy.example</host><nonProxyHosts>*.corp.example|10.*, intranet</nonProxyHosts>
                </proxy></proxies>""", true);
        HttpProxy proxy = proxy(settings, "http");
        assertThat(proxy.port()).isEqualTo(8080);
        assertThat(proxy.direct()).containsExactly("*.corp.example", "10.*", " intranet");
        assertThat(proxy.login().get()).isEmpty();
    }

    @Test
    void namesAProxyThatIsNone() throws Exception {
        SettingsFile settings = settings("<proxies><proxy><id>office</id><port>3128</port></proxy></proxies>", true);
        assertThatExceptionOfType(WheelsException.class)
                .isThrownBy(settings::proxies)
                .withMessageContaining("[wheels/E405] the proxy \"office\"");
    }

    private static HttpProxy proxy(SettingsFile settings, String scheme) {
        return Optional.ofNullable(settings.proxies().get(scheme)).orElseThrow();
    }

    private String encrypted() throws Exception {
        String secret = cipher.encryptAndDecorate("secret", MASTER);
        return """
                <servers>
                  <server><id>plain</id><username>me</username><password>plain</password></server>
                  <server><id>acme</id><username>me</username><password>SECRET</password></server>
                </servers>
                <proxies><proxy>
                  <id>office</id><host>proxy.example</host><username>me</username><password>SECRET</password>
                </proxy></proxies>""".replace("SECRET", secret);
    }

    /** @param secured whether there is a settings-security.xml */
    private SettingsFile settings(String content, boolean secured) throws Exception {
        Path security = directory.resolve("settings-security.xml");
        if (secured) {
            String master = cipher.encryptAndDecorate(MASTER, DefaultSecDispatcher.SYSTEM_PROPERTY_SEC_LOCATION);
            Files.writeString(security, "<settingsSecurity><master>" + master + "</master></settingsSecurity>");
        }
        DefaultSecDispatcher dispatcher = new DefaultSecDispatcher(cipher, Map.of(), security.toString());
        return new SettingsFile(read(content), new DefaultSettingsDecrypter(dispatcher));
    }

    private static Settings read(String content) throws IOException {
        return new DefaultSettingsReader().read(new StringReader("<settings>" + content + "</settings>"), Map.of());
    }
}
