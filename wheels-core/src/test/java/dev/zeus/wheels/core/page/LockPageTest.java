package dev.zeus.wheels.core.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.zeus.wheels.core.answer.LargeLock;
import dev.zeus.wheels.core.answer.Link;
import dev.zeus.wheels.core.answer.LockGraph;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page of a lock: what is on it, that nothing on it is markup or a request that is not ours, and, where a Chromium
 * is on the path, that its script does what it says.
 */
final class LockPageTest {
    @TempDir
    Path directory;

    private static String page(LockGraph graph, String name) {
        return LockPage.of(name, graph, List.of(List.of("package-0", "import")), Optional.empty(), "");
    }

    @Test
    void hasEveryPackageInTheGraphAndInTheTable() {
        LockGraph graph = LargeLock.graph(500);
        Document page = Jsoup.parse(page(graph, "com.acme"));

        assertThat(page.select("svg .node")).hasSize(500);
        assertThat(page.select("table.packages tbody tr")).hasSize(500);
        assertThat((long) page.select("svg .edge").size())
                .isEqualTo(graph.packages().stream()
                        .mapToLong(locked -> graph.needs(locked).stream()
                                .map(Link::to)
                                .distinct()
                                .count())
                        .sum());
        assertThat(page.select("svg .node.declared")).hasSize(25);
        assertThat(page.select("table.targets tbody tr")).hasSize(4);
        Element deep = Objects.requireNonNull(page.getElementById("package-499-1.2-pypi"));
        assertThat(deep.attr("data-way")).startsWith("needed by: package-").endsWith(".java:3)");
        for (Element row : page.select("tr[data-node]")) {
            assertThat(page.getElementById(row.attr("data-node"))).isNotNull();
        }
    }

    /** Written where a run says to, to be looked at: {@code -Dreport.sample=FILE}. */
    @Test
    void isTheSameEachTime() throws IOException {
        String page = page(LargeLock.graph(500), "com.acme");
        String sample = System.getProperty("report.sample");
        if (sample != null) {
            Files.writeString(Path.of(sample), page);
        }

        assertThat(page).isEqualTo(page(LargeLock.graph(500), "com.acme")).startsWith(LockPage.HEAD);
    }

    @Test
    void canBeReadWithoutEyesOrHands() {
        Document page = Jsoup.parse(page(LargeLock.graph(40), "com.acme"));

        assertThat(page.select("html[lang], head > title, main, h1")).hasSize(4);
        assertThat(page.select("svg .node:not([aria-label]), svg .node:not([role=button])"))
                .isEmpty();
        assertThat(page.select("svg .node[tabindex=0]")).hasSize(1);
        assertThat(page.select("table:not(:has(th[scope=col]))")).isEmpty();
        assertThat(page.select("input").stream().map(Element::id))
                .allSatisfy(
                        id -> assertThat(page.select("label[for=" + id + "]")).hasSize(1));
        assertThat(page.select("[id]").stream().map(Element::id)).doesNotHaveDuplicates();
        assertThat(page.select("[role=status][aria-live]")).hasSize(1);
        assertThat(page.select("meta[name=viewport]")).hasSize(1);
    }

    @Test
    void asksNothingAndRunsNothingButItsOwn() throws Exception {
        Document page = Jsoup.parse(page(LargeLock.graph(40), "com.acme"));

        assertThat(page.select("[src], link, iframe, img, object, [style], [onclick]"))
                .isEmpty();
        assertThat(page.select("a[href]").stream().map(link -> link.attr("href")))
                .allMatch(href -> href.startsWith("#"));
        String policy = page.select("meta[http-equiv=Content-Security-Policy]").attr("content");
        assertThat(policy).startsWith("default-src 'none'; ").doesNotContain("unsafe");
        for (String own : List.of("script", "style")) {
            assertThat(page.select(own)).hasSize(1);
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(page.select(own).get(0).data().getBytes(StandardCharsets.UTF_8));
            assertThat(policy).contains("'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
        }
    }

    @Test
    void textOfOthersStaysText() {
        String hostile = "<script>alert(1)</script>\"'&\u202e\u0007";
        Document page = Jsoup.parse(LockPage.of(
                hostile, LargeLock.graph(3), List.of(List.of(hostile, hostile)), Optional.empty(), hostile));

        assertThat(page.select("script")).hasSize(1);
        assertThat(page.select("table.checks td").text()).isEqualTo("<script>alert(1)</script>\"'&\\u202e\\u0007");
    }

    /** Opens the page at a place, and gives the document as it is then; what the console says fails the test. */
    private Document opened(String page, String place) throws IOException, InterruptedException {
        Optional<Path> chromium = Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(chromium.isPresent(), "no Chromium on the PATH");
        Path file = directory.resolve("report.html");
        Files.writeString(file, page);
        List<String> command = new ArrayList<>(List.of(
                chromium.orElseThrow().toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--enable-logging=stderr",
                "--user-data-dir=" + directory.resolve("profile"),
                "--dump-dom",
                file.toUri() + "#" + place));
        Path said = directory.resolve("said.txt");
        Process process =
                new ProcessBuilder(command).redirectError(said.toFile()).start();
        String dom;
        try (InputStream in = process.getInputStream()) {
            dom = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        assertThat(process.waitFor()).isZero();
        assertThat(Files.readString(said)).doesNotContain("CONSOLE");
        return Jsoup.parse(dom);
    }

    @Test
    void showsTheWayToADeclarationInABrowser() throws Exception {
        Document page = opened(page(LargeLock.graph(500), "com.acme"), "package-499-1.2-pypi");

        assertThat(page.select("#said").text()).startsWith("package-499 1.2").contains("needed by: ");
        assertThat(page.select(".node.way").size()).isGreaterThan(1);
        assertThat(page.select(".edge.way")).hasSize(page.select(".node.way").size() - 1);
        assertThat(page.select(".node.way.declared")).hasSize(1);
        assertThat(page.select(".node[tabindex=0]").attr("id")).isEqualTo("package-499-1.2-pypi");
    }

    @Test
    void searchesAndFoldsInABrowser() throws Exception {
        String page = page(LargeLock.graph(500), "com.acme");

        Document found = opened(page, "search=package-49");
        assertThat(found.select(".node.found")).hasSize(11);
        assertThat(found.select("tr[data-node]:not(.gone)")).hasSize(11);
        assertThat(found.select("#said").text()).isEqualTo("11 packages with package-49 in the name");
        Document folded = opened(page, "fold");
        assertThat(folded.select(".node:not(.gone)").size()).isBetween(25, 100);
        assertThat(folded.select(".node.folded")).isNotEmpty();
    }
}
