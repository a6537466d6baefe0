// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PublisherTest {
    private static Publisher publisher(String kind, Map<String, String> claims) {
        return new Publisher(kind, new TreeMap<>(claims));
    }

    @Test
    void saysItsKindAndWhatItClaims() {
        assertThat(publisher("GitHub", Map.of("workflow", "release.yml", "repository", "acme/demo", "environment", "")))
                .hasToString("GitHub (repository acme/demo, workflow release.yml)");
        assertThat(publisher("Google", Map.of())).hasToString("Google");
    }

    @ParameterizedTest
    @CsvSource({
        "'', repository, acme/demo",
        "GitHub, kind, acme/demo",
        "GitHub, '', acme/demo",
        "GitHub, Repository, acme/demo",
        "GitHub, 'repo sitory', acme/demo",
        "'Git\u202eHub', repository, acme/demo",
        "GitHub, repository, 'acme\u001b[2J'",
        "GitHub, repository, 'acme\u2028demo'",
    })
    void refusesWhatCouldMislead(String kind, String claim, String value) {
        assertThatThrownBy(() -> publisher(kind, Map.of(claim, value))).isInstanceOf(PackagingParseException.class);
    }

    @Test
    void refusesWhatIsTooLongOrTooMuch() {
        assertThatThrownBy(() -> publisher("GitHub", Map.of("repository", "a".repeat(501))))
                .isInstanceOf(PackagingParseException.class);
        assertThatThrownBy(() -> publisher("GitHub", Map.of("a".repeat(61), "")))
                .isInstanceOf(PackagingParseException.class);
        Map<String, String> many =
                IntStream.range(0, 21).boxed().collect(Collectors.toMap(i -> "claim" + i, i -> "value"));
        assertThatThrownBy(() -> publisher("GitHub", many)).isInstanceOf(PackagingParseException.class);
    }
}
