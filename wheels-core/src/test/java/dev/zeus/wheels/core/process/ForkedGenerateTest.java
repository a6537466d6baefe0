// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zeus.wheels.core.ForkedGenerate;
import dev.zeus.wheels.core.Generate;
import dev.zeus.wheels.core.GenerateRequest;
import dev.zeus.wheels.core.Redeclaration;
import dev.zeus.wheels.core.RunPlace;
import dev.zeus.wheels.core.contract.Proves;
import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.http.HttpOptions;
import dev.zeus.wheels.core.http.HttpProxy;
import dev.zeus.wheels.core.http.Login;
import dev.zeus.wheels.core.output.SourceChange;
import dev.zeus.wheels.core.setup.IndexAccess;
import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.testkit.Answer;
import dev.zeus.wheels.testkit.FileTree;
import dev.zeus.wheels.testkit.LoopbackIndex;
import dev.zeus.wheels.testkit.LoopbackServer;
import dev.zeus.wheels.testkit.NeedsSh;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs in processes of their own, held to runs in this one. */
final class ForkedGenerateTest {
    private static final String CANARY = "canary-4712-do-not-print";
    private static final long LONGEST_SECONDS = 120;

    /** Bytes that are no UTF-8, as sources may be. */
    private static final byte[] LATIN = "// \u00fc\n".getBytes(StandardCharsets.ISO_8859_1);

    private static final byte[] LATER = "// \u00fc\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);

    @TempDir
    Path directory;

    private final LoopbackIndex index = Project.serve();

    @AfterEach
    void stop() {
        index.close();
    }

    private Project project(String name) {
        return new Project(index.uri(), directory.resolve(name), directory.resolve(name + "-cache"));
    }

    private static RunPlace with(Path java) {
        return new RunPlace(Optional.of(java), Duration.ZERO);
    }

    private static GenerateRequest request(Project project, List<String> names, LockUpdate update) {
        return project.request(names, update, false, project.access(Optional.empty()));
    }

    /** The outcome for people without the time it took, and where the project is. */
    private static List<String> calm(List<String> lines, Project project) {
        return lines.stream()
                .map(line -> line.replaceAll(" in [0-9.]+ s: .*", " in … s: …")
                        .replace(project.home().toString(), "…"))
                .toList();
    }

    /** Events of several threads come in any order, and a connection that a busy machine resets is tried again. */
    private static List<String> calm(List<WheelsEvent> events) {
        return events.stream()
                .filter(event -> !(event instanceof WheelsEvent.Fetched))
                .map(Object::toString)
                .filter(text -> !text.contains("X304"))
                .sorted()
                .toList();
    }

    private static ObjectNode result(Project project) throws IOException {
        ObjectNode result =
                (ObjectNode) new ObjectMapper().readTree(project.result().toFile());
        result.remove(List.of("milliseconds", "tasks", "warnings", "requests", "bytes"));
        return result;
    }

    @Test
    void doesAndSaysTheSameAsARunInThisProcess() throws IOException {
        List<WheelsEvent> here = new CopyOnWriteArrayList<>();
        List<WheelsEvent> there = new CopyOnWriteArrayList<>();
        Project one = project("one");
        Project other = project("other");
        for (List<String> names : List.of(Project.SMALL, Project.LARGE, Project.SMALL)) {
            List<String> lines = Generate.run(request(one, names, new LockUpdate.Keep()), here::add)
                    .lines();

            assertThat(calm(
                            ForkedGenerate.run(
                                    request(other, names, new LockUpdate.Keep()), RunPlace.forked(), there::add),
                            other))
                    .isEqualTo(calm(lines, one));
            assertThat(FileTree.texts(other.generated()))
                    .containsKey("pylock.toml")
                    .isEqualTo(FileTree.texts(one.generated()));
            assertThat(result(other)).isEqualTo(result(one));
        }
        assertThat(calm(there)).hasSizeGreaterThan(20).isEqualTo(calm(here));
        assertThat(there).hasAtLeastOneElementOfType(WheelsEvent.Fetched.class);
    }

    @Test
    void changesSourcesWithTheGeneratedFilesAsARunInThisProcessDoes() throws IOException {
        List<SortedMap<String, String>> left = new ArrayList<>();
        List<List<String>> said = new ArrayList<>();
        for (boolean fork : List.of(false, true)) {
            Project project = project(fork ? "there" : "here");
            Generate.run(request(project, Project.SMALL, new LockUpdate.Keep()), EventSink.SILENT);
            List<WheelsEvent> events = new CopyOnWriteArrayList<>();
            Path sources = Files.createDirectories(project.home().resolve("src"));
            Files.writeString(sources.resolve("Old.java"), "class Old {}\n");
            Files.write(sources.resolve("Changed.java"), LATIN);
            SourceChange change = new SourceChange(new TreeMap<>(Map.of(
                    sources.resolve("Old.java"), edit("class Old {}\n", ""),
                    sources.resolve("Changed.java"), new SourceChange.Edit(Optional.of(LATIN), Optional.of(LATER)),
                    sources.resolve("New.java"), edit("", "class New {}\n"))));

            List<String> lines = new Redeclaration(change, List.of("told"), List.of())
                    .generate(
                            request(project, Project.LARGE, new LockUpdate.Keep()),
                            project.home(),
                            fork ? RunPlace.forked() : RunPlace.HERE,
                            events::add);

            said.add(calm(lines, project));
            left.add(FileTree.texts(project.generated()));
            assertThat(sources.resolve("Old.java")).doesNotExist();
            assertThat(sources.resolve("Changed.java")).hasBinaryContent(LATER);
            assertThat(sources.resolve("New.java")).hasContent("class New {}");
            assertThat(events).noneMatch(WheelsEvent.Noted.class::isInstance);
        }
        assertThat(said.get(1)).contains("told", "  changed  src/Changed.java").isEqualTo(said.get(0));
        assertThat(left.get(1)).containsKey("pylock.toml").isEqualTo(left.get(0));
    }

    @Test
    void noSourceChangesWhereAProcessOfItsOwnFails() throws IOException {
        Project project = project("fails");
        Path source = Files.createDirectories(project.home()).resolve("Declared.java");
        Files.write(source, LATIN);
        SourceChange change = new SourceChange(
                new TreeMap<>(Map.of(source, new SourceChange.Edit(Optional.of(LATIN), Optional.of(LATER)))));

        WheelsException failure = catchThrowableOfType(
                WheelsException.class,
                () -> new Redeclaration(change, List.of(), List.of())
                        .generate(
                                request(project, List.of("nobody-has-this"), new LockUpdate.Keep()),
                                project.home(),
                                RunPlace.forked(),
                                EventSink.SILENT));

        assertThat(failure.problem().code()).isEqualTo("R203");
        assertThat(source).hasBinaryContent(LATIN);
        assertThat(project.generated()).doesNotExist();
    }

    private static SourceChange.Edit edit(String before, String after) {
        return new SourceChange.Edit(bytes(before), bytes(after));
    }

    private static Optional<byte[]> bytes(String text) {
        return Optional.of(text.getBytes(StandardCharsets.UTF_8)).filter(bytes -> bytes.length > 0);
    }

    @Test
    void startsNoneWhereNothingIsToBeDone() {
        Project project = project("same");
        GenerateRequest request = request(project, Project.SMALL, new LockUpdate.Keep());
        Generate.run(request, EventSink.SILENT);
        Generate.run(request, EventSink.SILENT);
        List<WheelsEvent> events = new ArrayList<>();

        // With one that cannot be started it would be noted that it was not.
        ForkedGenerate.run(request, with(directory.resolve("no-java")), events::add);

        assertThat(events).noneMatch(WheelsEvent.Noted.class::isInstance);
    }

    @NeedsSh
    @ParameterizedTest
    @ValueSource(strings = {"", "#!/bin/sh\nexit 3\n", "#!/bin/sh\necho no Java here, but a long text\n", "no program"})
    void runsInThisProcessWhereNoneCanBeHad(String script) throws IOException {
        Path java = directory.resolve("java");
        if (!script.isEmpty()) {
            Files.writeString(java, script);
            Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
        }
        Project project = project("without");
        List<WheelsEvent> events = new ArrayList<>();

        List<String> lines =
                ForkedGenerate.run(request(project, Project.SMALL, new LockUpdate.Keep()), with(java), events::add);

        assertThat(lines).isNotEmpty();
        assertThat(FileTree.texts(project.generated())).containsKey("pylock.toml");
        assertThat(events)
                .filteredOn(WheelsEvent.Noted.class::isInstance)
                .singleElement()
                .satisfies(event -> assertThat(((WheelsEvent.Noted) event).note())
                        .startsWith("no process of its own for this run, "));
        assertThat(events).noneMatch(WheelsEvent.Warned.class::isInstance);
    }

    @Test
    void failsWithTheSameProblem() throws IOException {
        Project one = project("one");
        Project other = project("other");
        List<String> names = List.of("tree", "nobody-has-this");
        WheelsException here = catchThrowableOfType(
                WheelsException.class,
                () -> Generate.run(request(one, names, new LockUpdate.Keep()), EventSink.SILENT));
        WheelsException there = catchThrowableOfType(
                WheelsException.class,
                () -> ForkedGenerate.run(
                        request(other, names, new LockUpdate.Keep()), RunPlace.forked(), EventSink.SILENT));

        assertThat(there.problem()).isEqualTo(here.problem());
        assertThat(there).hasStackTraceContaining("dev.zeus.wheels.core.Generate.run");
        assertThat(result(other)).isEqualTo(result(one));
        assertThat(other.generated()).doesNotExist();
    }

    @Test
    void whatMakesALoginUnreadableEndsTheRunAsItIs() {
        Project project = project("refused");
        index.requireAuthorization("Basic none");
        WheelsException refusal = new WheelsException("E401", "cannot be decrypted", "encrypt it anew");
        IndexAccess access = new IndexAccess(
                project.cache(),
                false,
                Map.of(),
                source -> {
                    throw refusal;
                },
                directory.resolve(".netrc"),
                HttpOptions.DEFAULTS);

        WheelsException found = catchThrowableOfType(
                WheelsException.class,
                () -> ForkedGenerate.run(
                        project.request(Project.SMALL, new LockUpdate.Keep(), false, access),
                        RunPlace.forked(),
                        EventSink.SILENT));

        assertThat(found.problem().code()).isEqualTo("E401");
        assertThat(found.problem().hint()).isEqualTo("encrypt it anew");
    }

    @Test
    void aProxyGetsItsLogin() {
        String basic = "Basic " + Base64.getEncoder().encodeToString(("me:" + CANARY).getBytes(StandardCharsets.UTF_8));
        Project project = new Project(
                URI.create("http://index.example/simple/"), directory.resolve("proxied"), directory.resolve("cache"));
        try (LoopbackServer office = LoopbackServer.start(request ->
                request.header("proxy-authorization").filter(basic::equals).isPresent()
                        ? behind(URI.create(request.path()).getPath())
                        : Answer.status(407).with("Proxy-Authenticate", "Basic realm=\"office\""))) {
            HttpProxy proxy = new HttpProxy(
                    "office",
                    "127.0.0.1",
                    office.uri().getPort(),
                    () -> Optional.of(new Login("me", CANARY)),
                    List.of());
            IndexAccess access = new IndexAccess(
                    project.cache(),
                    false,
                    Map.of(),
                    source -> Optional.empty(),
                    directory.resolve(".netrc"),
                    HttpOptions.DEFAULTS.withProxies(Map.of("http", proxy)));

            ForkedGenerate.run(
                    project.request(Project.SMALL, new LockUpdate.Keep(), false, access), RunPlace.forked(), event -> {
                        assertThat(event.toString()).doesNotContain("no process of its own");
                    });
        }
        assertThat(FileTree.texts(project.generated())).containsKey("pylock.toml");
    }

    private Answer behind(String path) {
        try {
            HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(index.server().uri().resolve(path))
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            return Answer.bytes(answer.body())
                    .with(
                            "Content-Type",
                            answer.headers().firstValue("Content-Type").orElse("application/octet-stream"))
                    .withStatus(answer.statusCode());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.status(503);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    @Proves(
            id = "attack 26",
            given =
                    "a canary as the password of a source, of a proxy and of an address, in a run in a process of its own",
            outcome = "neither the command line nor the environment of that process holds it while it runs")
    void theCanaryIsNeitherOnTheCommandLineNorInTheEnvironment() throws IOException {
        String pair = Base64.getEncoder().encodeToString(("user:" + CANARY).getBytes(StandardCharsets.UTF_8));
        index.requireAuthorization("Basic " + pair);
        Project project = project("secret");
        HttpProxy proxy = new HttpProxy(
                "office", "proxy.example", 3128, () -> Optional.of(new Login("me", CANARY)), List.of("127.*"));
        IndexAccess access = new IndexAccess(
                project.cache(),
                false,
                Map.of(),
                source -> Optional.of(new Login("user", CANARY)),
                directory.resolve(".netrc"),
                HttpOptions.DEFAULTS.withProxies(Map.of("https", proxy)));
        List<String> seen = new ArrayList<>();
        System.setProperty("javax.net.ssl.keyStorePassword", CANARY);
        try {
            ForkedGenerate.run(
                    project.request(Project.SMALL, new LockUpdate.Keep(), false, access), RunPlace.forked(), event -> {
                        if (event instanceof WheelsEvent.Fetched) {
                            ProcessHandle.current().children().forEach(child -> seen.add(open(child)));
                        }
                    });
        } finally {
            System.clearProperty("javax.net.ssl.keyStorePassword");
        }

        assertThat(seen)
                .anyMatch(text -> text.contains("GenerateProcess"))
                .noneMatch(text -> text.contains(CANARY) || text.contains(pair));
        assertThat(seen).noneMatch(text -> text.contains("WHEELS_"));
        assertThat(FileTree.texts(project.generated())).containsKey("pylock.toml");
    }

    /** What every user who sees the process can read of it. */
    private static String open(ProcessHandle child) {
        try {
            Path process = Path.of("/proc", Long.toString(child.pid()));
            return Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1)
                    + Files.readString(process.resolve("environ"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "gone";
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 15, 2})
    @Proves(
            id = "fault 55",
            given = "a build that is killed, or ended by SIGTERM or SIGINT, while a process of its own runs for it",
            outcome = "that process ends, too, and nothing is written")
    void endsWithTheBuildThatStartedIt(int signal) throws Exception {
        index.always("/simple/tree/", Answer.SILENCE);
        Project project = project("ended");
        try (ChildJvm build = ChildJvm.start("forked", project)) {
            build.until("ready");
            List<ProcessHandle> children = build.children();
            build.signal(signal);

            assertThat(children).hasSize(1).allSatisfy(child -> child.onExit().get(LONGEST_SECONDS, TimeUnit.SECONDS));
        }
        assertThat(project.generated()).doesNotExist();
    }
}
