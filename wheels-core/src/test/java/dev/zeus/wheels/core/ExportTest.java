package dev.zeus.wheels.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zeus.wheels.Platform;
import dev.zeus.wheels.TargetDeclaration;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.lock.LockedFile;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.python.EnvironmentMarker;
import dev.zeus.wheels.python.MarkerEnvironment;
import dev.zeus.wheels.python.RequirementsFile;
import dev.zeus.wheels.python.RequirementsFile.Line;
import dev.zeus.wheels.testkit.LoopbackIndex;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What other tools read of a lock: the same versions and files on the same targets. */
class ExportTest {
    @TempDir
    Path home;

    private final LoopbackIndex index = LoopbackIndex.start();
    private Acme acme;

    @BeforeEach
    void lock() {
        index.add(WheelBuilder.of("app", "1.0")
                .requires("idna<4")
                .requires("only-linux; sys_platform == 'linux'")
                .build());
        index.add(WheelBuilder.of("idna", "3.6").build());
        index.add(WheelBuilder.of("only-linux", "2.0").build());
        index.add(WheelBuilder.of("fast", "1.5")
                .tags("cp312-cp312-manylinux_2_17_x86_64")
                .build());
        index.add(WheelBuilder.of("fast", "1.5")
                .tags("cp312-cp312-macosx_11_0_arm64")
                .build());
        acme = new Acme(home)
                .targets(
                        List.of(
                                new TargetDeclaration(Platform.X86_64_LINUX, "2.39"),
                                new TargetDeclaration(Platform.AARCH64_DARWIN, "14.0")),
                        "3.12")
                .source("acme", index.uri())
                .wheel("app", "acme")
                .wheel("fast", "acme");
        acme.generate(new LockUpdate.Keep());
    }

    @AfterEach
    void stop() {
        index.close();
    }

    private String export(ExportRequest.Format format, String python, String platform, Optional<Path> file) {
        return Export.run(
                new ExportRequest(acme.set(), home.resolve("generated"), format, given(python), given(platform), file));
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(each -> !each.isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "3.12, ''",
        "'', x86_64-linux",
        "3.12, aarch64-darwin",
    })
    void listsTheLockedVersionsAndHashesOfEachTarget(String python, String platform) {
        String text = export(ExportRequest.Format.REQUIREMENTS, python, platform, Optional.empty());

        RequirementsFile file = RequirementsFile.parse(text);
        acme.lock().targets().stream()
                .filter(target -> platform.isEmpty() || target.system().equals(platform))
                .forEach(target -> assertThat(installed(file, target.environment()))
                        .as(target.id())
                        .isEqualTo(acme.lock().packages().stream()
                                .filter(locked -> locked.targets().contains(target.id()))
                                .map(locked -> locked.name() + "==" + locked.version())
                                .toList()));
        assertThat(file.option("--index-url")).containsExactly(index.uri().toString());
        if (!platform.isEmpty()) {
            assertThat(text).doesNotContain(" ; ");
        }
    }

    private static List<String> installed(RequirementsFile file, MarkerEnvironment environment) {
        return file.requirements().stream()
                .filter(requirement -> requirement.marker().stream().allMatch(marker -> marker.evaluate(environment)))
                .map(requirement -> requirement.name().value() + requirement.specifiers())
                .toList();
    }

    @Test
    void hasTheHashesOfExactlyTheFilesThatTheTargetsInstall() {
        String all = export(ExportRequest.Format.REQUIREMENTS, "", "", Optional.empty());
        String linux = export(ExportRequest.Format.REQUIREMENTS, "", "x86_64-linux", Optional.empty());

        assertThat(hashes(all, "fast")).isEqualTo(lockedHashes("fast", "")).hasSize(2);
        assertThat(hashes(linux, "fast"))
                .isEqualTo(lockedHashes("fast", "manylinux"))
                .hasSize(1);
        assertThat(all).contains("    # via app\n", "    # via com.acme.app\n");
        assertThat(EnvironmentMarker.parse(all.lines()
                                .filter(line -> line.startsWith("only-linux"))
                                .map(line -> line.substring(line.indexOf(';') + 1, line.indexOf('\\')))
                                .findFirst()
                                .orElseThrow())
                        .toString())
                .isEqualTo("sys_platform == \"linux\"");
    }

    private static List<String> hashes(String text, String name) {
        return RequirementsFile.parse(text).lines().stream()
                .filter(Line.Needs.class::isInstance)
                .map(Line.Needs.class::cast)
                .filter(needs -> needs.requirement().name().value().equals(name))
                .flatMap(needs -> needs.hashes().stream())
                .toList();
    }

    private List<String> lockedHashes(String name, String part) {
        return acme.lock().packages().stream()
                .filter(locked -> locked.name().value().equals(name))
                .flatMap(LockedPackage::files)
                .filter(file -> file.name().contains(part))
                .map(LockedFile::sha256)
                .map(hash -> "sha256:" + hash)
                .sorted()
                .toList();
    }

    @Test
    void isWhatUvInstalls() throws IOException, InterruptedException {
        assumeTrue(isOnPath("uv"), "uv is not on the PATH");
        Path file = home.resolve("out/requirements.txt");
        String text = export(ExportRequest.Format.REQUIREMENTS, "3.12", "x86_64-linux", Optional.of(file));
        assertThat(file).hasContent(text);

        String printed = run(
                "uv",
                "pip",
                "compile",
                "--no-deps",
                "--no-config",
                "--no-annotate",
                "--no-header",
                "--generate-hashes",
                "--python-version",
                "3.12",
                "--python-platform",
                "x86_64-unknown-linux-gnu",
                "--cache-dir",
                home.resolve("uv").toString(),
                file.toString());

        assertThat(RequirementsFile.parse(printed).requirements())
                .isEqualTo(RequirementsFile.parse(text).requirements());
        for (String name : List.of("app", "idna", "only-linux")) {
            assertThat(hashes(printed, name)).isEqualTo(hashes(text, name));
        }
    }

    private static boolean isOnPath(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }

    private String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(new ArrayList<>(List.of(command)))
                .redirectError(home.resolve("errors.txt").toFile())
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as(Files.readString(home.resolve("errors.txt")))
                .isZero();
        return printed;
    }

    @Test
    void isABillOfMaterialsWithEdgesAndHashes() throws IOException {
        JsonNode bill = new ObjectMapper()
                .readTree(export(ExportRequest.Format.CYCLONEDX, "", "x86_64-linux", Optional.empty()));

        assertThat(bill.path("specVersion").asText()).isEqualTo("1.6");
        assertThat(stream(bill.path("components"))
                        .map(each -> each.path("name").asText() + " "
                                + each.path("version").asText()))
                .containsExactly("app 1.0", "fast 1.5", "idna 3.6", "only-linux 2.0");
        assertThat(bill.at("/components/1/hashes/0/content").asText())
                .isEqualTo(lockedHashes("fast", "manylinux").get(0).substring("sha256:".length()));
        assertThat(bill.at("/components/1/purl").asText()).startsWith("pkg:pypi/fast@1.5?repository_url=http:%2F%2F");
        List<String> references = stream(bill.path("components"))
                .map(each -> each.path("bom-ref").asText())
                .toList();
        assertThat(references).doesNotHaveDuplicates();
        assertThat(stream(bill.path("dependencies"))
                        .collect(Collectors.toMap(
                                each -> each.path("ref").asText(),
                                each -> stream(each.path("dependsOn"))
                                        .map(JsonNode::asText)
                                        .toList())))
                .containsEntry("wheel-set", references.subList(0, 2))
                .containsEntry(references.get(0), references.subList(2, 4))
                .containsEntry(references.get(3), List.of());
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        List<JsonNode> nodes = new ArrayList<>();
        array.forEach(nodes::add);
        return nodes.stream();
    }

    @ParameterizedTest
    @CsvSource({
        "3.11, '', 'wheels.python is \"3.11\"; locked are 3.12'",
        "'', x86_64-darwin, 'wheels.platform is \"x86_64-darwin\"; locked are aarch64-darwin, x86_64-linux'",
    })
    void refusesTargetsThatAreNotLocked(String python, String platform, String message) {
        WheelsException problem = catchThrowableOfType(
                WheelsException.class,
                () -> export(ExportRequest.Format.REQUIREMENTS, python, platform, Optional.empty()));
        assertThat(problem.problem().code()).isEqualTo("D230");
        assertThat(problem.problem().message()).isEqualTo(message);
    }

    @Test
    void replacesAFormerExportAndNothingElse() throws IOException {
        Path file = home.resolve("bom.json");
        for (ExportRequest.Format format : ExportRequest.Format.values()) {
            Files.deleteIfExists(file);
            String first = export(format, "", "x86_64-linux", Optional.of(file));
            String second = export(format, "", "", Optional.of(file));
            assertThat(first).isNotEqualTo(second);
            assertThat(file).hasContent(second);

            Files.writeString(file, "{\"bomFormat\": \"CycloneDX\", \"by\": \"somebody else\"}");
            assertThat(catchThrowableOfType(WheelsException.class, () -> export(format, "", "", Optional.of(file)))
                            .problem()
                            .code())
                    .isEqualTo("E307");
        }
        acme.wheel("other", "acme");
        assertThat(catchThrowableOfType(
                                WheelsException.class,
                                () -> export(ExportRequest.Format.CYCLONEDX, "", "", Optional.empty()))
                        .problem()
                        .code())
                .isEqualTo("C101");
    }
}
