// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One mistake as a file shows it: the wrong sources, what is said, and the sources put right.
 *
 * <p>Sections begin with {@code --- wrong: FILE}, {@code --- says}, {@code --- fixed: FILE} or {@code --- generated:
 * FILE}, which another processor writes, or {@code --- lock}, and {@code --- relocked} or {@code --- file: PATH}, a
 * file of the module, where that is what puts it right, or {@code --- present: PATH}, a file that is there before. A
 * comment that ends in {@code ^} points at the place in the line above it, one that ends in {@code v} at that below it.
 */
record MistakeExample(
        String name,
        Map<String, String> wrong,
        String says,
        Map<String, String> fixed,
        Map<String, String> generated,
        String lock,
        String relocked,
        Map<String, String> present,
        Map<String, String> files) {
    private static final String IMPORTS = """
            import dev.zeus.wheels.*;
            import static dev.zeus.wheels.PackageTest.*;
            import static dev.zeus.wheels.Platform.*;
            """;

    private static final String SET = """
            @WheelSet(
                    pythons = {"3.12", "3.13"},
                    targets = {
                        @On(value = X86_64_LINUX, glibc = "2.39"),
                        @On(value = AARCH64_LINUX, glibc = "2.39"),
                        @On(value = AARCH64_DARWIN, macos = "14.0")
                    })
            """;

    /** Sources by themselves, without the messages about them. */
    static MistakeExample of(String name, Map<String, String> sources) {
        return new MistakeExample(name, sources, "", Map.of(), Map.of(), "", "", Map.of(), Map.of());
    }

    static Stream<MistakeExample> all() {
        try {
            URL directory = Objects.requireNonNull(MistakeExample.class.getResource("/mistakes"));
            try (Stream<Path> files = Files.list(Path.of(directory.toURI()))) {
                return files.sorted().map(MistakeExample::read).toList().stream();
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MistakeExample read(Path file) {
        Map<String, Map<String, String>> sections = new LinkedHashMap<>();
        try {
            for (String section : Files.readString(file).split("(?m)^--- ", -1)) {
                if (!section.isEmpty()) {
                    int end = section.indexOf('\n');
                    String[] title = section.substring(0, end).split(": ", -1);
                    sections.computeIfAbsent(title[0], kind -> new LinkedHashMap<>())
                            .put(title.length > 1 ? title[1] : "", section.substring(end + 1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String name = file.getFileName().toString().replace(".txt", "");
        String lock = sections.getOrDefault("lock", Map.of()).getOrDefault("", "");
        return new MistakeExample(
                name,
                sections.getOrDefault("wrong", Map.of()),
                sections.getOrDefault("says", Map.of()).getOrDefault("", "").stripTrailing(),
                sections.getOrDefault("fixed", Map.of()),
                sections.getOrDefault("generated", Map.of()),
                lock,
                sections.getOrDefault("relocked", Map.of()).getOrDefault("", lock),
                sections.getOrDefault("present", Map.of()),
                files(sections));
    }

    private static Map<String, String> files(Map<String, Map<String, String>> sections) {
        Map<String, String> files = new LinkedHashMap<>(sections.getOrDefault("present", Map.of()));
        files.putAll(sections.getOrDefault("file", Map.of()));
        return files;
    }

    String code() {
        return name.substring(0, 4);
    }

    /** What is said, with where the {@code ^} of each is; of several the messages have an empty line between them. */
    List<Told> told() {
        List<Place> places = places();
        List<String> messages = List.of(says.split("\n\n"));
        if (places.size() != messages.size()) {
            throw new IllegalStateException(
                    name + " points at " + places.size() + " places, and has " + messages.size() + " messages");
        }
        return IntStream.range(0, places.size())
                .mapToObj(i -> new Told(places.get(i), messages.get(i)))
                .toList();
    }

    private List<Place> places() {
        Map<String, String> shown = new LinkedHashMap<>(wrong);
        shown.putAll(generated);
        List<Place> places = new ArrayList<>();
        shown.forEach((file, text) -> {
            List<String> lines = whole(file, text).lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i);
                boolean below = line.endsWith("v");
                if (line.strip().startsWith("//") && (below || line.endsWith("^"))) {
                    places.add(new Place(file, below ? i + 2 : i, line.length(), lines));
                }
            }
        });
        return places;
    }

    /** One message with its place. */
    record Told(Place place, String message) {
        /** The member that the message names at the value's place, such as {@code url} of {@code sources[0].url}. */
        String member() {
            int end = message.indexOf(": ");
            String path = message.substring(message.indexOf("] ") + 2, Math.max(end, 0));
            String last = path.substring(path.lastIndexOf('.') + 1);
            return last.contains("[") ? last.substring(0, last.indexOf('[')) : last;
        }
    }

    /** File, line and column, with the file's lines. */
    record Place(String file, int line, int column, List<String> lines) {
        @Override
        public String toString() {
            return file + ":" + line + ":" + column;
        }
    }

    /** What stands in each file, the usual wheel set with them; where nothing else is said, something is declared. */
    static Map<String, String> withSet(Map<String, String> files) {
        Map<String, String> all = new LinkedHashMap<>(files);
        if (all.keySet().equals(Set.of("package-info.java"))) {
            all.put("Idna.java", "@Wheel interface Idna {}");
        }
        all.putIfAbsent("package-info.java", SET);
        all.values().removeIf(String::isBlank);
        all.replaceAll(MistakeExample::whole);
        return all;
    }

    /** What another processor writes: texts by the full names of their classes. */
    Map<String, String> late() {
        Map<String, String> late = new LinkedHashMap<>();
        generated.forEach((file, text) -> late.put(className(file), whole(file, text)));
        return late;
    }

    private static String className(String file) {
        return "com.acme.python." + file.replace(".java", "");
    }

    static String whole(String file, String text) {
        if (text.startsWith("package ") || text.contains("\npackage ")) {
            return text;
        }
        return file.equals("package-info.java")
                ? text + "package com.acme.python;\n\n" + IMPORTS
                : "package com.acme.python;\n\n" + IMPORTS + "\n" + text;
    }

    @Override
    public String toString() {
        return name;
    }
}
