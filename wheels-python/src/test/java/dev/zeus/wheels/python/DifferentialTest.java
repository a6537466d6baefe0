package dev.zeus.wheels.python;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The same questions to this module and to Python's {@code packaging}: no answer may differ. */
@Tag("differential")
class DifferentialTest {
    private static final long SEED = Long.getLong("wheels.differential.seed", 20_261_121);
    private static final Path SCRIPT = Path.of("src", "test", "resources", "differential", "answers.py");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static HostPython python = new HostPython(Path.of("python3"));

    private final Generated generated = new Generated(SEED);

    /** What is asked, as the script reads it, and the answer of this module. */
    private record Question(List<Object> asked, Supplier<String> answer) {}

    @BeforeAll
    static void installPackaging() {
        python = HostPython.withPackaging();
    }

    @Test
    void comparesVersions() {
        agree("compare", generated.many(100_000, () -> {
            String a = generated.mutated(generated.version());
            String b = generated.mutated(generated.near(a));
            return new Question(List.of("compare", a, b), () -> compare(Version.parse(a), Version.parse(b)));
        }));
    }

    @Test
    void matchesSpecifiers() {
        agree("match", generated.many(100_000, () -> {
            String version = generated.version();
            String specifiers = generated.mutated(generated.specifiers());
            return new Question(
                    List.of("match", specifiers, version),
                    () -> match(VersionSpecifiers.parse(specifiers), Version.parse(version)));
        }));
    }

    @Test
    void matchesSpecifiersWithNeighbours() {
        agree("neighbours", generated.many(100_000, () -> {
            String version = generated.version();
            String specifier = List.of("==", "!=", "<=", ">=", "<", ">", "~=").get(Math.floorMod(version.hashCode(), 7))
                    + generated.near(version);
            return new Question(
                    List.of("match", specifier, version),
                    () -> match(VersionSpecifiers.parse(specifier), Version.parse(version)));
        }));
    }

    @Test
    void filtersVersions() {
        agree("choose", generated.many(20_000, () -> {
            String specifiers = generated.specifiers();
            List<String> versions = generated.many(6, () -> generated.near("1.2.3"));
            return new Question(
                    List.of("choose", specifiers, versions),
                    () -> choose(
                            VersionSpecifiers.parse(specifiers),
                            versions.stream().map(Version::parse).toList()));
        }));
    }

    @Test
    void evaluatesMarkers() {
        List<SortedMap<String, String>> environments = environments();
        agree("marker", generated.many(20_000, () -> {
            String text = generated.mutated(generated.marker());
            return new Question(
                    List.of("marker", text, environments), () -> marker(EnvironmentMarker.parse(text), environments));
        }));
    }

    @Test
    void readsRequirements() {
        agree("requirement", generated.many(50_000, () -> {
            String mutated = generated.mutated(generated.requirement());
            // The one known difference here, see SpecificationTest: a line end within an address.
            String text = mutated.contains("@") ? mutated.replace('\n', ' ') : mutated;
            return new Question(List.of("requirement", text), () -> requirement(Requirement.parse(text)));
        }));
    }

    @Test
    void readsWheelFilenames() {
        agree("wheel", generated.many(50_000, () -> {
            String text = generated.mutated(generated.wheelFilename());
            return new Question(List.of("wheel", text), () -> wheel(WheelFilename.parse(text)));
        }));
    }

    @Test
    void ordersCompatibleTags() {
        List<Question> questions = new ArrayList<>();
        for (String arch : List.of("x86_64", "aarch64")) {
            String mac = arch.equals("x86_64") ? arch : "arm64";
            IntStream.rangeClosed(17, 42)
                    .forEach(minor ->
                            addTags(questions, "glibc", new TargetPlatform.Manylinux(2, minor, arch), 2, minor, arch));
            IntStream.rangeClosed(1, 2)
                    .forEach(minor ->
                            addTags(questions, "musl", new TargetPlatform.Musllinux(1, minor, arch), 1, minor, arch));
            IntStream.rangeClosed(11, 26)
                    .forEach(major ->
                            addTags(questions, "macos", new TargetPlatform.Macos(major, 0, mac), major, 0, mac));
        }
        agree("compatible", questions);
    }

    private static void addTags(
            List<Question> questions, String system, TargetPlatform platform, int major, int minor, String arch) {
        for (int python = 10; python <= 14; python++) {
            int pythonMinor = python;
            for (boolean threaded : python < 13 ? new boolean[] {false} : new boolean[] {false, true}) {
                questions.add(new Question(
                        List.of("compatible", pythonMinor, threaded, system, major, minor, arch),
                        () -> digest(CompatibleTags.cpython(3, pythonMinor, threaded, platform))));
            }
        }
    }

    private static void agree(String name, List<Question> questions) {
        List<String> asked =
                questions.stream().map(question -> json(question.asked)).toList();
        List<String> theirs = python.answers(SCRIPT, name, asked);
        List<String> differences = new ArrayList<>();
        int valid = 0;
        for (int i = 0; i < questions.size(); i++) {
            String ours = json(answer(questions.get(i).answer));
            valid += ours.equals("\"invalid\"") ? 0 : 1;
            if (!ours.equals(theirs.get(i))) {
                differences.add(asked.get(i) + "\n  theirs " + theirs.get(i) + "\n  ours   " + ours);
            }
        }
        assertThat(differences.stream().limit(20))
                .as("%s of %s differ", differences.size(), asked.size())
                .isEmpty();
        // Text that is refused by both says little.
        assertThat(valid).isGreaterThan(questions.size() / 3);
    }

    private static String answer(Supplier<String> answer) {
        try {
            return answer.get();
        } catch (PackagingParseException e) {
            return "invalid";
        }
    }

    private static String compare(Version a, Version b) {
        return Integer.signum(a.compareTo(b)) + " " + a + " " + b + " " + a.publicVersion() + " " + b.base() + " "
                + a.isPrerelease() + " " + b.isPostrelease();
    }

    private static String match(VersionSpecifiers specifiers, Version version) {
        return specifiers + " "
                + Stream.of(PreReleases.values())
                        .map(mode -> String.valueOf(specifiers.contains(version, mode)))
                        .collect(Collectors.joining(" "));
    }

    private static String choose(VersionSpecifiers specifiers, List<Version> versions) {
        return Stream.of(PreReleases.values())
                .map(mode -> joined(specifiers.filter(versions, mode)))
                .collect(Collectors.joining(" "));
    }

    private static String marker(EnvironmentMarker marker, List<SortedMap<String, String>> environments) {
        return marker + " "
                + environments.stream()
                        .map(MarkerEnvironment::new)
                        .map(environment -> evaluate(marker, environment))
                        .collect(Collectors.joining(" "));
    }

    private static String evaluate(EnvironmentMarker marker, MarkerEnvironment environment) {
        try {
            return String.valueOf(marker.evaluate(environment));
        } catch (MarkerEvaluationException e) {
            return "undefined";
        }
    }

    private static String requirement(Requirement requirement) {
        return requirement.name() + " " + joined(requirement.extras()) + " " + requirement.specifiers() + " "
                + requirement.url().orElse("None") + " "
                + requirement.marker().map(EnvironmentMarker::toString).orElse("None");
    }

    private static String wheel(WheelFilename file) {
        String build = file.build()
                .map(tag -> "[" + tag.number() + "|" + tag.suffix() + "]")
                .orElse("[]");
        return file.name() + " " + file.version() + " " + build + " "
                + joined(file.tags().stream().map(Object::toString).sorted().toList());
    }

    private static String digest(CompatibleTags tags) {
        String text = tags.tags().stream().map(Object::toString).collect(Collectors.joining("\n"));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return tags.tags().size() + " " + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String joined(Collection<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining("|", "[", "]"));
    }

    private static List<SortedMap<String, String>> environments() {
        List<SortedMap<String, String>> environments = new ArrayList<>();
        CaseFiles.SAMPLE.json("marker-environments.json").forEach(node -> {
            SortedMap<String, String> values = new TreeMap<>();
            node.fields()
                    .forEachRemaining(
                            field -> values.put(field.getKey(), field.getValue().asText()));
            environments.add(values);
        });
        return environments.stream()
                .map(map -> (SortedMap<String, String>) new TreeMap<>(Map.copyOf(map)))
                .limit(12)
                .toList();
    }

    private static String json(Object value) {
        try {
            return ascii(JSON.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    // As Python writes JSON.
    private static String ascii(String text) {
        return text.codePoints()
                .mapToObj(c -> c < 127 ? Character.toString(c) : String.format(Locale.ROOT, "\\u%04x", c))
                .collect(Collectors.joining());
    }
}
