// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.page;

import dev.zeus.wheels.core.answer.LockDiff;
import dev.zeus.wheels.core.answer.LockGraph;
import dev.zeus.wheels.core.answer.PackageDiff;
import dev.zeus.wheels.core.text.Counted;
import dev.zeus.wheels.core.text.HtmlText;
import dev.zeus.wheels.core.wheel.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A lock as one page: the graph with search, fold and the way to the declaration, sizes, floors, licences, checks and
 * what changed.
 *
 * <p>It is one file that asks no network, and whose policy forbids every script and style but its own. Everything is on
 * it without a script, too; with one, the graph can be searched and folded, by keyboard as well.
 */
public final class LockPage {
    /** How it begins, which distinguishes it from a user's own file. */
    public static final String HEAD = "<!doctype html>\n<!-- Written by mvn wheels:report -->\n";

    private LockPage() {}

    /**
     * The page.
     *
     * @param name the name of the wheel set
     * @param checks which checks each declared package is asked, as rows of package and checks
     * @param change what differs from another lock
     * @param since what that lock is, such as {@code HEAD~1}
     */
    public static String of(
            String name, LockGraph graph, List<List<String>> checks, Optional<LockDiff> change, String since) {
        String style = resource("page.css");
        String script = resource("page.js");
        HtmlText out = new HtmlText();
        out.open("html", "lang", "en").open("head").line();
        out.open("meta", "charset", "utf-8").line();
        String policy = "default-src 'none'; style-src '" + Sha256.of(style).sri() + "'; script-src '"
                + Sha256.of(script).sri() + "'; base-uri 'none'; form-action 'none'";
        out.open("meta", "http-equiv", "Content-Security-Policy", "content", policy)
                .line();
        out.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .line();
        out.open("meta", "name", "color-scheme", "content", "light dark").line();
        out.element("title", "The wheels of " + name)
                .own("style", style)
                .close("head")
                .line();
        out.open("body").open("header").element("h1", "The wheels of " + name);
        out.element(
                        "p",
                        Counted.of(graph.packages().size(), "package") + ", "
                                + graph.declared().stream()
                                        .map(one -> one.locked().name())
                                        .distinct()
                                        .count()
                                + " of them declared, for "
                                + Counted.of(graph.targets().size(), "target"))
                .close("header")
                .open("main")
                .line();
        graph(out, graph);
        PageTables tables = new PageTables(graph);
        section(out, "Packages", () -> tables.packages(out));
        section(out, "Targets", () -> tables.targets(out));
        section(out, "Licences", () -> tables.licences(out));
        section(out, "Withdrawn or vulnerable", () -> tables.standing(out));
        section(
                out,
                "Checks",
                () -> PageTables.table(out, "checks", List.of("package", "asked by mvn verify"), checks, List.of()));
        change.ifPresent(diff -> section(out, "Changed since " + since, () -> changes(out, diff)));
        out.close("main").own("script", script).close("body").close("html").line();
        return HEAD + out;
    }

    private static void graph(HtmlText out, LockGraph graph) {
        out.open("section", "aria-labelledby", "what-needs-what")
                .element("h2", "What needs what", "id", "what-needs-what");
        out.open("form", "id", "tools", "role", "search")
                .element("label", "Search", "for", "search")
                .open("input", "id", "search", "type", "search", "autocomplete", "off", "placeholder", "name");
        out.element("button", "Fold all", "type", "button", "id", "fold-all")
                .element("button", "Unfold all", "type", "button", "id", "unfold-all")
                .close("form");
        out.element("p", "", "id", "said", "role", "status", "aria-live", "polite")
                .line();
        out.open(
                "div",
                "id",
                "picture",
                "tabindex",
                "0",
                "role",
                "region",
                "aria-label",
                "the graph, which can be moved");
        new GraphPicture(graph).draw(out);
        out.close("div");
        out.element(
                "p",
                "Enter shows the way to the declaration, Space folds what is below, the arrows go to neighbours, /"
                        + " searches.",
                "class",
                "keys");
        out.close("section").line();
    }

    private static void section(HtmlText out, String title, Runnable content) {
        out.open("section").element("h2", title);
        content.run();
        out.close("section").line();
    }

    private static void changes(HtmlText out, LockDiff diff) {
        List<List<String>> rows = diff.packages().stream()
                .map(one -> List.of(
                        one.name().value(),
                        one.kind(),
                        PackageDiff.listed(one.before()),
                        PackageDiff.listed(one.after()),
                        String.join("; ", one.details())))
                .toList();
        if (rows.isEmpty()) {
            out.element("p", "Nothing");
        } else {
            PageTables.table(out, "changes", List.of("package", "what", "before", "now", "more"), rows, List.of());
        }
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(LockPage.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
