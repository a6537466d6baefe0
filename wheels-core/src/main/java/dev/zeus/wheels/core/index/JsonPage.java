// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.zeus.wheels.core.text.JsonFault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A project page in JSON (PEP 691, 700, 714, 792), read as a stream of bounded depth. */
final class JsonPage {
    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(64)
                    .maxStringLength(1 << 20)
                    .maxNumberLength(40)
                    .maxNameLength(1 << 12)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final JsonParser json;
    private final List<ListedFile> files = new ArrayList<>();
    private final Map<String, String> top = new HashMap<>();

    private JsonPage(JsonParser json) {
        this.json = json;
    }

    static Listing parse(byte[] body) throws Listing.UnreadableException {
        Optional<Listing> usual = JsonScan.read(body);
        return usual.isPresent() ? usual.get() : parseAny(body);
    }

    /** A page that is written in whatever way JSON may be. */
    static Listing parseAny(byte[] body) throws Listing.UnreadableException {
        try (JsonParser json = FACTORY.createParser(body)) {
            return new JsonPage(json).page();
        } catch (JsonProcessingException e) {
            throw new Listing.UnreadableException("it is not readable JSON: " + JsonFault.of(e));
        } catch (IOException e) {
            throw new Listing.UnreadableException("it is not readable JSON");
        }
    }

    private Listing page() throws IOException, Listing.UnreadableException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new Listing.UnreadableException("it is not a JSON object");
        }
        boolean listed = false;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            JsonToken value = json.nextToken();
            if (field.equals("files") && value == JsonToken.START_ARRAY) {
                listed = true;
                files();
            } else if (value == JsonToken.START_OBJECT) {
                strings(field + ".").forEach(top::put);
            } else if (value == JsonToken.VALUE_STRING) {
                top.put(field, json.getText());
            } else {
                json.skipChildren();
            }
        }
        if (json.nextToken() != null) {
            throw new Listing.UnreadableException("something follows the JSON object");
        }
        if (!listed) {
            throw new Listing.UnreadableException("it has no list of files");
        }
        return new Listing(
                top.getOrDefault("meta.api-version", "1.0"),
                Optional.ofNullable(top.get("name")),
                Optional.empty(),
                files,
                Optional.ofNullable(top.get("project-status.status")),
                Optional.ofNullable(top.get("project-status.reason")),
                false);
    }

    private void files() throws IOException {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() == JsonToken.START_OBJECT) {
                file();
            } else {
                json.skipChildren();
            }
        }
    }

    private void file() throws IOException {
        Map<String, String> fields = new HashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            JsonToken value = json.nextToken();
            if (field.equals("yanked")) {
                yanked(value).ifPresent(reason -> fields.put(field, reason));
                continue;
            }
            switch (value) {
                case START_OBJECT -> {
                    // A dictionary of hashes announces the metadata file even where it is empty.
                    fields.put(field, "true");
                    fields.putAll(strings(field + "."));
                }
                case VALUE_STRING, VALUE_NUMBER_INT -> fields.put(field, json.getText());
                case VALUE_TRUE -> fields.put(field, "true");
                default -> json.skipChildren();
            }
        }
        String url = fields.getOrDefault("url", "");
        String kind = fields.containsKey("core-metadata") ? "core-metadata" : "dist-info-metadata";
        files.add(new WrittenFile(
                fields.getOrDefault("filename", ""),
                WrittenFile.withoutFragment(url),
                Optional.ofNullable(fields.get("hashes.sha256")),
                WrittenFile.fragmentDigest(url),
                Optional.ofNullable(fields.get("requires-python")),
                size(fields.getOrDefault("size", "")),
                Optional.ofNullable(fields.get("upload-time")),
                Optional.ofNullable(fields.get("yanked")),
                Optional.ofNullable(fields.getOrDefault(kind + ".sha256", fields.get(kind)))));
    }

    /** The reason, empty text for none: only {@code true} and text that says something mean that a file is yanked. */
    private Optional<String> yanked(JsonToken value) throws IOException {
        if (value == JsonToken.VALUE_TRUE) {
            return Optional.of("");
        }
        Optional<String> reason = value == JsonToken.VALUE_STRING ? Optional.of(json.getText()) : Optional.empty();
        json.skipChildren();
        return reason.filter(text -> !text.isEmpty());
    }

    /** The text fields of the object that has just begun, each name after {@code prefix}. */
    private Map<String, String> strings(String prefix) throws IOException {
        Map<String, String> values = new HashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            if (json.nextToken() == JsonToken.VALUE_STRING) {
                values.put(prefix + field, json.getText());
            } else {
                json.skipChildren();
            }
        }
        return values;
    }

    private static OptionalLong size(String text) {
        boolean sound = !text.isEmpty() && text.length() <= 18 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return sound ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }
}
