// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zeus.wheels.EnvironmentDeclaration;
import dev.zeus.wheels.Platform;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.lock.LockInputs;
import dev.zeus.wheels.core.lock.LockedFile;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.python.EnvironmentMarker;
import dev.zeus.wheels.python.MarkerEnvironment;
import dev.zeus.wheels.python.Pylock;
import dev.zeus.wheels.python.PylockSelectionException;
import dev.zeus.wheels.python.RequirementsFile;
import dev.zeus.wheels.python.RequirementsFile.Line;
import dev.zeus.wheels.testkit.HostCommand;
import dev.zeus.wheels.testkit.LoopbackIndex;
import dev.zeus.wheels.testkit.ProblemExample;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

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
                .onLinuxAndMac()
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
        return Export.run(new ExportRequest(
                acme.set(), home.resolve("generated"), format, given(python), given(platform), Optional.empty(), file));
    }

    /** What is exported of an environment of these packages. */
    private String environment(ExportRequest.Format format, String asked, String... packages) {
        WheelSetDeclaration set = acme.set()
                .withEnvironments(List.of(new EnvironmentDeclaration(
                        "com.acme.Tools", "tools", "3.12", List.of(packages), List.of(), new TreeMap<>(), "")));
        // As a run that knows the environment would have locked it.
        Path lock = home.resolve("generated/pylock.toml");
        try {
            String text = Files.readString(lock);
            Files.writeString(
                    lock,
                    text.replace(
                            acme.lock().inputs().digest(), LockInputs.of(set).digest()));
            try {
                return Export.run(new ExportRequest(
                        set,
                        home.resolve("generated"),
                        format,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(asked),
                        Optional.empty()));
            } finally {
                Files.writeString(lock, text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    @ParameterizedTest
    @CsvSource({"'', ''", "3.12, ''", "'', x86_64-linux", "3.12, aarch64-darwin"})
    void isAStandardLockOfTheLockedFilesOfEachTarget(String python, String platform) {
        Pylock exported = pylock(export(ExportRequest.Format.PYLOCK, python, platform, Optional.empty()));

        assertThat(exported.tool()).isEmpty();
        for (Target target : acme.lock().targets()) {
            boolean chosen = platform.isEmpty() || target.system().equals(platform);
            if (!chosen) {
                assertThatThrownBy(() -> select(exported, target)).isInstanceOf(PylockSelectionException.class);
                continue;
            }
            assertThat(select(exported, target))
                    .as(target.id())
                    .isEqualTo(acme.lock().packages().stream()
                            .flatMap(locked -> locked.wheels().stream())
                            .filter(wheel -> wheel.targets().contains(target.id()))
                            .map(wheel -> wheel.name() + " " + wheel.sha256())
                            .toList());
        }
        assertThat(exported.packages().get(0).dependencies())
                .isEqualTo(
                        platform.endsWith("darwin")
                                ? List.of(Map.of("name", "idna"))
                                : List.of(Map.of("name", "idna"), Map.of("name", "only-linux")));
    }

    private static Pylock pylock(String text) {
        return Pylock.of(plain(Toml.parse(text)));
    }

    private static Map<String, Object> plain(TomlTable table) {
        Map<String, Object> map = new TreeMap<>();
        table.keySet().forEach(key -> map.put(key, plain(table.get(List.of(key)))));
        return map;
    }

    private static Object plain(Object value) {
        if (value instanceof TomlTable table) {
            return plain(table);
        }
        return value instanceof TomlArray array
                ? array.toList().stream().map(ExportTest::plain).toList()
                : value;
    }

    private static List<String> select(Pylock lock, Target target) {
        return lock.select(target.environment(), target.tags(), Set.of(), Set.of()).values().stream()
                .map(Pylock.Choice.File.class::cast)
                .map(choice ->
                        choice.file().name() + " " + choice.file().hashes().get("sha256"))
                .toList();
    }

    @Test
    void isASliceOfOneEnvironment() {
        Pylock exported = pylock(environment(ExportRequest.Format.PYLOCK, "tools", "app"));

        assertThat(exported.packages().stream().map(each -> each.name().value()))
                .containsExactly("app", "idna", "only-linux");
        assertThat(environment(ExportRequest.Format.REQUIREMENTS, "tools", "fast"))
                .contains("fast==1.5")
                .doesNotContain("idna==", "app==");
        assertThat(catchThrowableOfType(
                                WheelsException.class,
                                () -> environment(ExportRequest.Format.CYCLONEDX, "other", "app"))
                        .problem()
                        .message())
                .isEqualTo("wheels.environment is \"other\"; locked: tools");
    }

    /** Installed by hash from the loopback index, and then imported by Python itself. */
    @ParameterizedTest
    @CsvSource({
        "uv, REQUIREMENTS, pip install --no-deps --require-hashes -r",
        "uv, PYLOCK, pip install --no-deps -r",
        "python3.12, REQUIREMENTS, -m pip install --no-deps --require-hashes -r",
    })
    void isInstalledByOtherTools(String tool, ExportRequest.Format format, String words)
            throws IOException, InterruptedException {
        assumeTrue(runs(tool) && runs("python3.12"), "no " + tool + " or python3.12 that runs");
        assumeTrue(acme.lock().targets().contains(thisMachine()), "this machine is a target");
        Path file = home.resolve(format == ExportRequest.Format.PYLOCK ? "out/pylock.toml" : "out/requirements.txt");
        export(format, "3.12", "x86_64-linux", Optional.of(file));
        List<String> command = new ArrayList<>(List.of(tool));
        command.addAll(List.of(words.split(" ", -1)));
        command.addAll(List.of(file.toString(), "--target", home.resolve("site").toString()));
        if (tool.equals("uv")) {
            command.addAll(List.of(
                    "--python", "3.12", "--cache-dir", home.resolve("uv").toString()));
        }

        HostCommand.said(command.toArray(String[]::new));

        assertThat(home.resolve("site/app-1.0.dist-info")).isDirectory();
        assertThat(home.resolve("site/only_linux-2.0.dist-info")).isDirectory();
        assertThat(home.resolve("site/fast-1.5.dist-info")).isDirectory();
    }

    /** Whether a program is more than a name on the PATH. */
    private static boolean runs(String program) throws InterruptedException {
        try {
            return new ProcessBuilder(program, "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static Target thisMachine() {
        boolean intel = System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
        return new Target("3.12", intel ? Platform.X86_64_LINUX : Platform.AARCH64_DARWIN, intel ? "2.39" : "14.0");
    }

    @Test
    void isWhatUvInstalls() throws IOException, InterruptedException {
        assumeTrue(HostCommand.isThere("uv"), "uv is not on the PATH");
        Path file = home.resolve("out/requirements.txt");
        String text = export(ExportRequest.Format.REQUIREMENTS, "3.12", "x86_64-linux", Optional.of(file));
        assertThat(file).hasContent(text);

        String printed = HostCommand.said(
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

    @Test
    void isAnSpdxDocumentWithEdgesAndHashes() throws IOException {
        String text = export(ExportRequest.Format.SPDX, "", "", Optional.empty());
        JsonNode document = new ObjectMapper().readTree(text);

        assertThat(document.path("spdxVersion").asText()).isEqualTo("SPDX-2.3");
        assertThat(document.at("/creationInfo/created").asText()).matches("[0-9-]+T[0-9:]+Z");
        List<String> ids = stream(document.path("packages"))
                .map(each -> each.path("SPDXID").asText())
                .toList();
        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("SPDXRef-[a-zA-Z0-9.-]+"));
        List<String> names = stream(document.path("packages"))
                .map(each -> each.path("name").asText() + " "
                        + each.path("primaryPackagePurpose").asText())
                .toList();
        assertThat(names)
                .containsExactly(
                        "com.acme APPLICATION",
                        "app LIBRARY",
                        "fast LIBRARY",
                        "fast ARCHIVE",
                        "fast ARCHIVE",
                        "idna LIBRARY",
                        "only-linux LIBRARY");
        assertThat(stream(document.path("relationships"))
                        .map(each -> named(document, each, "spdxElementId") + " "
                                + each.path("relationshipType").asText() + " "
                                + named(document, each, "relatedSpdxElement")))
                .containsExactlyInAnyOrder(
                        "SPDXRef-DOCUMENT DESCRIBES com.acme",
                        "com.acme DEPENDS_ON app",
                        "com.acme DEPENDS_ON fast",
                        "app DEPENDS_ON idna",
                        "app DEPENDS_ON only-linux",
                        "fast VARIANT_OF fast",
                        "fast VARIANT_OF fast");
        assertThat(stream(document.path("packages"))
                        .filter(each -> each.path("name").asText().equals("fast"))
                        .flatMap(each -> stream(each.path("checksums")))
                        .map(each -> "sha256:" + each.path("checksumValue").asText())
                        .sorted())
                .isEqualTo(lockedHashes("fast", ""));
        assertThat(document.at("/packages/1/externalRefs/0/referenceLocator").asText())
                .startsWith("pkg:pypi/app@1.0?repository_url=");
        assertThat(export(ExportRequest.Format.SPDX, "", "", Optional.empty())).isEqualTo(text);
    }

    private static String named(JsonNode document, JsonNode relationship, String end) {
        String id = relationship.path(end).asText();
        return stream(document.path("packages"))
                .filter(each -> each.path("SPDXID").asText().equals(id))
                .map(each -> each.path("name").asText())
                .findFirst()
                .orElse(id);
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        List<JsonNode> nodes = new ArrayList<>();
        array.forEach(nodes::add);
        return nodes.stream();
    }

    @ParameterizedTest
    @CsvSource({
        "3.11, '', 'wheels.python is \"3.11\"; locked: 3.12'",
        "'', x86_64-darwin, 'wheels.platform is \"x86_64-darwin\"; locked: aarch64-darwin, x86_64-linux'",
    })
    void refusesTargetsThatAreNotLocked(String python, String platform, String message) {
        WheelsException problem = catchThrowableOfType(
                WheelsException.class,
                () -> export(ExportRequest.Format.REQUIREMENTS, python, platform, Optional.empty()));
        assertThat(problem.problem().code()).isEqualTo("D230");
        ProblemExample.printed("D230", platform.equals("x86_64-darwin") && message.contains("platform"))
                .accept(problem);
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
            assertThatThrownBy(() -> export(format, "", "", Optional.of(file.resolve("below"))))
                    .satisfies(ProblemExample.printed("D231"));
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
