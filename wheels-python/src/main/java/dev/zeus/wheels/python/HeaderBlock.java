package dev.zeus.wheels.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The headers of an e-mail-like file, METADATA or WHEEL, by lower-case name; the body is left aside. */
final class HeaderBlock {
    private final Map<String, List<String>> values = new TreeMap<>();

    private HeaderBlock() {}

    static HeaderBlock parse(String text, int maximumLength) {
        if (text.length() > maximumLength) {
            throw new PackagingParseException(text, maximumLength, "at most " + maximumLength + " characters");
        }
        HeaderBlock block = new HeaderBlock();
        List<String> last = new ArrayList<>();
        int position = 0;
        while (position < text.length()) {
            int end = text.indexOf('\n', position);
            end = end < 0 ? text.length() : end;
            String line = text.substring(position, end);
            line = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
            if (line.isEmpty()) {
                break;
            }
            if (line.charAt(0) == ' ' || line.charAt(0) == '\t') {
                continueLast(last, line);
            } else {
                last = block.add(text, position, line);
            }
            position = end + 1;
        }
        return block;
    }

    private static void continueLast(List<String> last, String line) {
        if (!last.isEmpty()) {
            last.set(last.size() - 1, last.get(last.size() - 1) + "\n" + line.strip());
        }
    }

    private List<String> add(String text, int position, String line) {
        int colon = line.indexOf(':');
        if (colon <= 0) {
            throw new PackagingParseException(text, position, "a header \"Name: value\"");
        }
        List<String> list = values.computeIfAbsent(
                line.substring(0, colon).strip().toLowerCase(Locale.ROOT), name -> new ArrayList<>());
        list.add(line.substring(colon + 1).strip());
        return list;
    }

    List<String> all(String name) {
        return List.copyOf(values.getOrDefault(name, List.of()));
    }

    /** The first value that says anything. */
    Optional<String> first(String name) {
        return all(name).stream()
                .filter(value -> !value.isEmpty() && !value.equals("UNKNOWN"))
                .findFirst();
    }
}
