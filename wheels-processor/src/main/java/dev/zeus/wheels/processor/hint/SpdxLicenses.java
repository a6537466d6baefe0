package dev.zeus.wheels.processor.hint;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The identifiers of the SPDX licence list, with those that are deprecated.
 *
 * <p>{@code SpdxLicenses.find("mit")} is {@code MIT}. The list is a resource, read when it is first asked.
 */
public final class SpdxLicenses {
    private static final String LIST = "spdx-licenses.txt";
    private static final Map<String, Entry> BY_LOWER_CASE = read();

    private SpdxLicenses() {}

    /**
     * An identifier of the list.
     *
     * @param deprecated whether others should be written instead
     */
    public record Entry(String id, boolean deprecated) {}

    /** The entry of an identifier in any case. */
    public static Optional<Entry> find(String id) {
        return Optional.ofNullable(BY_LOWER_CASE.get(id.toLowerCase(Locale.ROOT)));
    }

    static Collection<Entry> all() {
        return BY_LOWER_CASE.values();
    }

    private static Map<String, Entry> read() {
        Map<String, Entry> entries = new TreeMap<>();
        try (InputStream list = SpdxLicenses.class.getResourceAsStream(LIST)) {
            if (list == null) {
                throw new IllegalStateException(LIST + " is missing beside " + SpdxLicenses.class);
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8));
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                boolean deprecated = line.endsWith("!");
                String id = deprecated ? line.substring(0, line.length() - 1) : line;
                entries.put(id.toLowerCase(Locale.ROOT), new Entry(id, deprecated));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }
}
