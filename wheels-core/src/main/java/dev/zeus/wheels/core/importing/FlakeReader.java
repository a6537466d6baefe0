// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.importing;

import dev.zeus.wheels.Platform;
import dev.zeus.wheels.SourceFormat;
import dev.zeus.wheels.Sources;
import dev.zeus.wheels.core.lock.TargetMarkers;
import dev.zeus.wheels.nix.NixData;
import dev.zeus.wheels.nix.NixData.Definition;
import dev.zeus.wheels.nix.NixFunction;
import dev.zeus.wheels.nix.NixSyntax;
import dev.zeus.wheels.python.EnvironmentMarker;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Requirement;
import dev.zeus.wheels.python.Version;
import dev.zeus.wheels.python.VersionSpecifiers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads a flake of wheels that was kept by hand: {@code wheels.packages}, {@code wheels.customPackages} and
 * {@code wheels.sources}.
 *
 * <p>Nothing of it is evaluated, since that would run it and fetch its inputs; what does not stand there is listed.
 */
final class FlakeReader {
    private static final Pattern PYTHON = Pattern.compile("3\\.?([0-9]{1,2})");

    private final ForeignText file;
    private final Gathering gathering;
    private final Map<String, String> sources = new LinkedHashMap<>();

    private FlakeReader(ForeignText file, Gathering gathering) {
        this.file = file;
        this.gathering = gathering;
    }

    /** The definitions below one name, by what follows on it. */
    private record Entry(Map<String, Definition> members, int line) {}

    static void read(ForeignText file, Gathering gathering) {
        if (file.text().length() > NixSyntax.MAX_LENGTH) {
            throw ImportProblems.malformed(file.at(1), "a Nix text of more than 1 MiB");
        }
        List<Definition> definitions;
        try {
            definitions = NixData.definitions(file.text(), "wheels");
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            int line = Integer.parseInt(message.substring(0, message.indexOf(':')));
            throw ImportProblems.malformed(file.at(line), message.replaceFirst("^[0-9]+:[0-9]+: ", "no Nix: "));
        }
        FlakeReader reader = new FlakeReader(file, gathering);
        reader.entries(definitions, "sources").forEach(reader::source);
        reader.entries(definitions, "packages").forEach(reader::wheel);
        reader.entries(definitions, "customPackages").forEach(reader::custom);
    }

    private Map<String, Entry> entries(List<Definition> definitions, String kind) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (Definition definition : definitions) {
            List<String> path = definition.path();
            if (path.size() < 2 || !path.get(1).equals(kind)) {
                continue;
            }
            boolean empty = definition.value() instanceof NixData.Attributes;
            if (empty && path.size() <= 3) {
                path.stream()
                        .skip(2)
                        .forEach(
                                name -> entries.putIfAbsent(name, new Entry(new LinkedHashMap<>(), definition.line())));
                continue;
            }
            if (path.size() != 4) {
                leave(definition.line(), String.join(".", path), "it is computed, and nothing here is evaluated");
                continue;
            }
            Entry entry =
                    entries.computeIfAbsent(path.get(2), name -> new Entry(new LinkedHashMap<>(), definition.line()));
            if (entry.members().put(path.get(3), definition) != null) {
                throw ImportProblems.malformed(
                        file.at(definition.line()), "\"" + String.join(".", path) + "\" is defined twice");
            }
        }
        return entries;
    }

    private void leave(int line, String what, String why) {
        gathering.leave(file.at(line), what, why);
    }

    private void source(String name, Entry entry) {
        for (String key : List.of("url", "index_url", "indexUrl")) {
            text(entry, key)
                    .flatMap(url -> gathering.index(Optional.of(name), url, SourceFormat.SIMPLE, file.at(entry.line())))
                    .ifPresent(declared -> sources.put(name, declared));
        }
        rest(entry, name, List.of("url", "index_url", "indexUrl"));
    }

    private void wheel(String attribute, Entry entry) {
        Place place = file.at(entry.line());
        PackageName name = ForeignTable.parse(attribute, PackageName::parse, place);
        Optional<String> source = text(entry, "source").flatMap(word -> {
            Optional<String> declared =
                    word.equals(Sources.PYPI) ? Optional.of(word) : Optional.ofNullable(sources.get(word));
            if (declared.isEmpty()) {
                gathering.leave(
                        place, attribute + " from " + word, "nothing says where that is; declare @Source(name, url)");
            }
            return declared;
        });
        Optional<String> onIndex = text(entry, "wheel_name")
                .filter(text ->
                        !ForeignTable.parse(text, PackageName::parse, place).equals(name));
        onIndex.ifPresent(text -> gathering.wheelName(name, text));
        PackageName project = onIndex.map(PackageName::parse).orElse(name);
        text(entry, "version")
                .map(text -> ForeignTable.parse(text, Version::parse, place))
                .ifPresent(version -> gathering.lock(LockedNode.pinned(project, version, Optional.empty(), place)));
        gathering.need(
                new Requirement(
                        name, new TreeSet<>(), VersionSpecifiers.ANY, Optional.empty(), where(attribute, entry)),
                source,
                place);
        // What is tested follows from the package.
        rest(entry, attribute, List.of("source", "platforms", "wheel_name", "version", "tests"));
    }

    /** The marker of the platforms that an entry names; none where it is for all. */
    private Optional<EnvironmentMarker> where(String attribute, Entry entry) {
        List<String> markers = new ArrayList<>();
        for (String word : texts(entry, "platforms")) {
            Optional<Platform> platform = Arrays.stream(Platform.values())
                    .filter(each -> each != Platform.UNIVERSAL && each.system().equals(word))
                    .findFirst();
            if (platform.isPresent()) {
                gathering.isFor(platform.get());
                markers.add("(" + TargetMarkers.of(platform.get()) + ")");
            } else if (!word.equals("universal")) {
                leave(entry.line(), attribute + " on " + word, "there are no wheels for that platform");
            }
        }
        return markers.isEmpty() || texts(entry, "platforms").contains("universal")
                ? Optional.empty()
                : Optional.of(EnvironmentMarker.parse(String.join(" or ", markers)));
    }

    private void custom(String attribute, Entry entry) {
        Place place = file.at(entry.line());
        Optional<String> definition = Optional.ofNullable(entry.members().get("definition"))
                .map(Definition::value)
                .filter(NixData.Computed.class::isInstance)
                .map(value -> ((NixData.Computed) value).expression());
        if (definition.isEmpty() || NixSyntax.function(definition.get()).isEmpty()) {
            gathering.leave(place, attribute, "its definition is no function that stands here");
            return;
        }
        List<String> pythons = texts(entry, "pythonVersions").stream()
                .map(PYTHON::matcher)
                .filter(Matcher::matches)
                .map(matcher -> "3." + matcher.group(1))
                .collect(Collectors.toCollection(ArrayList::new));
        gathering.custom(new ForeignCustom(
                ForeignTable.parse(attribute, PackageName::parse, place),
                called(definition.get()),
                text(entry, "description"),
                pythons,
                place));
        rest(entry, attribute, List.of("definition", "pythonVersions", "description", "tests"));
    }

    /**
     * The definition as a function that the Python set calls: what the flake handed in as {@code python3Packages} is
     * that set, and not the one of the default Python.
     */
    private static String called(String definition) {
        NixFunction function = NixSyntax.function(definition).orElseThrow();
        boolean ofSet =
                function.formals().stream().anyMatch(formal -> formal.name().equals("python3Packages"));
        if (!ofSet) {
            return definition;
        }
        String others = function.formals().stream()
                .map(formal -> formal.name())
                .filter(name -> !name.equals("python3Packages"))
                .collect(Collectors.joining(" "));
        return "{ " + (others.isEmpty() ? "" : others.replace(" ", ", ") + ", ") + "python }:\n("
                + definition + ")\n{\n"
                + (others.isEmpty() ? "" : "  inherit " + others + ";\n")
                + "  python3Packages = python.pkgs;\n}";
    }

    private void rest(Entry entry, String name, List<String> known) {
        entry.members().forEach((key, definition) -> {
            if (!known.contains(key)) {
                leave(definition.line(), name + "." + key, "nothing is known of it");
            }
        });
    }

    private Optional<String> text(Entry entry, String key) {
        Optional<Definition> definition = Optional.ofNullable(entry.members().get(key));
        Optional<String> text = definition
                .map(Definition::value)
                .filter(NixData.Text.class::isInstance)
                .map(value -> ((NixData.Text) value).value());
        if (definition.isPresent() && text.isEmpty()) {
            leave(definition.get().line(), String.join(".", definition.get().path()), "it is no plain text");
        }
        return text;
    }

    private List<String> texts(Entry entry, String key) {
        Optional<Definition> definition = Optional.ofNullable(entry.members().get(key));
        if (definition.isEmpty()) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        boolean plain = definition.get().value() instanceof NixData.Items;
        if (definition.get().value() instanceof NixData.Items items) {
            for (NixData item : items.values()) {
                if (item instanceof NixData.Text text) {
                    texts.add(text.value());
                } else {
                    plain = false;
                }
            }
        }
        if (!plain) {
            leave(definition.get().line(), String.join(".", definition.get().path()), "it is no list of plain texts");
        }
        return texts;
    }
}
