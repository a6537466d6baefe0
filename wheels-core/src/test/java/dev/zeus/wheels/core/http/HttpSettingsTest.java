// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.zeus.wheels.core.contract.Proves;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.testkit.ProblemExample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a user may set of the client. */
class HttpSettingsTest {

    @Test
    void takesPropertiesBeforeTheEnvironment() {
        HttpOptions options = apply(
                Map.of("wheels.http.retries", "6", "wheels.http.idleTimeout", " 5 "),
                Map.of("WHEELS_HTTP_RETRIES", "9", "WHEELS_HTTP_CONNECTIONS", "2"));
        HttpSettings settings = options.settings();
        assertThat(settings.count(HttpSetting.RETRIES)).isEqualTo(6);
        assertThat(settings.time(HttpSetting.IDLE_TIMEOUT)).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.of(HttpSetting.CONNECTIONS)).isEqualTo(2);
        assertThat(settings.time(HttpSetting.CONNECT_TIMEOUT)).isEqualTo(Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @CsvSource({
        "retries, foo",
        "retries, -1",
        "retries, 999999999999",
        "retries, 20",
        "connections, 0",
        "totalTimeout, ''"
    })
    @Proves(
            id = "fault 71",
            given = "a setting such as wheels.http.retries=foo, -1 or 999999999999",
            outcome = "E404 names the setting, the value and the range")
    void namesTheSettingThatIsWrong(String key, String value) {
        String name = "wheels.http." + key;
        assertThatExceptionOfType(WheelsException.class)
                .isThrownBy(() -> apply(Map.of(name, value), Map.of()))
                .satisfies(ProblemExample.printed("E404", value.equals("foo")))
                .withMessageContaining("[wheels/E404] " + name + " is \"" + value + "\"")
                .withMessageContaining("expected a whole number from");
    }

    @Test
    void namesTheVariableThatIsWrong() {
        assertThatExceptionOfType(WheelsException.class)
                .isThrownBy(() -> apply(Map.of(), Map.of("WHEELS_HTTP_TOTAL_TIMEOUT", "soon")))
                .withMessageContaining("WHEELS_HTTP_TOTAL_TIMEOUT is \"soon\"");
    }

    @ParameterizedTest
    @EnumSource
    void isDocumented(HttpSetting setting) throws IOException {
        assertThat(Files.readString(Path.of("..", "docs", "indexes.md")))
                .contains("| `" + setting.key() + "` | `" + setting.variable() + "` | " + setting.range() + " |");
    }

    private static HttpOptions apply(Map<String, String> properties, Map<String, String> environment) {
        return HttpSettings.apply(
                HttpOptions.DEFAULTS,
                key -> Optional.ofNullable(properties.get(key)),
                variable -> Optional.ofNullable(environment.get(variable)));
    }
}
