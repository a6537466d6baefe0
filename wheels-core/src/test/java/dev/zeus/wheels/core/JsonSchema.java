// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * The part of JSON Schema that a schema of ours, and that of SARIF, uses; a keyword that is not known here is an error,
 * so that nothing in a schema is passed over. A member that no schema names is a fault, though the schema would let it
 * pass: a reader of the schema would not know of it.
 */
final class JsonSchema {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> KNOWN = Set.of(
            "$schema",
            "$id",
            "$defs",
            "$ref",
            "definitions",
            "title",
            "description",
            "default",
            "type",
            "properties",
            "required",
            "additionalProperties",
            "items",
            "enum",
            "const",
            "pattern",
            "minimum",
            "maximum",
            "minItems",
            "uniqueItems",
            "format",
            "anyOf",
            "oneOf");

    private final JsonNode root;

    private JsonSchema(JsonNode root) {
        this.root = root;
    }

    /** A schema among the resources. */
    static JsonSchema of(String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(JsonSchema.class.getResourceAsStream(resource), resource)) {
            return new JsonSchema(JSON.readTree(in));
        }
    }

    /** What is wrong with a document, each with its place. */
    List<String> faults(JsonNode document) {
        List<String> faults = new ArrayList<>();
        check(root, document, "", faults);
        return faults;
    }

    /** What is wrong with a document that is to be of one of the definitions. */
    List<String> faults(String definition, String document) throws IOException {
        List<String> faults = new ArrayList<>();
        check(root.at("/$defs/" + definition), JSON.readTree(document), "", faults);
        return faults;
    }

    private void check(JsonNode schema, JsonNode value, String at, List<String> faults) {
        schema.fieldNames().forEachRemaining(keyword -> {
            if (!KNOWN.contains(keyword)) {
                throw new IllegalArgumentException("the schema has the keyword " + keyword);
            }
        });
        if (schema.has("$ref")) {
            JsonNode named = root.at(schema.path("$ref").asText().substring(1));
            if (named.isMissingNode()) {
                throw new IllegalArgumentException("the schema refers to " + schema.path("$ref"));
            }
            check(named, value, at, faults);
        }
        if (schema.has("oneOf")) {
            long fitting = fitting(schema.path("oneOf"), value, at);
            fault(fitting == 1, at + " is of " + fitting + " forms", faults);
        }
        if (schema.has("anyOf")) {
            fault(fitting(schema.path("anyOf"), value, at) > 0, at + " is of no form", faults);
        }
        if (schema.has("const")) {
            fault(schema.path("const").equals(value), at + " is " + value, faults);
        }
        if (schema.has("enum")) {
            boolean found = false;
            for (JsonNode each : schema.path("enum")) {
                found |= each.equals(value);
            }
            fault(found, at + " is " + value, faults);
        }
        if (schema.has("pattern")) {
            fault(
                    Pattern.compile(schema.path("pattern").asText())
                            .matcher(value.asText())
                            .find(),
                    at + " is " + value,
                    faults);
        }
        if (schema.has("minimum")) {
            fault(value.asLong() >= schema.path("minimum").asLong(), at + " is " + value, faults);
        }
        if (schema.has("maximum")) {
            fault(value.asLong() <= schema.path("maximum").asLong(), at + " is " + value, faults);
        }
        if (schema.has("format")) {
            fault(isOf(schema.path("format").asText(), value.asText()), at + " is no " + schema.path("format"), faults);
        }
        switch (schema.path("type").asText()) {
            case "" -> {}
            case "string" -> fault(value.isTextual(), at + " is no text: " + value, faults);
            case "number" -> fault(value.isNumber(), at + " is no number: " + value, faults);
            case "integer" -> fault(value.isIntegralNumber(), at + " is no number: " + value, faults);
            case "boolean" -> fault(value.isBoolean(), at + " is neither true nor false: " + value, faults);
            case "array" -> array(schema, value, at, faults);
            case "object" -> object(schema, value, at, faults);
            default -> throw new IllegalArgumentException("the schema has the type " + schema.path("type"));
        }
    }

    private long fitting(JsonNode forms, JsonNode value, String at) {
        return StreamSupport.stream(forms.spliterator(), false)
                .filter(form -> {
                    List<String> own = new ArrayList<>();
                    check(form, value, at, own);
                    return own.isEmpty();
                })
                .count();
    }

    private static boolean isOf(String format, String text) {
        try {
            return switch (format) {
                case "uri" -> new URI(text).isAbsolute();
                case "uri-reference" -> !new URI(text).toString().isEmpty();
                case "date-time" -> OffsetDateTime.parse(text).getYear() > 0;
                default -> throw new IllegalArgumentException("the schema has the format " + format);
            };
        } catch (URISyntaxException | DateTimeParseException e) {
            return false;
        }
    }

    private void array(JsonNode schema, JsonNode value, String at, List<String> faults) {
        fault(value.isArray(), at + " is no array: " + value, faults);
        fault(value.size() >= schema.path("minItems").asInt(), at + " has too few items", faults);
        if (schema.path("uniqueItems").asBoolean()) {
            Set<JsonNode> different = new HashSet<>();
            value.forEach(different::add);
            fault(different.size() == value.size(), at + " has an item twice", faults);
        }
        for (int i = 0; i < value.size(); i++) {
            check(schema.path("items"), value.get(i), at + "/" + i, faults);
        }
    }

    private void object(JsonNode schema, JsonNode value, String at, List<String> faults) {
        fault(value.isObject(), at + " is no object: " + value, faults);
        for (JsonNode name : schema.path("required")) {
            fault(value.has(name.asText()), at + " has no " + name.asText(), faults);
        }
        value.properties().forEach(member -> {
            String place = at + "/" + member.getKey();
            JsonNode others = schema.path("additionalProperties");
            if (schema.path("properties").has(member.getKey())) {
                check(schema.path("properties").path(member.getKey()), member.getValue(), place, faults);
            } else if (others.isObject()) {
                check(others, member.getValue(), place, faults);
            } else {
                fault(others.asBoolean(false), place + " is not in the schema", faults);
            }
        });
    }

    private static void fault(boolean good, String fault, List<String> faults) {
        if (!good) {
            faults.add(fault);
        }
    }
}
