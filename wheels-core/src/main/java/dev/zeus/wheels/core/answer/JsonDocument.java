package dev.zeus.wheels.core.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zeus.wheels.core.lock.LockedPackage;
import java.util.Collection;

/**
 * An answer for programs: it begins with the version of its form, which moves only when a member changes its meaning.
 */
final class JsonDocument {
    private static final int VERSION = 1;

    private JsonDocument() {}

    /** A new one. */
    static ObjectNode begin() {
        return JsonNodeFactory.instance.objectNode().put("version", VERSION);
    }

    /** Texts as an array. */
    static ArrayNode texts(Collection<?> values) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        values.forEach(value -> array.add(value.toString()));
        return array;
    }

    /** The name, version and source of a package, which together no other one has. */
    static ObjectNode named(LockedPackage locked) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", locked.name().value())
                .put("version", locked.version().toString())
                .put("source", locked.source());
    }
}
