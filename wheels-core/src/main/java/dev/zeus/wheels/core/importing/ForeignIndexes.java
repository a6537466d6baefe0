// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.importing;

import dev.zeus.wheels.SourceFormat;
import dev.zeus.wheels.Sources;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The places that packages come from while a file is read, each with the name of its {@code @Source}. */
final class ForeignIndexes {
    /** A variable of pip's, which mostly stands for a password. */
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{[A-Z0-9_]+}");

    private static final String NO_ADDRESS =
            "only addresses of https become sources; declare a folder with SourceFormat.FLAT";

    /** What @Source(name) permits; the last four characters are for a number that tells names apart. */
    private static final int LONGEST_NAME = 40;

    private final Gathering gathering;
    private final Map<String, ForeignIndex> indexes = new LinkedHashMap<>();
    private String usual = Sources.PYPI;

    ForeignIndexes(Gathering gathering) {
        this.gathering = gathering;
    }

    List<ForeignIndex> all() {
        return List.copyOf(indexes.values());
    }

    String usual() {
        return usual;
    }

    void usual(String source) {
        usual = source;
    }

    /** The name of the source at an address, which is declared if it is new; empty if it cannot be a source. */
    Optional<String> of(Optional<String> wanted, String address, SourceFormat format, Place place) {
        String plain = VARIABLE.matcher(address).replaceAll("login");
        boolean login = !plain.equals(address);
        URI url;
        try {
            URI written = new URI(plain);
            if (written.getScheme() == null) {
                gathering.leave(place, address, NO_ADDRESS);
                return Optional.empty();
            }
            // A query is not part of an index: where one is written, it signs in.
            login |= written.getRawUserInfo() != null || written.getRawQuery() != null;
            url = new URI(
                    String.valueOf(written.getScheme()),
                    null,
                    written.getHost(),
                    written.getPort(),
                    written.getPath(),
                    null,
                    null);
        } catch (URISyntaxException e) {
            // Without its grammar, only a question mark tells where parameters begin.
            int query = address.indexOf('?');
            String shown = query < 0 ? address : address.substring(0, query) + "?…";
            gathering.leave(place, shown, "it is no address of an index");
            return Optional.empty();
        }
        boolean web = List.of("https", "http").contains(url.getScheme());
        if (!web || url.getHost() == null || url.getPath().contains("@")) {
            gathering.leave(place, address, NO_ADDRESS);
            return Optional.empty();
        }
        if (login) {
            gathering.leave(
                    place,
                    address,
                    "logins are not declared: give it to the server of the source's name in settings.xml");
        }
        String root = format == SourceFormat.SIMPLE && !url.toString().endsWith("/") ? url + "/" : url.toString();
        if (root.equals(Sources.PYPI_URL)) {
            return Optional.of(Sources.PYPI);
        }
        for (ForeignIndex known : indexes.values()) {
            if (known.url().equals(root)) {
                return Optional.of(known.name());
            }
        }
        String name = free(sourceName(wanted.orElse(url.getHost())));
        indexes.put(name, new ForeignIndex(name, root, format, login));
        return Optional.of(name);
    }

    private static String sourceName(String text) {
        String name =
                text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^[^a-z]+|-+$", "");
        name = name.substring(0, Math.min(name.length(), LONGEST_NAME - 4)).replaceAll("-+$", "");
        return name.isEmpty() ? "index" : name;
    }

    private String free(String name) {
        String free = name;
        for (int i = 2; indexes.containsKey(free) || free.equals(Sources.PYPI) || free.equals("custom"); i++) {
            free = name + "-" + i;
        }
        return free;
    }

    /** The source that a tool calls by a name of its own. */
    Optional<String> named(String name) {
        String declared = sourceName(name);
        return indexes.containsKey(declared) || declared.equals(Sources.PYPI)
                ? Optional.of(declared)
                : Optional.empty();
    }
}
