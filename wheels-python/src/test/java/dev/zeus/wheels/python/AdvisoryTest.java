// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdvisoryTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PYSEC-2024-60",
                "GHSA-jjg7-2v4v-x38h",
                "CVE-2024-3651",
                "MAL-2024-1",
                "RHSA-2024:1234",
                "DEBIAN-CVE-2024-1",
                "a-1"
            })
    void takesTheIdsOfDatabases(String text) {
        assertThat(AdvisoryId.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @MethodSource
    void refusesAnythingElse(String text, int at) {
        assertThatThrownBy(() -> AdvisoryId.parse(text))
                .isInstanceOfSatisfying(
                        PackagingParseException.class,
                        e -> assertThat(e.position()).isEqualTo(at));
    }

    static Stream<Arguments> refusesAnythingElse() {
        return Stream.of(
                Arguments.of("", 0),
                Arguments.of("7-1", 0),
                Arguments.of("-CVE", 0),
                Arguments.of("CVE", 3),
                Arguments.of("CVE--1", 4),
                Arguments.of("CVE-1-", 5),
                Arguments.of("CVE-1 2", 5),
                Arguments.of("CVE-1\u001b[2J", 5),
                Arguments.of("CVE-1\n", 5),
                Arguments.of("CV\u0415-1", 2),
                Arguments.of("\u202eCVE-1", 0),
                Arguments.of("CVE-1${x}", 5),
                Arguments.of("CVE-\"1", 4),
                Arguments.of("CVE-1/../2", 5),
                Arguments.of("A-" + "1".repeat(63), 64));
    }

    @Test
    void sortsTheDatabaseOfPythonPackagesFirst() {
        assertThat(new TreeSet<>(
                        List.of(AdvisoryId.parse("GHSA-a"), AdvisoryId.parse("CVE-1"), AdvisoryId.parse("PYSEC-9"))))
                .extracting(AdvisoryId::value)
                .containsExactly("PYSEC-9", "CVE-1", "GHSA-a");
    }

    @Test
    void isCalledByItsIdAndItsAliases() {
        AdvisoryId id = AdvisoryId.parse("PYSEC-1");
        AdvisoryId alias = AdvisoryId.parse("CVE-1");
        Advisory advisory = new Advisory(id, new TreeSet<>(List.of(id, alias)), new TreeSet<>(), "");

        assertThat(advisory.aliases()).containsExactly(alias);
        assertThat(advisory.isCalled(id)).isTrue();
        assertThat(advisory.isCalled(alias)).isTrue();
        assertThat(advisory.isCalled(AdvisoryId.parse("CVE-2"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"two\nlines", "\u001b[2J", "\u202e", "\u2028", "\ud800"})
    void keepsNoTextThatIsMoreThanALine(String text) {
        AdvisoryId id = AdvisoryId.parse("PYSEC-1");
        assertThatThrownBy(() -> new Yank(text)).isInstanceOf(PackagingParseException.class);
        assertThatThrownBy(() -> new Advisory(id, new TreeSet<>(), new TreeSet<>(), text))
                .isInstanceOf(PackagingParseException.class);
    }

    @Test
    void keepsNoTextWithoutEnd() {
        assertThat(new Yank("\ud83d\udca5".repeat(2_500)).reason()).hasSize(5_000);
        assertThatThrownBy(() -> new Yank("x".repeat(5_001))).isInstanceOf(PackagingParseException.class);
    }
}
