// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.zeus.wheels.core.CacheUpkeep;
import dev.zeus.wheels.core.ForkedGenerate;
import dev.zeus.wheels.core.Generate;
import dev.zeus.wheels.core.GenerateRequest;
import dev.zeus.wheels.core.PruneRule;
import dev.zeus.wheels.core.RunPlace;
import dev.zeus.wheels.core.contract.Proves;
import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.http.Login;
import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.testkit.Answer;
import dev.zeus.wheels.testkit.FileTree;
import dev.zeus.wheels.testkit.LoopbackIndex;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs in a process that stays for the next one. */
@DisabledOnOs(OS.WINDOWS)
final class StayingGenerateTest {
    private static final String CANARY = "canary-4713-do-not-keep";
    private static final long LONGEST_SECONDS = 120;
    private static final Pattern NUMBER = Pattern.compile("process (\\d+)");

    /** Where a process stays until it is told to end, which {@link #endAll} does. */
    private static final RunPlace STAYING = RunPlace.staying(Duration.ofMinutes(5));

    @TempDir
    Path directory;

    private final LoopbackIndex index = Project.serve();
    private final List<WheelsEvent> events = new CopyOnWriteArrayList<>();
    private final Set<Long> seen = ConcurrentHashMap.newKeySet();

    @AfterEach
    void endAll() throws Exception {
        index.close();
        for (long each : seen) {
            Optional<ProcessHandle> process = ProcessHandle.of(each);
            if (process.isPresent()) {
                process.get().destroyForcibly();
                assertEnds(process.get());
            }
        }
    }

    private Project project(String name) {
        // The path of a socket is short.
        return new Project(index.uri(), directory.resolve(name), directory.resolve("c"));
    }

    private static GenerateRequest request(Project project, List<String> names, Optional<Login> login) {
        return project.request(names, new LockUpdate.UpgradeAll(), false, project.access(login));
    }

    private List<String> run(Project project, List<String> names) {
        return run(request(project, names, Optional.empty()), STAYING);
    }

    private List<String> run(GenerateRequest request, RunPlace place) {
        events.clear();
        try {
            return ForkedGenerate.run(request, place, event -> {
                events.add(event);
                if (event instanceof WheelsEvent.Noted noted) {
                    number(noted.note()).ifPresent(seen::add);
                }
            });
        } finally {
            awaitSocket(request.access().cacheDirectory());
        }
    }

    private static Optional<Long> number(String note) {
        Matcher matcher = NUMBER.matcher(note);
        return matcher.find() ? Optional.of(Long.valueOf(matcher.group(1))) : Optional.empty();
    }

    /** A process that stays does so after it has answered. */
    private void awaitSocket(Path cache) {
        note(" stays for later runs").flatMap(ProcessHandle::of).ifPresent(process -> {
            while (process.isAlive() && sockets(cache).isEmpty()) {
                Thread.onSpinWait();
            }
        });
    }

    private static List<Path> sockets(Path cache) {
        Path place = cache.resolve("v1").resolve("daemon");
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(place)) {
            return files.filter(file -> !file.toString().endsWith(".new")).toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** The number of the process of which something was noted in the last run. */
    private Optional<Long> note(String text) {
        return events.stream()
                .filter(WheelsEvent.Noted.class::isInstance)
                .map(event -> ((WheelsEvent.Noted) event).note())
                .filter(note -> note.contains(text))
                .findFirst()
                .flatMap(StayingGenerateTest::number);
    }

    private long stayed() {
        return note(" stays for later runs").orElseThrow(() -> new AssertionError(events));
    }

    private long found() {
        return note("this run takes place in process").orElseThrow(() -> new AssertionError(events));
    }

    private static void assertEnds(ProcessHandle process) throws Exception {
        process.onExit().get(LONGEST_SECONDS, TimeUnit.SECONDS);
    }

    private static List<String> calm(List<String> lines, Project project) {
        return lines.stream()
                .filter(line -> !line.startsWith("The JVM of this run stays"))
                .map(line -> line.replaceAll(" in [0-9.]+ s: .*", " in … s: …")
                        .replace(project.home().toString(), "…"))
                .toList();
    }

    private List<String> calmEvents() {
        return events.stream()
                .filter(event -> !(event instanceof WheelsEvent.Fetched))
                .map(Object::toString)
                .filter(text -> !text.contains("X304") && !NUMBER.matcher(text).find())
                .sorted()
                .toList();
    }

    @Test
    void theNextRunsTakePlaceInTheSameProcessAndDoTheSame() {
        Project one = new Project(index.uri(), directory.resolve("one"), directory.resolve("one-cache"));
        Project other = project("other");
        List<Long> numbers = new ArrayList<>();
        for (List<String> names : List.of(Project.SMALL, Project.LARGE, Project.SMALL)) {
            events.clear();
            List<String> lines = Generate.run(request(one, names, Optional.empty()), events::add)
                    .lines();
            List<String> here = calmEvents();

            assertThat(calm(run(other, names), other)).isEqualTo(calm(lines, one));

            numbers.add(numbers.isEmpty() ? stayed() : found());
            assertThat(calmEvents()).hasSizeGreaterThan(5).isEqualTo(here);
            assertThat(FileTree.texts(other.generated()))
                    .containsKey("pylock.toml")
                    .isEqualTo(FileTree.texts(one.generated()));
        }
        assertThat(Set.copyOf(numbers)).hasSize(1);
    }

    @Test
    void thatOneStaysIsSaidOnce() {
        Project project = project("said");

        assertThat(run(project, Project.SMALL))
                .filteredOn(line -> line.contains("-Dwheels.daemon=false"))
                .containsExactly("The JVM of this run stays for the next one, and ends after 5 minutes without one;"
                        + " -Dwheels.daemon=false ends it with the run");
        ProcessHandle.of(stayed()).orElseThrow().destroyForcibly();
        assertThat(run(project, Project.LARGE)).noneMatch(line -> line.contains("-Dwheels.daemon=false"));
    }

    @Test
    void aFailureThatHasACodeLeavesItAsItIs() {
        Project project = project("failed");
        run(project, Project.SMALL);
        long process = stayed();
        SortedMap<String, String> before = FileTree.texts(project.generated());

        WheelsException failure =
                catchThrowableOfType(WheelsException.class, () -> run(project, List.of("tree", "nobody-has-this")));

        assertThat(failure.problem().code()).isEqualTo("R203");
        assertThat(found()).isEqualTo(process);
        assertThat(FileTree.texts(project.generated())).isEqualTo(before);
        run(project, Project.LARGE);
        assertThat(found()).isEqualTo(process);
    }

    @Test
    void oneThatWasKilledIsReplaced() throws Exception {
        Project project = project("killed");
        run(project, Project.SMALL);
        ProcessHandle process = ProcessHandle.of(stayed()).orElseThrow();
        process.destroyForcibly();
        assertEnds(process);
        assertThat(sockets(project.cache())).hasSize(1);

        run(project, Project.LARGE);

        assertThat(stayed()).isNotEqualTo(process.pid());
        assertThat(events).noneMatch(WheelsEvent.Warned.class::isInstance);
        assertThat(FileTree.texts(project.generated())).containsKey("pylock.toml");
    }

    @Test
    void cleaningTheCacheEndsIt() throws Exception {
        Project project = project("cleaned");
        run(project, Project.SMALL);
        ProcessHandle process = ProcessHandle.of(stayed()).orElseThrow();

        CacheUpkeep.run(project.cache(), Optional.of(PruneRule.CLEAN), EventSink.SILENT);

        assertEnds(process);
        assertThat(FileTree.files(project.cache()))
                .extracting(file -> file.getFileName().toString())
                .containsExactlyInAnyOrder("CACHEDIR.TAG", ".lock");
    }

    @Test
    @Proves(
            id = "attack 26",
            given = "a login for a run in a process that stays",
            outcome = "the next run in it does not send it, and nothing in its memory holds it")
    void theNextRunHasNoLoginOfTheLast() throws Exception {
        String pair = Base64.getEncoder().encodeToString(("user:" + CANARY).getBytes(StandardCharsets.UTF_8));
        index.requireAuthorization("Basic " + pair);
        Project project = project("secret");
        run(request(project, Project.SMALL, Optional.of(new Login("user", CANARY))), STAYING);
        long process = stayed();
        run(request(project, Project.LARGE, Optional.of(new Login("user", CANARY))), STAYING);
        assertThat(found()).isEqualTo(process);

        String memory = memory(process);
        assertThat(memory.contains(CANARY) || memory.contains(pair))
                .as("a login is left")
                .isFalse();
        WheelsException refused =
                catchThrowableOfType(WheelsException.class, () -> run(project("stranger"), List.of("most")));
        assertThat(found()).isEqualTo(process);
        assertThat(refused).hasMessageContaining("401");
    }

    /** All that is alive in it. */
    private String memory(long process) throws Exception {
        Path dump = directory.resolve("dump.hprof");
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process dumping = new ProcessBuilder(jcmd.toString(), Long.toString(process), "GC.heap_dump", dump.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(dumping.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(dump).as(said).isNotEmptyFile();
        String memory = Files.readString(dump, StandardCharsets.ISO_8859_1);
        assertThat(memory).contains("wheels-run");
        return memory;
    }

    @ParameterizedTest
    @ValueSource(strings = {"javax.net.ssl.keyStorePassword=" + CANARY, "javax.net.ssl.keyStore=pom.xml"})
    void noneStaysThatWouldKeepAPasswordOrReadAPathFromAnotherDirectory(String given) {
        String name = given.substring(0, given.indexOf('='));
        System.setProperty(name, given.substring(given.indexOf('=') + 1));
        try {
            run(project("told"), Project.SMALL);
        } finally {
            System.clearProperty(name);
        }

        assertThat(seen).isEmpty();
        assertThat(FileTree.texts(project("told").generated())).containsKey("pylock.toml");
    }

    @Test
    void memoryThatRunsOutEndsIt() throws Exception {
        Path java = directory.resolve("java");
        Files.writeString(
                java,
                "#!/bin/sh\nfor each; do shift; case $each in -Xmx*) each=-Xmx128m;; esac; set -- \"$@\" \"$each\"; done\n"
                        + "exec '" + Path.of(System.getProperty("java.home"), "bin", "java") + "' \"$@\"\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
        RunPlace small = new RunPlace(Optional.of(java), STAYING.idle());
        Project project = project("small");
        run(request(project, Project.SMALL, Optional.empty()), small);
        ProcessHandle process = ProcessHandle.of(stayed()).orElseThrow();
        index.always("/simple/tree/", Answer.bytes(new byte[60 << 20]).with("Content-Type", "text/html"));

        Throwable failure = catchThrowableOfType(
                Throwable.class, () -> run(request(project, Project.LARGE, Optional.empty()), small));

        assertThat(failure).isInstanceOf(OutOfMemoryError.class);
        assertThat(found()).isEqualTo(process.pid());
        assertEnds(process);
    }

    /** {@link ChildJvm#rest} reads to the end of the build's output, which a process that holds it would keep open. */
    @Test
    void theOutputOfTheBuildEndsWithTheBuild() throws Exception {
        Project project = project("piped");
        try (ChildJvm build = ChildJvm.start("staying", project)) {
            String said = build.rest();

            assertThat(build.exitCode()).as(said).isZero();
            ProcessHandle process = ProcessHandle.of(remember(said)).orElseThrow();
            assertThat(process.isAlive()).isTrue();
        }
    }

    private long remember(String said) {
        long number = number(said).orElseThrow(() -> new AssertionError(said));
        seen.add(number);
        return number;
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 15, 2})
    @Proves(
            id = "fault 55",
            given =
                    "a build that is killed, or ended by SIGTERM or SIGINT, while a process that has stayed runs for it",
            outcome = "that process ends, too, nothing is written, and the next run succeeds")
    void endsWithABuildThatIsInterrupted(int signal) throws Exception {
        Project project = project("ended");
        ProcessHandle process;
        try (ChildJvm build = ChildJvm.start("staying", project)) {
            process = ProcessHandle.of(remember(build.rest())).orElseThrow();
        }
        while (process.isAlive() && sockets(project.cache()).isEmpty()) {
            Thread.onSpinWait();
        }
        SortedMap<String, String> before = FileTree.texts(project.generated());
        String result = Files.readString(project.result());
        index.always("/simple/tree/", Answer.SILENCE);
        FileTree.clear(project.cache().resolve("v1").resolve("http"));
        try (ChildJvm build = ChildJvm.start("staying", project)) {
            build.until("takes place in process " + process.pid()).until("ready");
            build.signal(signal);

            assertEnds(process);
        }
        assertThat(FileTree.texts(project.generated())).isEqualTo(before);
        assertThat(project.result()).hasContent(result);
        run(project, List.of("most"));
        assertThat(project.names()).containsExactly("generated", "target");
    }
}
