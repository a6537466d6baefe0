// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

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
 * The identifiers of the SPDX licence list, with those that are deprecated and those that are free.
 *
 * <p>{@code SpdxLicenses.find("mit")} is {@code MIT}. The list is a resource, read when it is first asked.
 *
 * <p>Standard: the <a href="https://spdx.org/licenses/">SPDX licence list</a>.
 */
public final class SpdxLicenses {
    private static final String LIST = "spdx-licenses.txt";
    private static final Map<String, Entry> BY_LOWER_CASE = read();

    private SpdxLicenses() {}

    /**
     * An identifier of the list.
     *
     * @param id as the list writes it
     * @param deprecated whether others should be written instead
     * @param free whether it is a free licence: one that the Open Source Initiative has approved or that is libre by
     *     the Free Software Foundation, or one that neither has judged and distributions of free software have among
     *     theirs
     */
    public record Entry(String id, boolean deprecated, boolean free) {
        private static Entry parse(String line) {
            String[] words = line.split(" ", 2);
            String flags = words.length == 2 ? words[1] : "";
            return new Entry(
                    words[0],
                    flags.contains("d"),
                    flags.chars().anyMatch(flag -> flag == 'o' || flag == 'f' || flag == 'n'));
        }
    }

    /**
     * {@return the entry of an identifier in any case}
     *
     * @param id the identifier, such as {@code apache-2.0}
     */
    public static Optional<Entry> find(String id) {
        return Optional.ofNullable(BY_LOWER_CASE.get(id.toLowerCase(Locale.ROOT)));
    }

    /** {@return every entry} */
    public static Collection<Entry> all() {
        return BY_LOWER_CASE.values();
    }

    private static Map<String, Entry> read() {
        Map<String, Entry> entries = new TreeMap<>();
        try (InputStream list = SpdxLicenses.class.getResourceAsStream(LIST)) {
            if (list == null) {
                throw new IllegalStateException(LIST + " is missing beside " + SpdxLicenses.class);
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8));
            lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Entry::parse)
                    .forEach(entry -> entries.put(entry.id().toLowerCase(Locale.ROOT), entry));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }
}
