// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.fork;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.core.http.CacheDirectory;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(OS.WINDOWS)
final class DaemonTest {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final long LONGEST_SECONDS = 60;
    private static final SortedMap<String, String> NOTHING = new TreeMap<>();

    @TempDir
    Path directory;

    private final List<ProcessHandle> started = new ArrayList<>();
    private Path cache;
    private Path jar;
    private Class<?> main;

    /** Answers to each word with its number and the words that it was told, and stays after all but "break". */
    static final class Main {
        private Main() {}

        public static void main(String[] arguments) throws IOException {
            ForkChannel channel = new ForkChannel(System.in, new FileOutputStream(FileDescriptor.out));
            DaemonTerms terms = channel.receive(DaemonTerms.class);
            if (Daemon.first(channel, Main::answer)) {
                Detachment.detach();
                Daemon.listen(terms, Main::answer);
            }
            Runtime.getRuntime().halt(0);
        }

        private static boolean answer(ForkChannel channel, Runnable answering) throws IOException {
            String word = channel.receive(String.class);
            if (word.equals("wait")) {
                channel.send(String.class, "waiting");
                word = channel.receive(String.class);
            }
            if (word.equals("leave a thread")) {
                Thread thread = new Thread(Main::waitForEver, "left");
                thread.start();
            }
            if (word.equals("interrupt")) {
                // As a pool does with its threads when it is shut down, which may be saying something.
                Thread.currentThread().interrupt();
                channel.send(String.class, "interrupted");
                Thread.interrupted();
            }
            answering.run();
            channel.send(String.class, ProcessHandle.current().pid() + " " + word);
            channel.close();
            return !word.equals("break");
        }

        private static void waitForEver() {
            try {
                TimeUnit.DAYS.sleep(1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @BeforeEach
    void load() throws Exception {
        // The path of a socket is short.
        cache = directory.resolve("c");
        jar = Files.writeString(directory.resolve("a.jar"), "");
        List<URL> urls = new ArrayList<>();
        for (Path path : ForkClassPath.of(DaemonTest.class.getClassLoader())) {
            urls.add(path.toUri().toURL());
        }
        urls.add(jar.toUri().toURL());
        main = new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())
                .loadClass(Main.class.getName());
    }

    @AfterEach
    void endAll() throws Exception {
        for (ProcessHandle each : started) {
            each.destroyForcibly();
            each.onExit().get(LONGEST_SECONDS, TimeUnit.SECONDS);
        }
    }

    private RunProcesses processes(SortedMap<String, String> properties, Duration idle) throws IOException {
        return RunProcesses.of(new RunProcesses.Start(main, cache, ChildProcess.ownJava()), properties, "en", idle);
    }

    private RunProcesses processes() throws IOException {
        return processes(NOTHING, LONG);
    }

    /** Starts one, which has stayed when this returns. */
    private ProcessHandle stay(RunProcesses processes, String word) throws IOException {
        DaemonTerms terms = processes.terms().orElseThrow();
        try (ChildProcess child = processes.start(Optional.of(terms))) {
            ProcessHandle handle = ProcessHandle.of(child.pid()).orElseThrow();
            started.add(handle);
            child.channel().send(DaemonTerms.class, terms);
            child.channel().send(String.class, word);
            assertThat(child.channel().receive(String.class)).isEqualTo(child.pid() + " " + word);
            child.finish();
            while (handle.isAlive() && !Files.exists(terms.socket())) {
                Thread.onSpinWait();
            }
            return handle;
        }
    }

    private static String ask(RunProcesses processes, String word) throws IOException {
        try (DaemonProcess found = processes.stayed().orElseThrow()) {
            found.channel().send(String.class, word);
            return found.channel().receive(String.class);
        }
    }

    private static void assertEnds(ProcessHandle process) throws Exception {
        process.onExit().get(LONGEST_SECONDS, TimeUnit.SECONDS);
    }

    private List<Path> sockets() throws IOException {
        try (Stream<Path> files = Files.list(cache.resolve("v1").resolve("daemon"))) {
            return files.toList();
        }
    }

    @Test
    void takesOneRunAfterTheOther() throws Exception {
        assertThat(processes().stayed()).isEmpty();
        ProcessHandle process = stay(processes(), "one");

        for (String word : List.of("two", "three", "four")) {
            assertThat(ask(processes(), word)).isEqualTo(process.pid() + " " + word);
        }
        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void onlyThisUserReachesIt() throws Exception {
        stay(processes(), "one");

        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(cache.resolve("v1").resolve("daemon"))))
                .isEqualTo("rwx------");
    }

    @Test
    void hasLetGoOfItsStreamsAndOfTheDirectoryOfTheBuild() throws Exception {
        ProcessHandle process = stay(processes(), "one");
        Path seen = Path.of("/proc", Long.toString(process.pid()));
        Assumptions.assumeTrue(Files.exists(seen));

        for (String stream : List.of("0", "1", "2")) {
            assertThat(Files.readSymbolicLink(seen.resolve("fd").resolve(stream)))
                    .isEqualTo(Path.of("/dev/null"));
        }
        assertThat(Files.readSymbolicLink(seen.resolve("cwd")))
                .isEqualTo(cache.resolve("v1").resolve("daemon"));
    }

    /** A terminal sends them to all that was started from it: the next Ctrl-C there is meant for another program. */
    @ParameterizedTest
    @ValueSource(strings = {"INT", "HUP"})
    void signalsOfTheTerminalPassItBy(String signal) throws Exception {
        ProcessHandle process = stay(processes(), "one");

        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .start()
                .waitFor();

        assertThat(ask(processes(), "two")).isEqualTo(process.pid() + " two");
    }

    @Test
    void endsAfterAnIdleTime() throws Exception {
        assertEnds(stay(processes(NOTHING, Duration.ofMillis(1)), "one"));

        assertThat(sockets()).isEmpty();
    }

    @Test
    void endsWhenItsSocketIsRemoved() throws Exception {
        ProcessHandle process = stay(processes(), "one");

        RunProcesses.endAll(cache);

        assertThat(processes().stayed()).isEmpty();
        assertEnds(process);
    }

    @Test
    void endsWhenAnotherTakesItsPlace() throws Exception {
        RunProcesses both = processes();
        DaemonTerms terms = both.terms().orElseThrow();
        ProcessHandle first = stay(both, "one");
        Path moved = Files.move(terms.socket(), cache.resolve("moved"));
        ProcessHandle second = stay(both, "one");

        assertEnds(first);
        assertThat(ask(processes(), "two")).isEqualTo(second.pid() + " two");
        assertThat(moved).exists();
    }

    @Test
    void endsWhenAJarChanges() throws Exception {
        ProcessHandle process = stay(processes(), "one");
        Files.writeString(jar, "other");

        assertThat(processes().stayed()).isEmpty();
        assertEnds(process);
    }

    @ParameterizedTest
    @ValueSource(strings = {"break", "leave a thread"})
    void endsAfterARunThatDidNotEndAsRunsDo(String word) throws Exception {
        ProcessHandle process = stay(processes(), "one");

        assertThat(ask(processes(), word)).isEqualTo(process.pid() + " " + word);

        assertEnds(process);
    }

    @Test
    void doesNotStayAfterAFirstRunOfThatKind() throws Exception {
        assertEnds(stay(processes(), "break"));

        assertThat(sockets()).isEmpty();
    }

    @Test
    void oneThatIsBusyTakesNoOther() throws Exception {
        ProcessHandle process = stay(processes(), "one");
        try (DaemonProcess busy = processes().stayed().orElseThrow()) {
            busy.channel().send(String.class, "wait");
            assertThat(busy.channel().receive(String.class)).isEqualTo("waiting");

            RunProcesses other = processes();
            assertThat(other.stayed()).isEmpty();
            assertThat(other.terms()).as("what starts now ends with its run").isEmpty();

            busy.channel().send(String.class, "two");
            assertThat(busy.channel().receive(String.class)).isEqualTo(process.pid() + " two");
        }
        assertThat(ask(processes(), "three")).isEqualTo(process.pid() + " three");
    }

    @Test
    void threadsThatAreInterruptedMaySpeak() throws Exception {
        ProcessHandle process = stay(processes(), "one");
        try (DaemonProcess found = processes().stayed().orElseThrow()) {
            found.channel().send(String.class, "interrupt");

            assertThat(found.channel().receive(String.class)).isEqualTo("interrupted");
            assertThat(found.channel().receive(String.class)).isEqualTo(process.pid() + " interrupt");
        }
    }

    @Test
    void oneWhoConnectsAndAsksForNothingDoesNoHarm() throws Exception {
        ProcessHandle process = stay(processes(), "one");

        processes().stayed().orElseThrow().close();

        while (processes().stayed().filter(DaemonTest::closed).isEmpty()) {
            assertThat(process.isAlive()).isTrue();
        }
        assertThat(process.isAlive()).isTrue();
    }

    private static boolean closed(DaemonProcess found) {
        found.close();
        return true;
    }

    @Test
    void theSocketOfOneThatWasKilledIsRemoved() throws Exception {
        ProcessHandle process = stay(processes(), "one");
        process.destroyForcibly();
        assertEnds(process);
        assertThat(sockets()).hasSize(1);

        RunProcesses next = processes();

        assertThat(next.stayed()).isEmpty();
        assertThat(sockets()).isEmpty();
        assertThat(next.terms()).isPresent();
    }

    @Test
    void socketsOfOthersThatWereKilledAreRemovedByTheNextThatStays() throws Exception {
        ProcessHandle process = stay(processes(told("thing"), LONG), "one");
        process.destroyForcibly();
        assertEnds(process);
        Path stale = sockets().get(0);

        stay(processes(), "one");

        ask(processes(), "two");
        assertThat(stale).doesNotExist();
    }

    @Test
    void ofThoseWithOtherKeysTheLongestThereEnds() throws Exception {
        ProcessHandle first = stay(processes(told("first"), LONG), "one");
        for (String word : List.of("second", "third", "fourth")) {
            stay(processes(told(word), LONG), "one");
        }

        assertEnds(first);
        assertThat(started.subList(1, 4)).allMatch(ProcessHandle::isAlive);
    }

    private static SortedMap<String, String> told(String word) {
        return new TreeMap<>(Map.of("jdk.some", word));
    }

    @Test
    void oneThatDoesNotAnswerIsNotWaitedFor() throws Exception {
        Path socket = processes().terms().orElseThrow().socket();
        try (ServerSocketChannel silent = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            silent.bind(UnixDomainSocketAddress.of(socket));

            assertThat(processes().stayed()).isEmpty();
            assertThat(socket).doesNotExist();
        }
    }

    @Test
    void aFileInItsPlaceIsNoSocket() throws Exception {
        Path socket = processes().terms().orElseThrow().socket();
        Files.writeString(socket, "text");

        assertThat(processes().stayed()).isEmpty();
        assertThat(processes().terms()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxrwx---", "rwx---r-x", "rwx--x---"})
    void noneStaysWhereOthersCanReachIt(String permissions) throws Exception {
        stay(processes(), "one");
        Files.setPosixFilePermissions(
                cache.resolve("v1").resolve("daemon"), PosixFilePermissions.fromString(permissions));

        assertThat(processes().stayed()).isEmpty();
        assertThat(processes().terms()).isEmpty();
    }

    @Test
    void noneStaysInADirectoryOfAnotherUser() throws Exception {
        Path place = Files.createDirectory(directory.resolve("mine"));
        Assumptions.assumeTrue(Files.getAttribute(place, "unix:uid").equals(0), "only root gives directories away");
        stay(processes(), "one");
        Files.setAttribute(cache.resolve("v1").resolve("daemon"), "unix:uid", 4711);

        assertThat(processes().stayed()).isEmpty();
        assertThat(processes().terms()).isEmpty();
    }

    @Test
    void noneStaysBehindALink() throws Exception {
        new CacheDirectory(cache).make();
        Path elsewhere = Files.createDirectory(
                directory.resolve("elsewhere"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.createSymbolicLink(cache.resolve("v1").resolve("daemon"), elsewhere);

        assertThat(processes().terms()).isEmpty();
    }

    @Test
    void noneStaysWhereThePathIsTooLongForASocket() throws Exception {
        cache = directory.resolve("c".repeat(100));

        assertThat(processes().terms()).isEmpty();
    }

    @Test
    void theKeyIsAllThatAJvmGoesBy() throws Exception {
        Path trust = Files.writeString(directory.resolve("trust.p12"), "one");
        SortedMap<String, String> trusting = new TreeMap<>();
        trusting.put("javax.net.ssl.trustStore", trust.toString());
        List<Path> keys = new ArrayList<>();
        keys.add(socket(NOTHING, "en"));
        keys.add(socket(NOTHING, "de"));
        keys.add(socket(trusting, "en"));
        Files.setLastModifiedTime(trust, FileTime.fromMillis(4_000_000));
        keys.add(socket(trusting, "en"));
        Files.writeString(jar, "other");
        keys.add(socket(trusting, "en"));

        assertThat(keys).doesNotHaveDuplicates();
        assertThat(socket(trusting, "en")).isEqualTo(keys.get(4));
    }

    private Path socket(SortedMap<String, String> properties, String locale) throws IOException {
        return RunProcesses.of(new RunProcesses.Start(main, cache, ChildProcess.ownJava()), properties, locale, LONG)
                .terms()
                .orElseThrow()
                .socket();
    }

    @Test
    void asWhomFilesAreMadeIsFoundOut() throws Exception {
        CacheDirectory made = new CacheDirectory(cache);
        made.make();
        Path file = Files.createFile(directory.resolve("file"));

        FileMaker maker = FileMaker.in(made);

        assertThat(maker.mode()).isEqualTo((Integer) Files.getAttribute(file, "unix:mode") & 0777);
        assertThat(maker.user()).isEqualTo(Files.getAttribute(file, "unix:uid"));
        assertThat(maker.group()).isEqualTo(Files.getAttribute(file, "unix:gid"));
        assertThat(maker.principal()).isEqualTo(Files.getOwner(file, LinkOption.NOFOLLOW_LINKS));
        assertThat(cache.resolve("v1").resolve("new")).isEmptyDirectory();
    }
}
