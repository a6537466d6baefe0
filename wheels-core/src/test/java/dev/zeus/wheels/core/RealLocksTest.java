// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.Platform;
import dev.zeus.wheels.core.lock.LockRemains;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.testkit.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Locks of real projects: each target prefers the versions that the tool that wrote the lock installs there, as
 * {@code expected.txt} beside the lock says (see src/test/locks/README.md).
 */
class RealLocksTest {
    private static final Path LOCKS = Path.of("src/test/locks");

    @TempDir
    Path home;

    static Stream<Arguments> locks() {
        return FileTree.files(LOCKS).stream()
                .filter(file -> file.endsWith("expected.txt"))
                .map(file -> LOCKS.relativize(file.getParent()))
                .map(folder -> Arguments.of(folder.toString()));
    }

    @ParameterizedTest
    @MethodSource("locks")
    void keepTheirVersionsOnEachTarget(String folder) throws IOException {
        Path directory = LOCKS.resolve(folder);
        ImportOutcome outcome = Import.run(new ImportRequest(
                lock(directory),
                home.resolve("src"),
                "com.acme.python",
                home.resolve("generated"),
                Optional.of("3.12,3.13"),
                Optional.of("x86_64-linux,aarch64-darwin"),
                ImportRequest.names(
                        Files.readString(directory.resolve("with.txt")).strip())));
        LockRemains kept = LockRemains.ofImported(Files.readString(home.resolve("generated/pylock.toml")));
        List<String> unexplained = new ArrayList<>();
        List<String> expected = Files.readAllLines(directory.resolve("expected.txt"));
        Set<String> said = new TreeSet<>(outcome.imported().left());
        Set<String> exceptions = exceptions(directory);
        Set<String> met = new TreeSet<>();

        assertThat(expected).isNotEmpty();
        for (String line : expected) {
            String[] words = line.split(" |==", 3);
            List<String> preferred = kept.on(target(words[0])).entrySet().stream()
                    .filter(each -> each.getKey().value().equals(words[1]))
                    .flatMap(each -> each.getValue().stream().map(Object::toString))
                    .toList();
            boolean told = said.stream().anyMatch(left -> left.contains("\"" + words[1]));
            if (preferred.equals(List.of(words[2]))) {
                continue;
            }
            if (exceptions.contains(words[1])) {
                met.add(words[1]);
            } else if (!told) {
                unexplained.add(line + " but " + preferred);
            }
        }
        assertThat(unexplained).isEmpty();
        assertThat(met).as("exceptions that are none").isEqualTo(exceptions);
        assertThat(outcome.imported().versions())
                .as("nothing is kept that no target installs")
                .isLessThanOrEqualTo((int) expected.stream()
                        .map(line -> line.split(" |==", 3)[1])
                        .distinct()
                        .count());
    }

    /** With only the lock, what the project asked for is found in it, and nothing gets lost. */
    @ParameterizedTest
    @MethodSource("locks")
    void keepTheirVersionsWithoutTheProjectBesideThem(String folder) throws IOException {
        Path directory = LOCKS.resolve(folder);
        Path lock = lock(directory);
        Path alone = Files.copy(lock, home.resolve(lock.getFileName()));
        ImportOutcome outcome = Import.run(new ImportRequest(
                alone,
                home.resolve("src"),
                "com.acme.python",
                home.resolve("generated"),
                Optional.of("3.12,3.13"),
                Optional.of("x86_64-linux,aarch64-darwin"),
                ImportRequest.names(
                        Files.readString(directory.resolve("with.txt")).strip())));
        LockRemains kept = LockRemains.ofImported(Files.readString(home.resolve("generated/pylock.toml")));
        List<String> lost = Files.readAllLines(directory.resolve("expected.txt")).stream()
                .filter(line -> {
                    String[] words = line.split(" |==", 3);
                    return kept.on(target(words[0])).entrySet().stream()
                            .noneMatch(each -> each.getKey().value().equals(words[1])
                                    && each.getValue().stream()
                                            .anyMatch(version ->
                                                    version.toString().equals(words[2])));
                })
                .filter(line -> outcome.imported().left().stream()
                        .noneMatch(left -> left.contains("\"" + line.split(" |==", 3)[1])))
                .toList();

        Set<String> exceptions = exceptions(directory);
        assertThat(lost)
                .filteredOn(line -> !exceptions.contains(line.split(" |==", 3)[1]))
                .isEmpty();
    }

    /** The packages that exceptions.txt explains, each with a reason behind a colon. */
    private static Set<String> exceptions(Path directory) throws IOException {
        Path file = directory.resolve("exceptions.txt");
        Set<String> names = new TreeSet<>();
        for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
            assertThat(line).matches("[a-z0-9-]+: .{20,}");
            names.add(line.substring(0, line.indexOf(':')));
        }
        return names;
    }

    private static Path lock(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".lock")
                            || file.endsWith("pylock.toml")
                            || file.endsWith("conda-lock.yml"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Target target(String id) {
        String python = "3." + id.substring(3, 5);
        return id.endsWith("linux")
                ? new Target(python, Platform.X86_64_LINUX, "2.39")
                : new Target(python, Platform.AARCH64_DARWIN, "14.0");
    }
}
