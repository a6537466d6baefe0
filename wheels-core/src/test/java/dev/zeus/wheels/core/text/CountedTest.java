// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountedTest {

    @ParameterizedTest
    @CsvSource({"0, package, 0 packages", "1, library, 1 library", "2, library, 2 libraries"})
    void aNounFollowsItsNumber(long number, String noun, String expected) {
        assertThat(Counted.of(number, noun)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 'a and 3 more', 'a and 3 places more'",
        "3, 'a, b, c and 1 more', 'a, b, c and 1 place more'",
        "4, 'a, b, c, d', 'a, b, c, d'"
    })
    void theFirstFewAreShownAndTheOthersCounted(int most, String expected, String expectedOfPlaces) {
        List<String> things = List.of("a", "b", "c", "d");
        assertThat(Counted.first(most, things)).isEqualTo(expected);
        assertThat(Counted.first(most, things, "place")).isEqualTo(expectedOfPlaces);
    }

    @Test
    void noneIsNothing() {
        assertThat(Counted.first(3, List.of())).isEmpty();
    }
}
