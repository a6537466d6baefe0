package dev.zeus.wheels.core.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.zeus.wheels.python.InvisibleCharacters;

/** JSON as people read it, too: nothing in it is invisible. */
public final class JsonText {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private JsonText() {}

    /** A tree as an indented document with line feeds, ended by one; nothing in it is invisible. */
    public static String print(JsonNode tree) {
        try {
            return visible(JSON.writeValueAsString(tree).replace(System.lineSeparator(), "\n")) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
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
