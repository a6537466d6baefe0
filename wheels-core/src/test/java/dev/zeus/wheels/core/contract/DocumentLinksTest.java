// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every relative link of every Markdown file leads to a file of this repository, and to a heading that it has. */
class DocumentLinksTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Set<String> NOT_OURS = Set.of("target", ".git", ".fast", "result");
    private static final Pattern CODE = Pattern.compile("(?ms)^ *(```+)[^\\n]*\\n.*?^ *\\1 *$|``.+?``|`[^`\\n]*`");
    private static final Pattern LINK =
            Pattern.compile("\\]\\(<?([^)\\s>]+)>?(?: \"[^\"]*\")?\\)|^\\[[^\\]]+\\]: *(\\S+)");
    private static final Pattern ELSEWHERE = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:.*");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?) *#*$");

    @Test
    void leadSomewhere() throws IOException {
        List<Path> pages = pages();
        List<String> dead = new ArrayList<>();
        int links = 0;
        Map<Path, Set<String>> anchors = new HashMap<>();
        for (Path page : pages) {
            for (String link : links(Files.readString(page))) {
                links++;
                String[] parts = link.split("#", 2);
                Path file = parts[0].isEmpty()
                        ? page
                        : page.resolveSibling(parts[0]).normalize();
                boolean there = file.startsWith(ROOT) && Files.exists(file);
                boolean named = parts.length == 1
                        || (there
                                && anchors.computeIfAbsent(file, DocumentLinksTest::anchors)
                                        .contains(parts[1]));
                if (!there || !named) {
                    dead.add(ROOT.relativize(page) + ": " + link);
                }
            }
        }

        assertThat(dead).as("links that lead nowhere").isEmpty();
        assertThat(pages).contains(ROOT.resolve("README.md"), ROOT.resolve("docs/problems.md"));
        assertThat(links).isGreaterThan(50);
    }

    /** The index of the documents leaves none out. */
    @Test
    void areInTheIndex() throws IOException {
        Path index = ROOT.resolve("docs/README.md");
        List<String> linked = links(Files.readString(index));

        assertThat(pages().stream()
                        .filter(page -> page.startsWith(ROOT.resolve("docs")))
                        .filter(page -> !page.equals(index))
                        .map(page ->
                                index.getParent().relativize(page).toString().replace('\\', '/')))
                .as("pages that docs/README.md has no link to")
                .allSatisfy(page -> assertThat(linked).contains(page));
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                return NOT_OURS.contains(directory.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(".md")) {
                    pages.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return pages;
    }

    private static List<String> links(String text) {
        return LINK.matcher(CODE.matcher(text).replaceAll("code"))
                .results()
                .map(link -> link.group(1) == null ? link.group(2) : link.group(1))
                .filter(link -> !ELSEWHERE.matcher(link).matches())
                .toList();
    }

    /**
     * The names of the headings of a page, as GitHub makes them: small letters, digits and hyphens; the second one is
     * "-1".
     */
    private static Set<String> anchors(Path page) {
        Set<String> anchors = new HashSet<>();
        if (page.toString().endsWith(".md")) {
            HEADING.matcher(fencesOut(page))
                    .results()
                    .map(heading -> heading.group(1)
                            .replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1")
                            .toLowerCase(Locale.ROOT)
                            .replaceAll("[^\\p{L}\\p{N} _-]", "")
                            .replace(' ', '-'))
                    .forEach(name -> {
                        String free = name;
                        for (int i = 1; !anchors.add(free); i++) {
                            free = name + "-" + i;
                        }
                    });
        }
        return anchors;
    }

    private static String fencesOut(Path page) {
        try {
            return Pattern.compile("(?ms)^ *(```+)[^\\n]*\\n.*?^ *\\1 *$")
                    .matcher(Files.readString(page))
                    .replaceAll("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
