// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class JsonFaultTest {
    @Test
    void namesNoClassOfTheLibrary() {
        assertThat(fault("[".repeat(2000)))
                .contains("nesting depth (1001)", "(1000)")
                .doesNotContain("`", "Stream");
        assertThat(fault("1".repeat(2000) + " ")).contains("(1000)").doesNotContain("`", "Stream");
        assertThat(fault("[1,")).contains("expected");
        assertThat(fault("[`]")).contains("'`'");
    }

    private static String fault(String json) {
        return JsonFault.of(
                catchThrowableOfType(JsonProcessingException.class, () -> new ObjectMapper().readTree(json)));
    }
}
