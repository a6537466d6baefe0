// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of a file written like the head of an e-mail: METADATA and WHEEL.
 *
 * @param values the values of each field by its name in lower case, in order
 * @param body what follows the first empty line
 */
record HeaderFields(Map<String, List<String>> values, String body) {
    /** A description inside is long; nothing honest is longer than this. */
    static final int MAX_LENGTH = 32 * 1024 * 1024;

    static HeaderFields parse(String kind, String text) {
        if (text.length() > MAX_LENGTH) {
            throw new PackagingParseException(kind, "", MAX_LENGTH, "at most " + MAX_LENGTH + " characters");
        }
        Map<String, List<StringBuilder>> values = new LinkedHashMap<>();
        List<StringBuilder> last = List.of();
        int position = text.startsWith("\uFEFF") ? 1 : 0;
        while (position < text.length()) {
            int end = lineEnd(text, position);
            String line = text.substring(position, end);
            if (line.isEmpty()) {
                return new HeaderFields(finished(values), text.substring(next(text, end)));
            }
            if (line.charAt(0) == ' ' || line.charAt(0) == '\t') {
                // A value goes on where a line begins with space.
                if (last.isEmpty()) {
                    throw new PackagingParseException(kind, line, 0, "a field name");
                }
                last.get(last.size() - 1).append('\n').append(line);
            } else {
                int colon = line.indexOf(':');
                if (colon <= 0 || line.substring(0, colon).chars().anyMatch(c -> c <= ' ' || c > '~')) {
                    throw new PackagingParseException(kind, line, Math.max(colon, 0), "a field name and a colon");
                }
                last = values.computeIfAbsent(
                        line.substring(0, colon).toLowerCase(Locale.ROOT), name -> new ArrayList<>());
                last.add(new StringBuilder(line.substring(colon + 1).strip()));
            }
            position = next(text, end);
        }
        return new HeaderFields(finished(values), "");
    }

    private static Map<String, List<String>> finished(Map<String, List<StringBuilder>> values) {
        Map<String, List<String>> finished = new LinkedHashMap<>();
        values.forEach((name, all) ->
                finished.put(name, all.stream().map(StringBuilder::toString).toList()));
        return finished;
    }

    /** All values of a field, none where it is missing. */
    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** The first value of a field; empty where it is missing, empty or the old word for unknown. */
    Optional<String> first(String name) {
        return all(name).stream().findFirst().filter(value -> !value.isEmpty() && !value.equals("UNKNOWN"));
    }

    private static int lineEnd(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private static int next(String text, int end) {
        if (end >= text.length()) {
            return text.length();
        }
        return text.startsWith("\r\n", end) ? end + 2 : end + 1;
    }
}
