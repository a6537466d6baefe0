// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The answers of Python's own {@code packaging}, case by case. */
class PackagingCasesTest {
    private static final String INVALID = "invalid";

    @ParameterizedTest
    @EnumSource(CaseFiles.class)
    void versions(CaseFiles files) {
        files.check(
                "versions.jsonl",
                ifValid(PackagingCasesTest::withoutInput),
                c -> orInvalid(() -> {
                    Version version = Version.parse(c.get("input").asText());
                    Map<String, Object> parts = new TreeMap<>();
                    parts.put("base", version.base().toString());
                    parts.put("devrelease", version.isDevrelease());
                    parts.put("epoch", version.epoch().toString());
                    parts.put("local", version.local().orElse("null"));
                    parts.put("normal", version.toString());
                    parts.put("postrelease", version.isPostrelease());
                    parts.put("prerelease", version.isPrerelease());
                    parts.put("public", version.publicVersion().toString());
                    return parts.toString();
                }));
    }

    @ParameterizedTest
    @EnumSource(CaseFiles.class)
    void versionOrder(CaseFiles files) {
        files.check(
                "version-order.jsonl",
                c -> List.of(c.get("cmp").asInt(), c.get("cmp").asInt() == 0),
                c -> {
                    Version a = Version.parse(c.get("a").asText());
                    Version b = Version.parse(c.get("b").asText());
                    boolean equal = a.equals(b) && a.hashCode() == b.hashCode();
                    return List.of(Integer.signum(a.compareTo(b)), equal);
                });
    }

    @ParameterizedTest
    @EnumSource(CaseFiles.class)
    void specifiers(CaseFiles files) {
        files.check(
                "specifiers.jsonl",
                ifValid(c -> List.of(
                        c.get("default").asBoolean(),
                        c.get("prereleases").asBoolean(),
                        c.get("final").asBoolean())),
                c -> orInvalid(() -> {
                    VersionSpecifiers specifiers =
                            VersionSpecifiers.parse(c.get("specifiers").asText());
                    Version version = Version.parse(c.get("version").asText());
                    return List.of(
                            specifiers.contains(version, PreReleases.DEFAULT),
                            specifiers.contains(version, PreReleases.ALLOW),
                            specifiers.contains(version, PreReleases.REFUSE));
                }));
    }

    @ParameterizedTest
    @EnumSource(CaseFiles.class)
    void specifierFilters(CaseFiles files) {
        files.check(
                "specifier-filters.jsonl",
                c -> List.of(texts(c.get("default")), texts(c.get("prereleases")), texts(c.get("final"))),
                c -> {
                    VersionSpecifiers specifiers =
                            VersionSpecifiers.parse(c.get("specifiers").asText());
                    List<Version> versions = texts(c.get("versions")).stream()
                            .map(Version::parse)
                            .toList();
                    return List.of(
                            strings(specifiers.filter(versions, PreReleases.DEFAULT)),
                            strings(specifiers.filter(versions, PreReleases.ALLOW)),
                            strings(specifiers.filter(versions, PreReleases.REFUSE)));
                });
    }

    @ParameterizedTest
    @EnumSource(CaseFiles.class)
    void markers(CaseFiles files) {
        List<MarkerEnvironment> environments = new ArrayList<>();
        files.json("marker-environments.json").forEach(node -> {
            TreeMap<String, String> values = new TreeMap<>();
            node.properties()
                    .forEach(
                            field -> values.put(field.getKey(), field.getValue().asText()));
            environments.add(new MarkerEnvironment(values));
        });
        files.check(
                "markers.jsonl",
                ifValid(c -> c.get("text").asText() + texts(c.get("answers"))),
                c -> orInvalid(() -> {
                    EnvironmentMarker marker =
                            EnvironmentMarker.parse(c.get("marker").asText());
                    List<String> answers = environments.stream()
                            .map(environment -> answer(marker, environment))
                            .toList();
                    return marker.toString() + answers;
                }));
    }

    @ParameterizedTest
    @EnumSource(CaseFiles.class)
    void requirements(CaseFiles files) {
        files.check(
                "requirements.jsonl",
                ifValid(c -> List.of(
                        PackageName.normalize(c.get("name").asText()).toString(),
                        texts(c.get("extras")).stream()
                                .map(ExtraName::normalize)
                                .collect(Collectors.toCollection(TreeSet::new))
                                .toString(),
                        texts(c.get("specifiers")),
                        c.get("url").asText(),
                        c.get("marker").asText())),
                c -> orInvalid(() -> {
                    Requirement requirement = Requirement.parse(c.get("input").asText());
                    return List.of(
                            requirement.name().toString(),
                            requirement.extras().toString(),
                            strings(requirement.specifiers().specifiers()),
                            requirement.url().orElse("null"),
                            requirement
                                    .marker()
                                    .map(EnvironmentMarker::toString)
                                    .orElse("null"));
                }));
    }

    @ParameterizedTest
    @EnumSource(CaseFiles.class)
    void wheelFilenames(CaseFiles files) {
        files.check(
                "wheel-filenames.jsonl",
                ifValid(c -> List.of(
                        c.get("name").asText(),
                        Version.parse(c.get("version").asText()).toString(),
                        texts(c.get("build")),
                        Set.copyOf(texts(c.get("tags"))))),
                c -> orInvalid(() -> {
                    WheelFilename file = WheelFilename.parse(c.get("input").asText());
                    return List.of(
                            file.name().toString(),
                            file.version().toString(),
                            file.build()
                                    .map(build -> List.of(build.number().toString(), build.suffix()))
                                    .orElse(List.of()),
                            file.tags().stream().map(Tag::toString).collect(Collectors.toSet()));
                }));
    }

    @ParameterizedTest
    @EnumSource(CaseFiles.class)
    void names(CaseFiles files) {
        files.check(
                "names.jsonl",
                c -> c.get("normal").asText(),
                c -> PackageName.normalize(c.get("input").asText()).value());
    }

    @ParameterizedTest
    @EnumSource(CaseFiles.class)
    void compatibleTags(CaseFiles files) {
        files.check("compatible-tags.jsonl", c -> texts(c.get("tags")), c -> {
            String[] python = c.get("python").asText().replace("t", "").split("\\.", -1);
            boolean freeThreaded = c.get("python").asText().endsWith("t");
            return strings(CompatibleTags.cpython(
                            Integer.parseInt(python[0]),
                            Integer.parseInt(python[1]),
                            freeThreaded,
                            platform(c.get("platform").asText()))
                    .tags());
        });
    }

    private static TargetPlatform platform(String text) {
        String[] words = text.split(" ", -1);
        String[] version = words[2].split("\\.", -1);
        int major = Integer.parseInt(version[0]);
        int minor = Integer.parseInt(version[1]);
        String arch = words[0].substring(0, words[0].indexOf('-'));
        return switch (words[1]) {
            case "glibc" -> new TargetPlatform.Manylinux(major, minor, arch);
            case "musl" -> new TargetPlatform.Musllinux(major, minor, arch);
            default -> new TargetPlatform.Macos(major, minor, arch.equals("aarch64") ? "arm64" : arch);
        };
    }

    private static String answer(EnvironmentMarker marker, MarkerEnvironment environment) {
        try {
            return String.valueOf(marker.evaluate(environment));
        } catch (MarkerEvaluationException e) {
            return switch (e.reason()) {
                case UNDEFINED_COMPARISON -> "UndefinedComparison";
                case UNDEFINED_VARIABLE -> "UndefinedEnvironmentName";
            };
        }
    }

    private static Function<JsonNode, Object> ifValid(Function<JsonNode, Object> answer) {
        return c -> c.get("valid").asBoolean() ? answer.apply(c) : INVALID;
    }

    private static Object orInvalid(Supplier<Object> answer) {
        try {
            return answer.get();
        } catch (PackagingParseException e) {
            return INVALID;
        }
    }

    private static Object withoutInput(JsonNode node) {
        Map<String, Object> parts = new TreeMap<>();
        node.properties()
                .forEach(field -> parts.put(field.getKey(), field.getValue().asText()));
        parts.keySet().removeAll(List.of("input", "valid"));
        return new LinkedHashMap<>(parts).toString();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static List<String> strings(List<?> values) {
        return values.stream().map(Object::toString).toList();
    }
}
