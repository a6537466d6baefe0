// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.nixpkgs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zeus.wheels.core.disk.PlainFile;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.text.JsonFault;
import dev.zeus.wheels.core.text.Valid;
import dev.zeus.wheels.core.wheel.Sha256;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Version;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The versions of the Python packages in one nixpkgs, for each target: {@code nixpkgs-snapshot.json}.
 *
 * <p>Example: <code>{"attrs": "25.1.0", "numpy": {"2.3.1": ["cp311-x86_64-linux"], "2.4.0": ["cp312-x86_64-linux"]}}
 * </code> says that every target has one {@code attrs}.
 *
 * @param release what nixpkgs calls itself, such as {@code 26.05.20260614.de42d44}
 * @param targets the ids of the targets that were asked about
 * @param versions for each package the targets of each version
 */
public record NixpkgsSnapshot(
        String release,
        SortedSet<String> targets,
        SortedMap<PackageName, SortedMap<String, SortedSet<String>>> versions) {
    /** The file's usual name, beside a project's {@code pom.xml}. */
    public static final String FILE = "nixpkgs-snapshot.json";

    /** How the text of such a file begins. */
    public static final Pattern BEGIN = Pattern.compile("\\{\\s*\"schema\"\\s*:\\s*[0-9]+,\\s*\"release\"\\s*:");

    /** Much more than the versions of all packages for all targets take. */
    private static final int LARGEST = 64 << 20;

    private static final int SCHEMA = 1;
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** The snapshot of the versions that each target has, by package name. */
    static NixpkgsSnapshot of(String release, Map<String, Map<PackageName, String>> byTarget) {
        SortedMap<PackageName, SortedMap<String, SortedSet<String>>> versions = new TreeMap<>();
        byTarget.forEach((target, packages) ->
                packages.forEach((name, version) -> versions.computeIfAbsent(name, n -> new TreeMap<>())
                        .computeIfAbsent(version, v -> new TreeSet<>())
                        .add(target)));
        return new NixpkgsSnapshot(release, new TreeSet<>(byTarget.keySet()), versions);
    }

    /** The version that a target has; empty where it has none, or one that is not a Python version. */
    public Optional<Version> version(PackageName name, String target) {
        return versions.getOrDefault(name, new TreeMap<>()).entrySet().stream()
                .filter(version -> version.getValue().contains(target))
                .findFirst()
                .flatMap(version -> Valid.of(version.getKey(), Version::parse));
    }

    /** The digest of all of it, {@code sha256:} and 64 hexadecimal digits. */
    public String digest() {
        return "sha256:" + Sha256.of(toJson());
    }

    /** The text of the file, one package a line. */
    public String toJson() {
        List<String> lines = new ArrayList<>();
        versions.forEach((name, found) -> lines.add("    " + quoted(name.value()) + ": " + shown(found)));
        return "{\n  \"schema\": " + SCHEMA + ",\n  \"release\": " + quoted(release) + ",\n  \"targets\": "
                + array(targets) + ",\n  \"versions\": {\n" + String.join(",\n", lines) + "\n  }\n}\n";
    }

    private String shown(SortedMap<String, SortedSet<String>> found) {
        if (found.size() == 1 && found.containsValue(targets)) {
            return quoted(found.firstKey());
        }
        List<String> entries = new ArrayList<>();
        found.forEach((version, where) -> entries.add(quoted(version) + ": " + array(where)));
        return "{" + String.join(", ", entries) + "}";
    }

    private static String array(Collection<String> texts) {
        return "["
                + String.join(", ", texts.stream().map(NixpkgsSnapshot::quoted).toList()) + "]";
    }

    private static String quoted(String text) {
        try {
            return JSON.writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /**
     * Reads the file.
     *
     * @throws WheelsException L301 if it is not a snapshot, or cannot be read
     */
    public static NixpkgsSnapshot read(Path file) {
        String named = "wheels.snapshotFile is \"" + file + "\", which cannot be read: ";
        try {
            return parse(PlainFile.readString(file, LARGEST), named);
        } catch (IOException e) {
            throw unreadable(named + PlainFile.reason(e));
        }
    }

    /**
     * Reads the text of the file.
     *
     * @throws WheelsException L301 if it is not a snapshot
     */
    public static NixpkgsSnapshot parse(String json) {
        return parse(json, "the snapshot of nixpkgs cannot be read: ");
    }

    private static NixpkgsSnapshot parse(String json, String named) {
        try {
            JsonNode root = JSON.readTree(json);
            if (root == null
                    || root.path("schema").asInt() != SCHEMA
                    || !root.path("versions").isObject()) {
                throw unreadable(named + "expected \"schema\": " + SCHEMA + " and \"versions\"");
            }
            SortedSet<String> targets = texts(root.path("targets"));
            SortedMap<PackageName, SortedMap<String, SortedSet<String>>> versions = new TreeMap<>();
            root.path("versions").properties().forEach(entry -> {
                SortedMap<String, SortedSet<String>> found = new TreeMap<>();
                if (entry.getValue().isTextual()) {
                    found.put(entry.getValue().asText(), targets);
                }
                entry.getValue().properties().forEach(each -> found.put(each.getKey(), texts(each.getValue())));
                versions.put(PackageName.parse(entry.getKey()), found);
            });
            return new NixpkgsSnapshot(root.path("release").asText(), targets, versions);
        } catch (JsonProcessingException e) {
            throw unreadable(named + JsonFault.of(e));
        } catch (IllegalArgumentException e) {
            throw unreadable(named + e.getMessage());
        }
    }

    private static SortedSet<String> texts(JsonNode array) {
        SortedSet<String> texts = new TreeSet<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    private static WheelsException unreadable(String what) {
        return new WheelsException(
                SnapshotProblem.BAD_SNAPSHOT,
                what,
                "name the file that mvn wheels:snapshot writes, or rewrite it with: mvn wheels:snapshot");
    }
}
