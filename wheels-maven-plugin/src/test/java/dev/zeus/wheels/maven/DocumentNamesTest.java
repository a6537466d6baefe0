// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.core.event.CodePages;
import dev.zeus.wheels.testkit.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents call by name is there: goals, options, codes and tests; and the project has one address. */
class DocumentNamesTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern GOAL = Pattern.compile("mvn (?:[^`\\n]* )?wheels:([a-z][a-z-]*)");
    private static final Pattern OPTION = Pattern.compile("-D(wheels(?:\\.[a-z]\\w*)+)");
    private static final Pattern CODE = Pattern.compile("(?<![\\w/.-])([CDEILNRVX][0-9]{3})(?![\\w.-])");
    private static final Pattern TEST = Pattern.compile("\\b([A-Z]\\w+Test)\\b");

    @Test
    void goalsAreThere() {
        Set<String> goals = names(sources("wheels-maven-plugin"), Pattern.compile("@Mojo\\(\\s*name = \"([\\w-]+)\""));
        goals.add("help");

        assertThat(goals).contains("generate");
        assertThat(missing(GOAL, goals)).isEmpty();
    }

    @Test
    void optionsAreThere() {
        Set<String> options = names(
                Stream.concat(
                        Stream.of(ROOT.resolve("pom.xml")),
                        modules().flatMap(module -> FileTree.files(module.resolve("src"), ".java").stream())),
                Pattern.compile("(wheels(?:\\.[a-z]\\w*)+)"));

        assertThat(options).contains("wheels.locked");
        assertThat(missing(OPTION, options)).allMatch(use -> use.contains(": wheels.index."));
    }

    @Test
    void codesAreThere() {
        Set<String> codes = names(
                Stream.of("docs/codes.md", "docs/problems.md").map(ROOT::resolve),
                Pattern.compile("(?m)^## ([A-Z][0-9]{3})\\b"));
        // A note of the compiler needs no page.
        codes.addAll(names(sources("wheels-processor"), Pattern.compile("\"\\[wheels/([A-Z][0-9]{3})]")));

        assertThat(codes).contains("L201", "V101");
        assertThat(missing(CODE, codes)).isEmpty();
    }

    @Test
    void testsAreThere() {
        Set<String> tests = modules()
                .flatMap(module -> FileTree.files(module.resolve("src/test/java"), "Test.java").stream())
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(tests).contains("DocumentNamesTest");
        assertThat(missing(TEST, tests)).isEmpty();
    }

    /** Where the address of the project stands, it is that of the pom. */
    @Test
    void addressesAreThoseOfThePom() {
        String owner = CodePages.PROJECT.substring(0, CodePages.PROJECT.lastIndexOf('/'));
        Pattern address = Pattern.compile("(" + Pattern.quote(owner) + "[\\w./-]*)");

        assertThat(text(ROOT.resolve("pom.xml"))).contains("<url>" + CodePages.PROJECT + "</url>");
        assertThat(names(
                        modules().flatMap(module -> FileTree.files(module.resolve("src/main/java"), ".java").stream()),
                        address))
                .hasSizeGreaterThan(2)
                .allMatch(found -> found.equals(CodePages.PROJECT) || found.startsWith(CodePages.PROJECT + "/"));
    }

    /** The uses of names in the documents that none of the known ones is. */
    private static List<String> missing(Pattern use, Set<String> known) {
        List<String> missing = new ArrayList<>();
        for (Path document : documents()) {
            use.matcher(text(document))
                    .results()
                    .map(found -> found.group(1))
                    .filter(name -> !known.contains(name))
                    .map(name -> ROOT.relativize(document) + ": " + name)
                    .forEach(missing::add);
        }
        return missing;
    }

    /** The pages that are written by hand; what a run has said may misspell, and the change log speaks of what was. */
    private static List<Path> documents() {
        Set<Path> written = Set.of(
                ROOT.resolve("docs/codes.md"), ROOT.resolve("docs/problems.md"), ROOT.resolve("docs/sessions.md"));
        List<Path> documents = new ArrayList<>(List.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md")));
        documents.addAll(FileTree.files(ROOT.resolve("docs"), ".md"));
        documents.addAll(FileTree.files(ROOT.resolve("bench"), "README.md"));
        documents.removeAll(written);
        return documents;
    }

    private static Stream<Path> modules() {
        try (Stream<Path> all = Files.list(ROOT)) {
            return all.filter(each -> Files.isRegularFile(each.resolve("pom.xml"))).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> sources(String module) {
        return FileTree.files(ROOT.resolve(module).resolve("src/main/java"), ".java").stream();
    }

    private static Set<String> names(Stream<Path> files, Pattern name) {
        return files.flatMap(file -> name.matcher(text(file)).results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
