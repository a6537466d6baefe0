// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.fork;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.testkit.FileTree;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts real JVMs, whose program says what it was asked with and where its class came from. */
final class ClassArchiveTest {
    @TempDir
    Path directory;

    private Path jar;
    private Path cache;

    /** A program of one class. */
    static final class Main {
        private Main() {}

        @SuppressWarnings("SystemOut") // how it talks to the test
        public static void main(String[] arguments) throws IOException {
            while (System.in.read() >= 0) {
                System.out.flush();
            }
        }
    }

    @BeforeEach
    void pack() throws IOException {
        jar = directory.resolve("main.jar");
        cache = directory.resolve("cache");
        String name = Main.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry(name));
            out.write(Main.class.getClassLoader().getResourceAsStream(name).readAllBytes());
        }
    }

    private String runToTheEnd() throws Exception {
        try (URLClassLoader loader = new URLClassLoader(
                        new URL[] {jar.toUri().toURL(), slf4j()}, ClassLoader.getPlatformClassLoader());
                ChildProcess child =
                        ChildProcess.start(loader.loadClass(Main.class.getName()), cache, ChildProcess.ownJava())) {
            child.channel().close();
            return child.end();
        }
    }

    private static URL slf4j() {
        return org.slf4j.Logger.class.getProtectionDomain().getCodeSource().getLocation();
    }

    private List<Path> archives() throws IOException {
        return files("classes");
    }

    private List<Path> files(String bucket) {
        return FileTree.files(cache.resolve("v1").resolve(bucket));
    }

    @Test
    void theFirstRunWritesItAndTheNextUsesIt() throws Exception {
        assertThat(runToTheEnd()).isEqualTo("it ended with 0");
        assertThat(archives())
                .singleElement()
                .satisfies(file -> assertThat(file).isNotEmptyFile());
        assertThat(files("new")).isEmpty();
        List<Path> classPath = ForkClassPath.of(
                new URLClassLoader(new URL[] {jar.toUri().toURL(), slf4j()}, ClassLoader.getPlatformClassLoader()));
        assertThat(ClassArchive.of(cache, classPath).orElseThrow().flag())
                .isEqualTo("-XX:SharedArchiveFile=" + archives().get(0));

        Object made = Files.getLastModifiedTime(archives().get(0));
        assertThat(runToTheEnd()).isEqualTo("it ended with 0");
        assertThat(Files.getLastModifiedTime(archives().get(0))).isEqualTo(made);
    }

    @Test
    void aBrokenOneIsGoneWithout() throws Exception {
        runToTheEnd();
        Path archive = archives().get(0);
        Files.setPosixFilePermissions(archive, PosixFilePermissions.fromString("rw-------"));
        for (byte[] content : List.of(new byte[0], new byte[1 << 16], Files.readAllBytes(jar))) {
            Files.write(archive, content);
            assertThat(runToTheEnd()).isEqualTo("it ended with 0");
        }
    }

    @Test
    void otherJarsHaveAnother() throws Exception {
        runToTheEnd();
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(directory.resolve("other.jar")))) {
            out.putNextEntry(new JarEntry("other.txt"));
        }
        assertThat(ClassArchive.of(cache, List.of(jar, directory.resolve("other.jar")))
                        .orElseThrow()
                        .isMissing())
                .isTrue();
    }

    /** What is in an archive is run: a user who can write it could run anything as this user. */
    @Test
    void thereIsNoneWhereTheCacheMayNotBeBelieved() throws Exception {
        runToTheEnd();
        Files.setPosixFilePermissions(cache.resolve("v1"), PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThat(ClassArchive.of(cache, List.of(jar))).isEmpty();

        Path foreign = Files.createDirectories(directory.resolve("foreign"));
        Files.writeString(foreign.resolve("letters.txt"), "mine");
        assertThat(ClassArchive.of(foreign, List.of(jar))).isEmpty();
        assertThat(ClassArchive.of(jar, List.of(jar))).isEmpty();
        assertThat(ClassArchive.of(cache, List.of(directory))).isEmpty();
    }

    @Test
    void onlyTheLatestStay() throws Exception {
        runToTheEnd();
        Path bucket = cache.resolve("v1").resolve("classes");
        for (int i = 0; i < 6; i++) {
            Path old = bucket.resolve("a" + i).resolve("b".repeat(62));
            Files.createDirectories(old.getParent());
            Files.writeString(old, "old");
            Files.setLastModifiedTime(old, java.nio.file.attribute.FileTime.fromMillis(1000L * i));
        }
        Files.delete(archives().stream()
                .filter(ClassArchiveTest::isLarge)
                .findFirst()
                .orElseThrow());
        runToTheEnd();

        assertThat(archives()).hasSize(4).anyMatch(ClassArchiveTest::isLarge);
        assertThat(bucket.resolve("a5").resolve("b".repeat(62))).exists();
        assertThat(bucket.resolve("a0").resolve("b".repeat(62))).doesNotExist();
    }

    private static boolean isLarge(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) > 1000;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
