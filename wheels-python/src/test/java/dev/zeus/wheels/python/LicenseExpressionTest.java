// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zeus.wheels.python.LicenseExpression.All;
import dev.zeus.wheels.python.LicenseExpression.AnyOf;
import dev.zeus.wheels.python.LicenseExpression.License;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LicenseExpressionTest {
    private static final License MIT = new License("MIT", Optional.empty());
    private static final License ISC = new License("ISC", Optional.empty());

    @Test
    void bindsAsTheStandardSays() {
        assertThat(LicenseExpression.parse("MIT")).isEqualTo(MIT);
        assertThat(LicenseExpression.parse("MIT OR ISC AND MIT"))
                .isEqualTo(new AnyOf(List.of(MIT, new All(List.of(ISC, MIT)))));
        assertThat(LicenseExpression.parse(" ( MIT or ISC ) and MIT "))
                .isEqualTo(new All(List.of(new AnyOf(List.of(MIT, ISC)), MIT)));
        assertThat(LicenseExpression.parse("GPL-2.0+ WITH Classpath-exception-2.0"))
                .isEqualTo(new License("GPL-2.0+", Optional.of("Classpath-exception-2.0")))
                .hasToString("GPL-2.0+ WITH Classpath-exception-2.0");
        assertThat(LicenseExpression.parse("ORACLE-1.0").toString()).contains("ORACLE-1.0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''           | 0  | a licence identifier",
                "MIT OR       | 6  | a licence identifier",
                "Apache 2.0   | 7  | AND, OR, WITH or the end",
                "(MIT         | 4  | \")\"",
                "MIT)         | 3  | AND, OR, WITH or the end",
                "MIT WITH     | 8  | an exception",
                "MIT AND AND  | 8  | a licence identifier",
                "GPL-2.0++    | 8  | AND, OR, WITH or the end",
                "MIT/X11      | 3  | AND, OR, WITH or the end",
            })
    void saysWhereItEnds(String text, int position, String expected) {
        assertThatThrownBy(() -> LicenseExpression.parse(text))
                .isInstanceOfSatisfying(PackagingParseException.class, e -> {
                    assertThat(e.position()).isEqualTo(position);
                    assertThat(e.expected()).isEqualTo(expected);
                });
    }

    @Test
    void boundsWhatItReads() {
        assertThatThrownBy(() -> LicenseExpression.parse("(".repeat(65) + "MIT" + ")".repeat(65)))
                .isInstanceOf(PackagingParseException.class)
                .hasMessageContaining("at most 64 parentheses");
        assertThatThrownBy(() -> LicenseExpression.parse("MIT OR ".repeat(1200) + "MIT"))
                .isInstanceOf(PackagingParseException.class)
                .hasMessageContaining("at most 8192 characters");
    }
}
