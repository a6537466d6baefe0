// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"a\":{},\"b\":[],\"c\":[{}],\"d\":[[1,2],[]]}",
                "[null,true,false,0,-7,123456789012345678901234567890,1.5]",
                "{\"quote \\\" and \\\\\":\"line\\nfeed, tab\\t, é, 💥\"}"
            })
    void printsAsAMapperDoes(String json) throws IOException {
        JsonNode tree = MAPPER.readTree(json);
        assertThat(JsonText.print(tree)).isEqualTo(MAPPER.writeValueAsString(tree) + "\n");
    }
}
