// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zeus.wheels.Platform;
import dev.zeus.wheels.core.lock.Components;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A declaration as the tree of its record's components, so that no member of an annotation can be forgotten.
 *
 * <p>Records are objects, lists arrays, and maps objects; platforms are spelt as Nix spells them, other constants as
 * they are declared, and what is optional and not given is null.
 */
public final class DeclarationTree {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private DeclarationTree() {}

    @SuppressWarnings("exports") // For the use cases, which may know the library of JSON.
    public static JsonNode of(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.<JsonNode>map(DeclarationTree::of).orElse(NODES.nullNode());
        }
        if (value instanceof Record record) {
            ObjectNode object = NODES.objectNode();
            Components.of(record).forEach((name, component) -> object.set(name, of(component)));
            return object;
        }
        if (value instanceof Iterable<?> items) {
            ArrayNode array = NODES.arrayNode();
            items.forEach(item -> array.add(of(item)));
            return array;
        }
        if (value instanceof Map<?, ?> map) {
            ObjectNode object = NODES.objectNode();
            map.forEach((key, item) -> object.set(key.toString(), of(item)));
            return object;
        }
        if (value instanceof Platform platform) {
            return NODES.textNode(platform.system());
        }
        return value instanceof Boolean switched ? NODES.booleanNode(switched) : NODES.textNode(value.toString());
    }

    /**
     * What a declaration says beyond some components, each with its name, or its way through records and lists
     * ({@code patches[0].file}), and its value; what is empty is left out.
     */
    public static List<Map.Entry<String, String>> rest(Record record, Set<String> shown) {
        List<Map.Entry<String, String>> settings = new ArrayList<>();
        of(record).properties().stream()
                .filter(member -> !shown.contains(member.getKey()))
                .forEach(member -> add(settings, member.getKey(), member.getValue()));
        return settings;
    }

    private static void add(List<Map.Entry<String, String>> settings, String way, JsonNode value) {
        if (value.isObject()) {
            value.properties().forEach(member -> add(settings, way + "." + member.getKey(), member.getValue()));
        } else if (value.isArray() && !value.isEmpty() && value.get(0).isContainerNode()) {
            for (int i = 0; i < value.size(); i++) {
                add(settings, way + "[" + i + "]", value.get(i));
            }
        } else if (value.isArray()) {
            List<String> texts = new ArrayList<>();
            value.forEach(item -> texts.add(item.asText()));
            put(settings, way, String.join(", ", texts));
        } else if (!value.isNull()) {
            put(settings, way, value.asText());
        }
    }

    private static void put(List<Map.Entry<String, String>> settings, String way, String value) {
        if (!value.isEmpty()) {
            settings.add(Map.entry(way, value));
        }
    }
}
