// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.RecipeDeclaration;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.wheel.WheelArchive;
import dev.zeus.wheels.python.PlatformTag;
import dev.zeus.wheels.python.PlatformTag.Family;
import dev.zeus.wheels.python.WheelFilename;
import dev.zeus.wheels.testkit.FileTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Asks the checks that need no lock about real wheels: {@code -Dwheels.real=DIRECTORY}, with everything below it.
 *
 * <p>What fails must be in {@code real-wheels.list}, each with the reason why it is a true defect; see
 * {@code docs/wheel-audit.md} for what other auditors say of the same files.
 */
@EnabledIfSystemProperty(named = "wheels.real", matches = ".+")
final class RealWheelsTest {
    private final SortedSet<String> found = new TreeSet<>();

    @Test
    void passesEveryWheelThatHasNoTrueDefect() throws IOException {
        List<Path> wheels = FileTree.files(Path.of(System.getProperty("wheels.real")), ".whl");
        Set<String> libraries = new HashSet<>();
        Set<String> modules = new HashSet<>();
        Map<String, SortedSet<String>> definitions = new HashMap<>();
        for (Path wheel : wheels) {
            try (WheelArchive archive = WheelArchive.open(wheel)) {
                NativeContent content = NativeContent.read(archive);
                libraries.addAll(content.provided());
                definitions.putAll(content.definitions());
                archive.paths().forEach(path -> modules.add(path.split("[/.]", 2)[0]));
            }
        }
        for (Path wheel : wheels) {
            ask(wheel, libraries, modules, definitions);
        }
        found.forEach(System.out::println);
        assertThat(wheels).isNotEmpty();
        assertThat(found)
                .allSatisfy(line -> assertThat(defects())
                        .anySatisfy(known -> assertThat(line).startsWith(known)));
    }

    private void ask(
            Path file, Set<String> libraries, Set<String> modules, Map<String, SortedSet<String>> definitions) {
        WheelFilename name = WheelFilename.parse(file.getFileName().toString());
        try (WheelArchive archive = WheelArchive.open(file)) {
            note(name, Check.ARCHIVE, () -> ArchiveCheck.problems(archive, name));
            note(name, Check.RECORD, () -> RecordCheck.problems(archive, name));
            note(name, Check.WHEEL, () -> WheelFileCheck.problems(archive, name));
            note(name, Check.ENTRY_POINTS, () -> EntryPointsCheck.problems(archive, name.text(), modules));
            NativeContent content = NativeContent.read(archive);
            content.unread().ifPresent(path -> found.add(name + " native not-run " + path));
            note(name, Check.NATIVE, () -> NativeCheck.problems(name, content, Optional.empty()));
            note(
                    name,
                    Check.NATIVE,
                    () -> StableAbiCheck.problem(name, content, definitions).stream()
                            .toList());
            if (isForLinux(name)) {
                note(
                        name,
                        Check.NATIVE,
                        () -> LibrariesCheck.problem(
                                        name.text(),
                                        content,
                                        new LibrariesCheck.Around(libraries, Set.of(), Set.of(), false),
                                        RecipeDeclaration.USUAL)
                                .stream()
                                .toList());
            }
        }
    }

    private static boolean isForLinux(WheelFilename name) {
        return name.tags().stream()
                .map(tag -> PlatformTag.parse(tag.platform()).family())
                .anyMatch(family -> family == Family.MANYLINUX || family == Family.MUSLLINUX);
    }

    private void note(WheelFilename name, Check check, Supplier<List<Problem>> question) {
        List<Problem> problems;
        try {
            problems = question.get();
        } catch (WheelsException e) {
            problems = List.of(e.problem());
        }
        problems.forEach(each -> found.add(name + " " + check.title() + " " + each.code() + ": " + each.message()));
    }

    private static List<String> defects() throws IOException {
        try (InputStream in = Objects.requireNonNull(RealWheelsTest.class.getResourceAsStream("real-wheels.list"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList();
        }
    }
}
