// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zeus.wheels.core.lock.LockedPackage;
import java.util.Collection;

/**
 * An answer for programs: it begins with the version of its form, which moves only when a member changes its meaning.
 */
public final class JsonDocument {
    private static final int VERSION = 1;

    private JsonDocument() {}

    /** A new one of a goal, by whose name programs and {@code wheels.schema.json} tell the forms apart. */
    @SuppressWarnings("exports") // For the use cases, which may know the library of JSON.
    public static ObjectNode begin(String goal) {
        return JsonNodeFactory.instance.objectNode().put("version", VERSION).put("answer", goal);
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
