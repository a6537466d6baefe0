// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The site of this checkout: every link of it leads somewhere, and a browser shows it. */
final class SiteTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    static Path site;

    private static final Map<Path, Document> PAGES = new HashMap<>();

    @BeforeAll
    static void writesTheSite() throws IOException {
        Site.write(ROOT, site);
        try (Stream<Path> files = Files.walk(site)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".html")).toList()) {
                PAGES.put(file, Jsoup.parse(file));
            }
        }
    }

    @Test
    void hasAPageOfEveryDocument() throws IOException {
        try (Stream<Path> documents = Files.list(ROOT.resolve("docs"))) {
            assertThat(documents
                            .filter(document -> document.toString().endsWith(".md"))
                            .map(document -> site.resolve(Links.page(ROOT.relativize(document)))))
                    .allSatisfy(page -> assertThat(PAGES).containsKey(page));
        }
        assertThat(PAGES).containsKeys(site.resolve("index.html"), site.resolve("examples/index.html"));
    }

    @Test
    void hasNoDeadLink() {
        List<String> dead = new ArrayList<>();
        PAGES.forEach((file, page) -> {
            for (Element link : page.select("a[href], img[src]")) {
                String to = link.hasAttr("href") ? link.attr("href") : link.attr("src");
                if (!leadsSomewhere(file, page, to)) {
                    dead.add(site.relativize(file) + ": " + to);
                }
            }
        });

        assertThat(dead).isEmpty();
    }

    /** What leads out of the site is asked of the checkout where it is ours, and of nobody where it is not. */
    private static boolean leadsSomewhere(Path file, Document page, String to) {
        if (to.startsWith(Links.REPOSITORY)) {
            return Files.exists(ROOT.resolve(to.substring(Links.REPOSITORY.length())));
        }
        if (to.startsWith("https:")) {
            return true;
        }
        String[] parts = to.split("#", 2);
        Path target = parts[0].isEmpty() ? file : file.resolveSibling(parts[0]).normalize();
        Document there = parts[0].isEmpty() ? page : PAGES.get(target);
        return Files.isRegularFile(target)
                && (parts.length == 1 || (there != null && there.getElementById(parts[1]) != null));
    }

    private static Document page(String name) {
        return Objects.requireNonNull(PAGES.get(site.resolve(name)), name);
    }

    @Test
    void namesTheFourKindsOnEveryPage() {
        assertThat(PAGES.values())
                .allSatisfy(page -> assertThat(page.select("nav h2").eachText())
                        .containsExactly("Start", "How to", "Reference", "Evidence"));
        assertThat(page("docs/start.html").select("nav [aria-current]").eachText())
                .containsExactly("Start in five minutes");
    }

    @Test
    void isShownByABrowser() throws Exception {
        Optional<Path> chromium = Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "chromium-headless-shell", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(chromium.isPresent(), "no Chromium on the PATH");

        for (String name : List.of("index.html", "docs/start.html")) {
            Path dom = site.resolve("dom.txt");
            Path said = site.resolve("said.txt");
            Process process = new ProcessBuilder(
                            chromium.orElseThrow().toString(),
                            "--headless",
                            "--no-sandbox",
                            "--disable-gpu",
                            "--enable-logging=stderr",
                            "--user-data-dir=" + site.resolve("profile"),
                            "--dump-dom",
                            site.resolve(name).toUri().toString())
                    .redirectOutput(dom.toFile())
                    .redirectError(said.toFile())
                    .start();
            assertThat(process.waitFor()).isZero();
            assertThat(Files.readString(said)).doesNotContain("CONSOLE");
            assertThat(Jsoup.parse(dom).select("main h1").text())
                    .isEqualTo(page(name).select("main h1").text());
        }
    }
}
