// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.zeus.wheels.python.InvisibleCharacters;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;

/** JSON as people read it, too: nothing in it is invisible. */
public final class JsonText {
    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonText() {}

    /** A tree as an indented document with line feeds, ended by one; nothing in it is invisible. */
    @SuppressWarnings("exports") // For the use cases, which may know the library of JSON.
    public static String print(JsonNode tree) {
        StringWriter text = new StringWriter();
        // A mapper does the same, and takes longer to be made than most goals take for all else.
        try (JsonGenerator out = FACTORY.createGenerator(text).useDefaultPrettyPrinter()) {
            write(tree, out);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return visible(text.toString().replace(System.lineSeparator(), "\n")) + "\n";
    }

    private static void write(JsonNode node, JsonGenerator out) throws IOException {
        switch (node.getNodeType()) {
            case OBJECT -> {
                out.writeStartObject();
                for (Map.Entry<String, JsonNode> field : node.properties()) {
                    out.writeFieldName(field.getKey());
                    write(field.getValue(), out);
                }
                out.writeEndObject();
            }
            case ARRAY -> {
                out.writeStartArray();
                for (JsonNode item : node) {
                    write(item, out);
                }
                out.writeEndArray();
            }
            case STRING -> out.writeString(node.textValue());
            case NUMBER -> out.writeNumber(node.asText());
            case BOOLEAN -> out.writeBoolean(node.booleanValue());
            case NULL -> out.writeNull();
            default -> throw new IllegalArgumentException(node.getNodeType() + " is nothing that JSON has");
        }
    }

    /**
     * The same document with every invisible character as an escape; beyond line feeds they stand in strings only.
     *
     * <p>{@code JsonText.visible("\"\u202e\"")} is the same string in eight characters of ASCII.
     */
    public static String visible(String json) {
        StringBuilder out = new StringBuilder(json.length());
        json.codePoints().forEach(c -> {
            if (c != '\n' && InvisibleCharacters.includes(c)) {
                out.append(InvisibleCharacters.escape(c));
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }
}
