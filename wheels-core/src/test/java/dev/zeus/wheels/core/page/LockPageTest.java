// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.core.answer.LargeLock;
import dev.zeus.wheels.core.answer.Link;
import dev.zeus.wheels.core.answer.LockGraph;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** The page of a lock: what is on it, and that nothing on it is markup or a request that is not ours. */
final class LockPageTest {
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
}
