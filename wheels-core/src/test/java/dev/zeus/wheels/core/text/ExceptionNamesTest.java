// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExceptionNamesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "java.io.EOFException: it ended                    | it ended",
                "it broke: java.io.EOFException: it ended          | it broke: it ended",
                "a.b.OneException: c.d.TwoError: it ended: early   | it ended: early",
                "https://index.example/a.b: no answer              | https://index.example/a.b: no answer",
                "SomeException: it ended                           | SomeException: it ended",
                "java.io.EOFException                              | java.io.EOFException",
                "no name at all                                    | no name at all"
            })
    void takesNamesOutAndNothingElse(String message, String rest) {
        assertThat(ExceptionNames.without(message)).isEqualTo(rest);
    }
}
