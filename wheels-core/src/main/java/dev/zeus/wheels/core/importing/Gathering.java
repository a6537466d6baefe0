package dev.zeus.wheels.core.importing;

import dev.zeus.wheels.SourceFormat;
import dev.zeus.wheels.Sources;
import dev.zeus.wheels.core.text.AddressSecrets;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Requirement;
import dev.zeus.wheels.python.Version;
import dev.zeus.wheels.python.VersionSpecifiers;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** A {@link ForeignSet} while it is read. */
final class Gathering {
    /** Ten times what the largest known projects have. */
    private static final int MOST = 50_000;

    /** A variable of pip's, which mostly stands for a password. */
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{[A-Z0-9_]+}");

    private static final int LONGEST_NAME = 40;

    private final List<DirectRequirement> direct = new ArrayList<>();
    private final List<Requirement> constraints = new ArrayList<>();
    private final List<Requirement> overrides = new ArrayList<>();
    private final SortedMap<PackageName, SortedSet<Version>> locked = new TreeMap<>();
    private final Map<String, ForeignIndex> indexes = new LinkedHashMap<>();
    private final SortedSet<PackageName> built = new TreeSet<>();
    private final List<NotCarried> left = new ArrayList<>();
    private String usual = Sources.PYPI;
    private Optional<VersionSpecifiers> python = Optional.empty();
    private boolean prereleases;
    private int size;

    ForeignSet set() {
        return new ForeignSet(
                direct,
                constraints,
                overrides,
                locked,
                List.copyOf(indexes.values()),
                usual,
                python,
                built,
                prereleases,
                left);
    }

    private void count(Place place) {
        size++;
        if (size > MOST) {
            throw ImportProblems.malformed(place, "it has more than " + MOST + " entries");
        }
    }

    /** A package that is asked for; by an address, it comes from a source of that address. */
    void need(Requirement requirement, Optional<String> source, Place place) {
        count(place);
        Optional<String> url = requirement.url();
        if (url.isEmpty()) {
            direct.add(new DirectRequirement(requirement, source, place));
        } else if (url.get().startsWith("https://")) {
            index(Optional.of(requirement.name().value()), url.get(), SourceFormat.FLAT, place)
                    .ifPresent(name -> direct.add(new DirectRequirement(requirement, Optional.of(name), place)));
        } else {
            leave(
                    place,
                    requirement.toString(),
                    "it comes from a repository or a folder, and only wheels are declared; "
                            + "build a wheel of it, or declare a @CustomPackage");
        }
    }

    void constrain(Requirement requirement, Place place) {
        count(place);
        constraints.add(requirement);
    }

    void override(Requirement requirement, Place place) {
        count(place);
        overrides.add(requirement);
    }

    void lock(PackageName name, Version version, Place place) {
        count(place);
        locked.computeIfAbsent(name, key -> new TreeSet<>(Comparator.reverseOrder()))
                .add(version);
    }

    void build(PackageName name) {
        built.add(name);
    }

    void pythons(VersionSpecifiers specifiers) {
        python = Optional.of(specifiers);
    }

    void prereleases() {
        prereleases = true;
    }

    void leave(Place place, String what, String why) {
        count(place);
        left.add(new NotCarried(place, AddressSecrets.without(what), why));
    }

    /** Where packages come from that nothing else is said of. */
    void usual(String source) {
        usual = source;
    }

    /** The name of the source at an address, which is declared where it is none yet; empty where it cannot be one. */
    Optional<String> index(Optional<String> wanted, String address, SourceFormat format, Place place) {
        String plain = VARIABLE.matcher(address).replaceAll("login");
        boolean login = !plain.equals(address);
        URI url;
        try {
            URI written = new URI(plain);
            login |= written.getRawUserInfo() != null;
            url = new URI(
                    String.valueOf(written.getScheme()),
                    null,
                    written.getHost(),
                    written.getPort(),
                    written.getPath(),
                    null,
                    null);
        } catch (URISyntaxException e) {
            leave(place, address, "it is no address of an index");
            return Optional.empty();
        }
        boolean web = List.of("https", "http").contains(url.getScheme());
        if (!web || url.getHost() == null || url.getPath().contains("@")) {
            leave(place, address, "only addresses of https become sources; declare a folder with SourceFormat.FLAT");
            return Optional.empty();
        }
        if (login) {
            leave(
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
    Optional<String> source(String name) {
        String declared = sourceName(name);
        return indexes.containsKey(declared) ? Optional.of(declared) : Optional.empty();
    }
}
