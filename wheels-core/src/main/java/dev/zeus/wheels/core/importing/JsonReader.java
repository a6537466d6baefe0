// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.importing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.zeus.wheels.core.text.JsonFault;
import dev.zeus.wheels.core.toml.LineTable;
import dev.zeus.wheels.core.toml.LineTable.Item;
import dev.zeus.wheels.core.toml.LineTable.LineArray;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON, with the line of each value; a key that is there twice is an error. */
final class JsonReader {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(100)
                    .maxNumberLength(100)
                    .build())
            .build();

    private final JsonParser parser;

    private JsonReader(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * Reads a file.
     *
     * @throws dev.zeus.wheels.core.event.WheelsException I103 if it is not an object of JSON
     */
    static ForeignTable parse(ForeignText file) {
        try (JsonParser parser = JSON.createParser(file.text())) {
            JsonReader json = new JsonReader(parser);
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw ImportProblems.malformed(file.at(1), "no object of JSON");
            }
            int line = json.line();
            LineTable table = json.table();
            if (parser.nextToken() != null) {
                throw ImportProblems.malformed(file.at(json.line()), "something follows on the object");
            }
            return new ForeignTable(file, table, line);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            throw ImportProblems.malformed(file.at(line), "no JSON: " + JsonFault.of(e));
        } catch (IOException e) {
            throw ImportProblems.unreadable(file.path(), e);
        }
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    private LineTable table() throws IOException {
        Map<String, Item> values = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            parser.nextToken();
            put(values, key);
        }
        return new LineTable(values);
    }

    /** What is null is as if it were not there. */
    private void put(Map<String, Item> values, String key) throws IOException {
        int at = line();
        if (parser.currentToken() != JsonToken.VALUE_NULL) {
            values.put(key, new Item(content(), at));
        }
    }

    private Object content() throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> table();
            case START_ARRAY -> {
                List<Item> values = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    int at = line();
                    values.add(new Item(content(), at));
                }
                yield new LineArray(values);
            }
            case VALUE_STRING -> parser.getText();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getNumberValue();
            // A null, which matches no type that is looked for.
            default -> parser.currentToken();
        };
    }
}
