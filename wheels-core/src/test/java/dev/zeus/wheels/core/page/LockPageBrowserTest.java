// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zeus.wheels.core.answer.LargeLock;
import dev.zeus.wheels.testkit.HostCommand;
import dev.zeus.wheels.testkit.NeedsChromium;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The page of 500 packages in a browser: what its script does, to hands and to keys, and that it is accessible; skipped
 * where no Chromium is on the PATH, which {@code .ci/install-chromium} puts there.
 *
 * <p>{@code -Dreport.pictures=DIR} writes the pictures of the documents, and those of the page that
 * {@code -Dreport.page=FILE} names.
 */
@NeedsChromium
final class LockPageBrowserTest {
    private static final String DEEP = "package-499-1.2-pypi";
    private static final String SEEN = "(picture => [...document.querySelectorAll('.node.declared')]"
            + ".map(node => node.getBoundingClientRect())"
            + ".filter(box => box.top > picture.top && box.bottom < picture.bottom).length)"
            + "(document.getElementById('picture').getBoundingClientRect())";
    private static final Optional<Path> PICTURES =
            Optional.ofNullable(System.getProperty("report.pictures")).map(Path::of);

    @TempDir
    static Path home;

    private static Optional<Browser> started = Optional.empty();
    private static Path page = Path.of("");

    @BeforeAll
    static void start() throws Exception {
        page = page(500);
        started = Optional.of(Browser.start(HostCommand.chromium().orElseThrow(), home));
    }

    private static Path page(int packages) throws IOException {
        return Files.writeString(
                home.resolve("report-" + packages + ".html"),
                LockPage.of(
                        "com.acme",
                        LargeLock.graph(packages),
                        List.of(List.of("package-0", "import")),
                        Optional.empty(),
                        ""));
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (started.isPresent()) {
            started.orElseThrow().close();
        }
    }

    private static Browser browser() {
        return started.orElseThrow();
    }

    private static Browser opened(String place) {
        browser().open(URI.create("about:blank"), 1400, "light");
        browser().open(URI.create(page.toUri() + place), 1400, "light");
        return browser();
    }

    private static int count(String selector) {
        return browser()
                .evaluate("document.querySelectorAll('" + selector + "').length")
                .asInt();
    }

    private static String text(String script) {
        return browser().evaluate(script).asText();
    }

    private static String said() {
        return text("document.getElementById('said').textContent");
    }

    private static String focused() {
        return text("document.activeElement.id");
    }

    @AfterEach
    void isQuietAndAsksForNothingElse() {
        assertThat(browser().said()).isEmpty();
        assertThat(browser().requests()).hasSize(1);
    }

    @Test
    void isThere(TestReporter reporter) {
        opened("");

        assertThat(count("svg .node:not(.gone)")).isEqualTo(500);
        assertThat(browser().evaluate(SEEN).asInt()).isGreaterThan(5);
        assertThat(browser()
                        .evaluate("document.getElementById('graph').getBoundingClientRect().height")
                        .asDouble())
                .isPositive();
        // A figure for docs/everyday.md, and no bound: machines differ.
        reporter.publishEntry(
                "milliseconds until 500 packages are loaded",
                text("String(Math.round(performance.getEntriesByType('navigation')[0].loadEventEnd))"));
    }

    @Test
    void showsTheWayToADeclaration() {
        opened("#" + DEEP);

        assertThat(said()).startsWith("package-499 1.2").contains("needed by: ");
        int way = count(".node.way");
        assertThat(way).isGreaterThan(1);
        assertThat(count(".edge.way")).isEqualTo(way - 1);
        assertThat(count(".node.way.declared")).isEqualTo(1);
        assertThat(text("document.querySelector('.node[tabindex=\"0\"]').id")).isEqualTo(DEEP);
    }

    @Test
    void searchesAndFolds() {
        opened("#search=package-49");
        assertThat(count(".node.found")).isEqualTo(11);
        assertThat(count("tr[data-node]:not(.gone)")).isEqualTo(11);
        assertThat(said()).isEqualTo("11 packages with package-49 in the name");

        opened("#fold");
        assertThat(count(".node:not(.gone)")).isBetween(25, 100);
        assertThat(count(".node.folded")).isPositive();
    }

    @Test
    void isUsedByKeysAlone() {
        opened("");

        browser().press("/");
        assertThat(focused()).isEqualTo("search");
        "package-499".chars().forEach(key -> browser().press(Character.toString(key)));
        assertThat(count(".node.found")).isEqualTo(1);
        browser().press("Enter");
        assertThat(focused()).isEqualTo(DEEP);
        assertThat(said()).startsWith("package-499 1.2").contains("needed by: ");
        browser().press("ArrowLeft");
        String above = focused();
        assertThat(above).startsWith("package-").isNotEqualTo(DEEP);
        browser().press("ArrowRight");
        browser().press("ArrowLeft");
        browser().press(" ");
        assertThat(said()).endsWith(" is folded");
        assertThat(text("document.activeElement.getAttribute('aria-expanded')")).isEqualTo("false");
        browser().press("Enter");
        assertThat(count(".node.way")).isPositive();
        for (String key : List.of("ArrowDown", "ArrowUp")) {
            browser().press(key);
            assertThat(focused()).startsWith("package-");
        }
        browser().press("Tab");
        assertThat(text("document.activeElement.matches('.node')")).isEqualTo("false");
    }

    @ParameterizedTest
    @CsvSource({"390,light", "390,dark", "1400,light", "1400,dark"})
    void fitsAWindowAndFailsNobody(int width, String colours) throws IOException {
        // Of 12 packages, which have every kind of element: axe-core takes half a minute to look at 500.
        browser().open(page(12).toUri(), width, colours);
        assertThat(serious()).isEmpty();

        browser().open(page.toUri(), width, colours);
        assertThat(browser().evaluate("document.documentElement.scrollWidth").asInt())
                .isLessThanOrEqualTo(width);
        picture("report-500", width, colours);
        String other = System.getProperty("report.page");
        if (other != null) {
            browser().open(Path.of(other).toUri(), width, colours);
            assertThat(serious()).isEmpty();
            picture("report", width, colours);
        }
    }

    private static void picture(String name, int width, String colours) throws IOException {
        if (PICTURES.isPresent()) {
            Files.write(
                    PICTURES.orElseThrow().resolve(name + "-" + width + "-" + colours + ".webp"),
                    browser().picture());
        }
    }

    /** What axe-core finds that hinders people: the rule and where it is broken. */
    private static List<String> serious() throws IOException {
        try (InputStream in = Objects.requireNonNull(LockPageBrowserTest.class.getResourceAsStream("/axe.min.js"))) {
            browser().evaluate(new String(in.readAllBytes(), StandardCharsets.UTF_8) + "; 0");
        }
        JsonNode found = browser()
                .evaluate("axe.run().then(all => all.violations"
                        + ".filter(one => one.impact === 'serious' || one.impact === 'critical')"
                        + ".map(one => one.id + ': ' + one.nodes[0].target + ' ' + one.nodes[0].failureSummary))");
        return StreamSupport.stream(found.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
