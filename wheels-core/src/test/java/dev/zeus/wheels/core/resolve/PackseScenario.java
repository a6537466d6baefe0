// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.resolve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.zeus.wheels.python.WheelFilename;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.tomlj.Toml;

/**
 * A scenario in packse's format, TOML or JSON, put into our own words and asked of our resolver.
 *
 * <p>Its one environment is Linux on x86_64. Where it asks for a universal answer, macOS on ARM is a target as well:
 * each of our targets must have an answer of its own.
 */
final class PackseScenario {
    private static final List<String> UNIVERSAL = List.of("x86_64-linux 2.39", "aarch64-darwin 14.0");
    private static final String USUAL_PYTHON = "3.12";

    private final JsonNode scenario;

    private PackseScenario(JsonNode scenario) {
        this.scenario = scenario;
    }

    /** The scenario in a file; empty if it holds something else. */
    static Optional<PackseScenario> read(Path file) throws IOException {
        String text = Files.readString(file);
        JsonNode node = new JsonMapper()
                .readTree(file.toString().endsWith(".toml") ? Toml.parse(text).toJson() : text);
        return node.has("root") && node.has("expected") ? Optional.of(new PackseScenario(node)) : Optional.empty();
    }

    @Override
    public String toString() {
        return scenario.path("name").asText();
    }

    /** What the scenario expects, or what it expects without saying which versions. */
    String expected() {
        if (!scenario.path("expected").path("satisfiable").asBoolean()) {
            return "no answer";
        }
        SortedMap<String, String> versions = new TreeMap<>();
        scenario.path("expected")
                .path("packages")
                .properties()
                .forEach(each -> versions.put(each.getKey(), each.getValue().asText()));
        return versions.isEmpty() ? "an answer" : versions.toString();
    }

    /** What our resolver says in the same words. */
    String actual() {
        List<String> platforms =
                scenario.path("resolver_options").path("universal").asBoolean() ? UNIVERSAL : UNIVERSAL.subList(0, 1);
        List<String> answers = platforms.stream()
                .map(platform -> Scenario.parse("target " + python() + " " + platform + "\n" + words())
                        .answer())
                .toList();
        if (answers.stream().anyMatch(answer -> answer.startsWith("[wheels/"))) {
            return "no answer";
        }
        return expected().equals("an answer")
                ? "an answer"
                : versions(answers.get(0)).toString();
    }

    private static SortedMap<String, String> versions(String answer) {
        SortedMap<String, String> versions = new TreeMap<>();
        answer.lines()
                .filter(line -> !line.startsWith("[") && !line.startsWith(" "))
                .forEach(line -> {
                    WheelFilename file = WheelFilename.parse(line.split(" ", 2)[0]);
                    versions.put(file.name().value(), file.version().toString());
                });
        return versions;
    }

    /** Python's minor version: our targets are not made for one patch release. */
    private String python() {
        String asked = scenario.path("resolver_options")
                .path("python")
                .asText(scenario.path("environment").path("python").asText(USUAL_PYTHON));
        return asked.lines()
                .flatMap(version -> List.of(version.split("\\.", -1)).stream().limit(2))
                .collect(Collectors.joining("."));
    }

    private String words() {
        List<String> lines = new ArrayList<>();
        if (scenario.path("resolver_options").path("prereleases").asBoolean()) {
            lines.add("prereleases allow");
        }
        strings(scenario.path("root").path("requires")).forEach(requirement -> lines.add("root " + requirement));
        scenario.path("packages")
                .properties()
                .forEach(project -> project.getValue()
                        .path("versions")
                        .properties()
                        .forEach(version -> {
                            lines.add("package " + project.getKey() + " " + version.getKey());
                            lines.addAll(release(version.getValue()));
                        }));
        return String.join("\n", lines);
    }

    private static List<String> release(JsonNode release) {
        List<String> lines = new ArrayList<>();
        String python = release.path("requires_python").asText(">=" + USUAL_PYTHON);
        if (!python.isEmpty()) {
            lines.add("  python " + python);
        }
        strings(release.path("requires")).forEach(requirement -> lines.add("  requires " + requirement));
        release.path("extras").properties().forEach(extra -> {
            lines.add("  extra " + extra.getKey());
            strings(extra.getValue())
                    .forEach(requirement -> lines.add("  requires " + of(extra.getKey(), requirement)));
        });
        if (release.path("yanked").asBoolean()) {
            lines.add("  yanked");
        }
        if (!release.path("wheel").asBoolean(true)) {
            lines.add("  tags sdist");
        }
        strings(release.path("wheel_tags")).forEach(tags -> lines.add("  tags " + tags));
        return lines;
    }

    private static String of(String extra, String requirement) {
        int marker = requirement.indexOf(';');
        String condition = "extra == '" + extra + "'";
        return marker < 0
                ? requirement + "; " + condition
                : requirement.substring(0, marker) + "; (" + requirement.substring(marker + 1) + ") and " + condition;
    }

    private static List<String> strings(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
