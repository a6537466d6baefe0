// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A table as a TOML reader gives it, read key by key, with the way to it for messages.
 *
 * @param file what is being read, such as {@code pylock.toml}
 * @param path the keys that lead here, such as {@code packages[3].wheels[0].}
 */
record TomlTable(String file, String path, Map<?, ?> values) {

    Optional<String> text(String key) {
        return value(key, String.class, "text");
    }

    String requiredText(String key) {
        return text(key).orElseThrow(() -> missing(key, "text"));
    }

    /** The value read by a parser, whose error names this key. */
    <T> Optional<T> parsed(String key, Function<String, T> parser) {
        return text(key).map(text -> parsed(key, text, parser));
    }

    <T> T required(String key, Function<String, T> parser) {
        return parsed(key, requiredText(key), parser);
    }

    <T> List<T> list(String key, Function<String, T> parser) {
        return items(key, (at, item) -> {
            if (item instanceof String text) {
                return parsed(at, text, parser);
            }
            throw wrong(at, item, "text");
        });
    }

    Optional<TomlTable> table(String key) {
        return value(key, Map.class, "a table").map(table -> new TomlTable(file, path + key + ".", table));
    }

    TomlTable requiredTable(String key) {
        return table(key).orElseThrow(() -> missing(key, "a table"));
    }

    List<TomlTable> tables(String key) {
        return items(key, (at, item) -> {
            if (item instanceof Map<?, ?> table) {
                return new TomlTable(file, path + at + ".", table);
            }
            throw wrong(at, item, "a table");
        });
    }

    List<TomlTable> requiredTables(String key) {
        if (!has(key)) {
            throw missing(key, "an array of tables");
        }
        return tables(key);
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    Optional<Boolean> flag(String key) {
        return value(key, Boolean.class, "true or false");
    }

    OptionalLong number(String key) {
        Optional<?> number = Optional.ofNullable(values.get(key));
        if (number.isEmpty()) {
            return OptionalLong.empty();
        }
        if (number.get() instanceof Long || number.get() instanceof Integer) {
            return OptionalLong.of(((Number) number.get()).longValue());
        }
        throw wrong(key, number.get(), "a whole number");
    }

    Optional<Instant> instant(String key) {
        return Optional.ofNullable(values.get(key)).map(value -> {
            if (value instanceof Instant instant) {
                return instant;
            }
            if (value instanceof OffsetDateTime time) {
                return time.toInstant();
            }
            throw wrong(key, value, "a date and time with its offset");
        });
    }

    /** A table of text to text. */
    SortedMap<String, String> texts() {
        SortedMap<String, String> texts = new TreeMap<>();
        values.forEach((key, value) -> {
            if (!(value instanceof String text)) {
                throw wrong(String.valueOf(key), value, "text");
            }
            texts.put(String.valueOf(key), text);
        });
        return Collections.unmodifiableSortedMap(texts);
    }

    /** What only the tool that wrote it reads. */
    Map<String, Object> opaque() {
        Map<String, Object> copy = new TreeMap<>();
        values.forEach((key, value) -> copy.put(String.valueOf(key), value));
        return Collections.unmodifiableMap(copy);
    }

    PackagingParseException wrong(String key, Object value, String expected) {
        return new PackagingParseException(kind(key), String.valueOf(value), 0, expected);
    }

    private PackagingParseException missing(String key, String expected) {
        return new PackagingParseException(kind(key), "", 0, expected + ", which is missing");
    }

    private <T> T parsed(String key, String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (PackagingParseException e) {
            throw new PackagingParseException(kind(key), text, e.position(), e.expected());
        }
    }

    private <T> Optional<T> value(String key, Class<T> type, String expected) {
        return Optional.ofNullable(values.get(key)).map(value -> {
            if (!type.isInstance(value)) {
                throw wrong(key, value, expected);
            }
            return type.cast(value);
        });
    }

    private <T> List<T> items(String key, BiFunction<String, Object, T> reader) {
        List<T> items = new ArrayList<>();
        for (Object item : value(key, List.class, "an array").orElse(List.of())) {
            items.add(reader.apply(key + "[" + items.size() + "]", item));
        }
        return List.copyOf(items);
    }

    private String kind(String key) {
        return "value of " + path + key + " in " + file;
    }
}
