// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.maven.session;

import dev.zeus.wheels.testkit.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The sessions of {@code docs/sessions.md}: each goal as Maven runs it, recorded through a pipe, and on
 * pseudo-terminals of three widths, where the same must be left. {@code -Dgoldens.update} writes the page.
 */
public final class Sessions {
    private static final List<Integer> WIDTHS = List.of(40, 80, 200);

    private static final String HEAD = """
            # Sessions

            What each goal says, as Maven runs it: a build of the consumer in `wheels-maven-plugin/src/it/sessions`, which declares
            `fastapi[standard]` below 0.121 and `pandas` with a cooldown of seven days, against a mirror of its own (`init` in an empty
            folder). It is recorded through a pipe, and each goal runs on pseudo-terminals of 40, 80 and 200 columns, too, where progress is
            drawn and the same lines are left. Maven's own lines are left out, and options of `inspect` that nobody gave, and folders, dates,
            times, sizes and hashes stand for those of a run. Not here are `snapshot`, which asks Nix ([recipes](recipes.md)), and what
            differs from machine to machine in [`doctor`](doctor.md).
            """;

    private static final String INIT = "mvn dev.zeus.wheels:wheels-maven-plugin:VERSION:init";

    private static final List<Session> ALL = List.of(
            new Session(INIT),
            new Session("mvn wheels:generate -Dwheels.dryRun"),
            new Session("mvn wheels:generate"),
            new Session("mvn wheels:generate -Dwheels.locked", "locked"),
            new Session("mvn -q wheels:tree"),
            new Session("mvn -q wheels:tree -Dwheels.package=typing-extensions -Dwheels.invert", "inverted"),
            new Session("mvn -q wheels:why -Dwheels.package=idna", "idna"),
            new Session("mvn -q wheels:why -Dwheels.package=panda", "panda"),
            new Session("mvn -q wheels:outdated"),
            new Session("mvn wheels:generate -Dwheels.upgarde=pandas"),
            new Session("mvn wheels:add -Dwheels.add=httpx", "httpx"),
            new Session("mvn -q wheels:diff -Dwheels.from=before.toml", "before"),
            new Session("mvn -q wheels:diff -Dwheels.from=before.toml -Dwheels.format=markdown", "markdown"),
            new Session("mvn wheels:remove -Dwheels.remove=httpx", "httpx"),
            // What is not run depends on the Pythons of the machine.
            new Session(
                    "mvn wheels:check -Dwheels.targets=all",
                    "all",
                    Pattern.compile("(?!.*( import | version |not run| checks|WARNING)).*|.*passed   .*")),
            new Session("mvn wheels:audit"),
            new Session("mvn -q wheels:inspect", "", Pattern.compile("(?!.* \\(default\\)).*")),
            new Session("mvn -q wheels:doctor", "", Pattern.compile(".* (annotation processor|declarations|lock) .*")),
            new Session("mvn -q wheels:explain -Dwheels.code=L201", "code"),
            new Session("mvn -q wheels:export"),
            new Session("mvn wheels:mirror -Dwheels.mirrorDirectory=mirror", "folder"),
            new Session("mvn wheels:import -Dwheels.import=requirements.txt", "requirements"),
            new Session("mvn wheels:report"),
            // Which classes are archived, and how large that is, depends on the JDK.
            new Session("mvn wheels:cache", "", Pattern.compile("(?!.*( class archives | imports | in all )).*")));

    /** Those that share a start of Maven on a terminal; only the last of each may fail. */
    private static final List<List<String>> TOGETHER = List.of(
            List.of("mvn wheels:generate", "mvn wheels:check -Dwheels.targets=all", "mvn wheels:audit"),
            List.of(
                    "mvn wheels:add -Dwheels.add=httpx",
                    "mvn -q wheels:diff -Dwheels.from=before.toml",
                    "mvn -q wheels:diff -Dwheels.from=before.toml -Dwheels.format=markdown",
                    "mvn wheels:remove -Dwheels.remove=httpx",
                    "mvn -q wheels:why -Dwheels.package=panda"),
            List.of(
                    "mvn wheels:generate -Dwheels.locked",
                    "mvn -q wheels:tree",
                    "mvn -q wheels:tree -Dwheels.package=typing-extensions -Dwheels.invert",
                    "mvn -q wheels:why -Dwheels.package=idna",
                    "mvn -q wheels:outdated",
                    "mvn -q wheels:inspect",
                    "mvn -q wheels:doctor",
                    "mvn -q wheels:explain -Dwheels.code=L201",
                    "mvn -q wheels:export",
                    "mvn wheels:mirror -Dwheels.mirrorDirectory=mirror",
                    "mvn wheels:report",
                    "mvn wheels:cache",
                    "mvn wheels:import -Dwheels.import=requirements.txt"));

    private final Shop shop;
    private final Path page;
    private final List<String> others = new ArrayList<>();

    private Sessions(Shop shop, Path page) {
        this.shop = shop;
        this.page = page;
    }

    /**
     * Runs and records all.
     *
     * @param maven the beginning of each command line
     * @throws AssertionError where the page says otherwise, or a terminal shows otherwise
     */
    public static void hold(Path directory, String maven, Path page) throws IOException {
        try (Shop shop = new Shop(directory, maven)) {
            new Sessions(shop, page).hold();
        }
    }

    private void hold() throws IOException {
        StringBuilder text = new StringBuilder(HEAD);
        for (Session session : ALL) {
            if (session.command().contains(":add ")) {
                Files.copy(shop.file("generated/pylock.toml"), shop.file("before.toml"));
                Files.writeString(shop.file("requirements.txt"), "httpx==0.28.1\n");
            }
            if (session.command().equals("mvn wheels:generate")) {
                shop.forget();
            }
            if (text.indexOf("\n## " + session.goal() + "\n") < 0) {
                text.append("\n## ").append(session.goal()).append('\n');
            }
            text.append('\n').append(block(session, lines(session, PseudoTerminal.PIPE)));
        }
        if (System.getProperty("goldens.update") != null) {
            Files.writeString(page, text);
        }
        equal(Files.readString(page), text.toString(), page + " is not what the goals say");
        if (PseudoTerminal.isThere()) {
            onTerminals();
        }
    }

    /** A fence that no line of it is. */
    private String block(Session session, List<String> lines) {
        List<String> said = session.said(lines, shop.stands());
        String fence = said.stream().anyMatch(line -> line.startsWith("```")) ? "````" : "```";
        return fence + "console\n$ " + session.command() + "\n" + String.join("\n", said) + "\n" + fence + "\n";
    }

    /** What is shown of a start of Maven; what begins a project does so in an empty folder. */
    private List<String> lines(Session session, PseudoTerminal terminal) throws IOException {
        return session.command().equals(INIT)
                ? shop.linesOfNew(session.command(), terminal)
                : shop.lines(session.command(), terminal);
    }

    private void onTerminals() throws IOException {
        for (int width : WIDTHS) {
            onTerminal(new PseudoTerminal(width));
        }
        equal("", String.join("\n", others), "what terminals show");
        new TerminalOptions(shop).hold();
    }

    /** Progress is drawn there, and nothing of it is left; all the rest is the same. */
    private void onTerminal(PseudoTerminal terminal) throws IOException {
        String page = Files.readString(this.page);
        Set<Session> alone = new LinkedHashSet<>(ALL);
        TOGETHER.forEach(commands -> commands.forEach(command -> alone.remove(recorded(command))));
        shop.forget();
        for (Session session : alone) {
            hold(page, session, lines(session, terminal), terminal);
        }
        shop.forget();
        FileTree.delete(shop.file("mirror"));
        for (List<String> commands : TOGETHER) {
            List<Session> sessions = commands.stream().map(Sessions::recorded).toList();
            String command = sessions.stream().map(Session::asked).collect(Collectors.joining(" ", "mvn ", ""));
            List<List<String>> parts = Session.parts(shop.lines(command, terminal));
            equal(sessions.size(), parts.size(), "goals that ran of " + command + " in " + parts);
            for (int i = 0; i < parts.size(); i++) {
                hold(page, sessions.get(i), parts.get(i), terminal);
            }
        }
    }

    private void hold(String page, Session session, List<String> lines, PseudoTerminal terminal) {
        String block = block(session, lines);
        if (!page.contains("\n" + block)) {
            others.add(terminal.columns() + " columns show something else than a pipe:\n" + block);
        }
    }

    private static Session recorded(String command) {
        return ALL.stream()
                .filter(each -> each.command().equals(command))
                .findFirst()
                .orElseThrow();
    }

    static void equal(Object expected, Object found, String what) {
        if (!expected.equals(found)) {
            throw new AssertionError(what + "; expected:\n" + expected + "\nfound:\n" + found);
        }
    }
}
