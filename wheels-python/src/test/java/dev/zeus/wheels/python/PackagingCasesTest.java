package dev.zeus.wheels.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Answers of Python's own {@code packaging}, one JSON object a line, from the folder {@code wheels.cases} (by default
 * {@code shared/cases/packaging} beside the checkout). Where that folder is missing, the sample that is checked in
 * answers.
 */
final class PackagingCasesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SAMPLE = Path.of("src/test/resources/packaging-cases");

    @Test
    void versions() throws IOException {
        check("versions.jsonl", line -> {
            Version version = Version.parse(line.get("input").asText());
            Map<String, Object> answer = new TreeMap<>();
            answer.put("normal", version.toString());
            answer.put("public", version.publicVersion().toString());
            answer.put("base", version.base().toString());
            answer.put("epoch", version.epoch().toString());
            answer.put("prerelease", version.isPrerelease());
            answer.put("postrelease", version.isPostrelease());
            answer.put("devrelease", version.isDevrelease());
            answer.put("local", version.local().orElse(null));
            return answer;
        });
    }

    @Test
    void versionOrder() throws IOException {
        check("version-order.jsonl", line -> {
            Version a = Version.parse(line.get("a").asText());
            Version b = Version.parse(line.get("b").asText());
            assertThat(a.equals(b)).isEqualTo(a.compareTo(b) == 0);
            assertThat(!a.equals(b) || a.hashCode() == b.hashCode()).isTrue();
            return Map.of("cmp", Integer.signum(a.compareTo(b)));
        });
    }

    @Test
    void specifiers() throws IOException {
        check("specifiers.jsonl", line -> {
            VersionSpecifiers specifiers =
                    VersionSpecifiers.parse(line.get("specifiers").asText());
            Version version = Version.parse(line.path("version").asText("0"));
            return Map.of(
                    "default", specifiers.contains(version, PreReleases.DEFAULT),
                    "prereleases", specifiers.contains(version, PreReleases.ALLOW),
                    "final", specifiers.contains(version, PreReleases.REFUSE));
        });
    }

    @Test
    void specifierFilters() throws IOException {
        check("specifier-filters.jsonl", line -> {
            VersionSpecifiers specifiers =
                    VersionSpecifiers.parse(line.get("specifiers").asText());
            Map<String, String> texts = new TreeMap<>();
            List<Version> versions = texts(line.get("versions")).stream()
                    .map(text -> {
                        Version version = Version.parse(text);
                        texts.put(version.toString(), text);
                        return version;
                    })
                    .toList();
            Function<PreReleases, List<String>> passing = mode -> specifiers.filter(versions, mode).stream()
                    .map(version -> texts.get(version.toString()))
                    .toList();
            return Map.of(
                    "default", passing.apply(PreReleases.DEFAULT),
                    "prereleases", passing.apply(PreReleases.ALLOW),
                    "final", passing.apply(PreReleases.REFUSE));
        });
    }

    @Test
    void markers() throws IOException {
        List<MarkerEnvironment> environments = new ArrayList<>();
        for (JsonNode node :
                JSON.readTree(folder().resolve("marker-environments.json").toFile())) {
            environments.add(MarkerEnvironment.of(JSON.convertValue(
                    node, JSON.getTypeFactory().constructMapType(Map.class, String.class, String.class))));
        }
        check("markers.jsonl", line -> {
            EnvironmentMarker marker =
                    EnvironmentMarker.parse(line.get("marker").asText());
            return Map.of(
                    "text", marker.toString(),
                    "answers",
                            environments.stream()
                                    .map(environment -> answer(marker, environment))
                                    .toList());
        });
    }

    private static Object answer(EnvironmentMarker marker, MarkerEnvironment environment) {
        try {
            return marker.evaluate(environment);
        } catch (UndefinedMarkerException e) {
            return e.reason() == UndefinedMarkerException.Reason.NAME
                    ? "UndefinedEnvironmentName"
                    : "UndefinedComparison";
        }
    }

    @Test
    void requirements() throws IOException {
        check("requirements.jsonl", line -> {
            Requirement requirement = Requirement.parse(line.get("input").asText());
            Map<String, Object> answer = new TreeMap<>();
            answer.put("marker", requirement.marker().map(Object::toString).orElse(null));
            answer.put("url", requirement.url().orElse(null));
            return answer;
        });
    }

    @Test
    void requirementNamesExtrasAndSpecifiers() throws IOException {
        check("requirements.jsonl", line -> {
            Requirement requirement = Requirement.parse(line.get("input").asText());
            return Map.of(
                    "name", requirement.name().value(),
                    "extras",
                            requirement.extras().stream().map(ExtraName::value).toList(),
                    "specifiers",
                            requirement.specifiers().specifiers().stream()
                                    .map(VersionSpecifier::toString)
                                    .distinct()
                                    .sorted()
                                    .toList());
        });
    }

    @Test
    void wheelFilenames() throws IOException {
        check("wheel-filenames.jsonl", line -> {
            WheelFilename filename = WheelFilename.parse(line.get("input").asText());
            return Map.of(
                    "name", filename.name().value(),
                    "version", filename.version().toString(),
                    "build",
                            filename.build()
                                    .map(build -> List.<Object>of(build.number(), build.rest()))
                                    .orElse(List.of()),
                    "tags", filename.tags().stream().map(Tag::toString).sorted().toList());
        });
    }

    @Test
    void names() throws IOException {
        check(
                "names.jsonl",
                line -> Map.of("normal", PackageName.normalize(line.get("input").asText())));
    }

    @Test
    void compatibleTags() throws IOException {
        check("compatible-tags.jsonl", line -> {
            String python = line.get("python").asText();
            boolean freeThreaded = python.endsWith("t");
            String[] numbers = python.replace("t", "").split("\\.");
            CompatibleTags tags = CompatibleTags.cpython(
                    Integer.parseInt(numbers[0]),
                    Integer.parseInt(numbers[1]),
                    freeThreaded,
                    platform(line.get("platform").asText()));
            return Map.of("tags", tags.tags().stream().map(Tag::toString).toList());
        });
    }

    /** Such as {@code x86_64-linux glibc 2.17} or {@code aarch64-darwin macos 14.0}. */
    private static TargetPlatform platform(String text) {
        String[] words = text.split(" ");
        String arch = words[0].substring(0, words[0].indexOf('-'));
        String[] floor = words[2].split("\\.");
        int major = Integer.parseInt(floor[0]);
        int minor = floor.length > 1 ? Integer.parseInt(floor[1]) : 0;
        return switch (words[1]) {
            case "glibc" -> new TargetPlatform.Manylinux(major, minor, arch);
            case "musl" -> new TargetPlatform.Musllinux(major, minor, arch);
            default -> new TargetPlatform.Macos(major, minor, arch.equals("aarch64") ? "arm64" : arch);
        };
    }

    /** Compares every answer given, and that exactly the invalid inputs are refused. */
    private static void check(String file, Function<JsonNode, Map<String, ?>> answer) throws IOException {
        Path path = folder().resolve(file);
        assumeTrue(Files.exists(path), () -> path + " is missing");
        List<String> differences = new ArrayList<>();
        for (String text : Files.readAllLines(path)) {
            JsonNode line = JSON.readTree(text);
            boolean valid = line.path("valid").asBoolean(true);
            try {
                answer.apply(line).forEach((key, value) -> {
                    boolean same = comparable(key, JSON.valueToTree(value)).equals(comparable(key, line.get(key)));
                    if (valid && !same) {
                        differences.add(key + ": " + value + " for " + text);
                    }
                });
                if (!valid) {
                    differences.add("accepted: " + text);
                }
            } catch (PackagingParseException e) {
                if (valid) {
                    differences.add(e.getMessage() + " for " + text);
                }
            }
        }
        assertThat(differences.stream().limit(20).collect(Collectors.joining("\n")))
                .as("%s: %s differences", file, differences.size())
                .isEmpty();
    }

    /** Names and extras are compared normalised, as our values hold them; sets in one order. */
    private static Object comparable(String key, @Nullable JsonNode node) {
        return switch (key) {
            case "name" -> PackageName.normalize(Objects.requireNonNull(node).asText());
            case "extras" ->
                texts(Objects.requireNonNull(node)).stream()
                        .map(PackageName::normalize)
                        .sorted()
                        .distinct()
                        .toList();
            case "specifiers" ->
                texts(Objects.requireNonNull(node)).stream().sorted().toList();
            default -> String.valueOf(node);
        };
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static Path folder() {
        Path shared = Path.of(System.getProperty("wheels.cases", "../../shared/cases/packaging"));
        return Files.isDirectory(shared) ? shared : SAMPLE;
    }
}
