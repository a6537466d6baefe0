// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.http;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The header fields of an answer, by lower-case name; repeated fields are joined by a comma.
 *
 * @param values the fields
 */
public record HttpFields(SortedMap<String, String> values) {
    /** No fields. */
    public static final HttpFields NONE = new HttpFields(new TreeMap<>());

    public HttpFields {
        SortedMap<String, String> lower = new TreeMap<>();
        for (Map.Entry<String, String> field : values.entrySet()) {
            lower.put(field.getKey().toLowerCase(Locale.ROOT), field.getValue());
        }
        values = Collections.unmodifiableSortedMap(lower);
    }

    /** The value of a field, by its lower-case name. */
    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The media type of {@code Content-Type} in lower case without parameters; empty if there is none. */
    public String mediaType() {
        String value = get("content-type").orElse("");
        int semicolon = value.indexOf(';');
        return (semicolon < 0 ? value : value.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        // A value may be a cookie or an address that signs itself in.
        return "HttpFields" + values.keySet();
    }
}
