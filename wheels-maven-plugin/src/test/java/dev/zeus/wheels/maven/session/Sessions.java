package dev.zeus.wheels.maven.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The sessions of {@code docs/sessions.md}: each goal as Maven runs it, recorded through a pipe, and what draws
 * progress also on pseudo-terminals of three widths, where the same must be left. {@code -Dgoldens.update} writes the
 * page.
 */
public final class Sessions {
    private static final List<Integer> WIDTHS = List.of(40, 80, 200);

    private static final String HEAD = """
            # Sessions

            What each goal says, as Maven runs it: a build of the consumer in `wheels-maven-plugin/src/it/sessions`, which declares
            `fastapi[standard]` below 0.121 and `pandas` with a cooldown of seven days, against a mirror of its own. It is recorded
            through a pipe; `generate`, `check`, `outdated`, `tree` and `explain` also run on pseudo-terminals of 40, 80 and 200 columns, and leave the same lines there.
            Maven's own lines are left out, and options of `inspect` that nobody gave, and folders, dates, times, sizes and hashes stand for those of a run. Not here are `snapshot`, which asks Nix
            ([recipes](recipes.md)), and what differs from machine to machine in [`doctor`](doctor.md).
            """;

    private static final List<Session> ALL = List.of(
            new Session("mvn wheels:generate -Dwheels.dryRun"),
            new Session("mvn wheels:generate"),
            new Session("mvn wheels:generate -Dwheels.locked"),
            new Session("mvn -q wheels:tree"),
            new Session("mvn -q wheels:tree -Dwheels.package=typing-extensions -Dwheels.invert"),
            new Session("mvn -q wheels:why -Dwheels.package=idna"),
            new Session("mvn -q wheels:why -Dwheels.package=panda"),
            new Session("mvn -q wheels:outdated"),
            new Session("mvn wheels:generate -Dwheels.upgarde=pandas"),
            new Session("mvn wheels:add -Dwheels.add=httpx"),
            new Session("mvn -q wheels:diff -Dwheels.from=before.toml"),
            new Session("mvn -q wheels:diff -Dwheels.from=before.toml -Dwheels.format=markdown"),
            new Session("mvn wheels:remove -Dwheels.remove=httpx"),
            // What is imported depends on the Pythons of the machine.
            new Session(
                    "mvn wheels:check -Dwheels.targets=all",
                    Pattern.compile("(?!.*( import | version |not run| checks|WARNING)).*")),
            new Session("mvn wheels:audit"),
            new Session("mvn -q wheels:inspect", Pattern.compile("(?!.* \\(default\\)).*")),
            new Session("mvn -q wheels:doctor", Pattern.compile(".* (annotation processor|declarations|lock) .*")),
            new Session("mvn -q wheels:explain -Dwheels.code=L201"),
            new Session("mvn -q wheels:export"),
            new Session("mvn wheels:mirror -Dwheels.mirrorDirectory=mirror"),
            new Session("mvn wheels:import -Dwheels.import=requirements.txt"),
            new Session("mvn wheels:report"),
            // Which classes are archived, and how large that is, depends on the JDK.
            new Session("mvn wheels:cache", Pattern.compile("(?!.*( class archives | imports | in all )).*")));

    private final Shop shop;
    private final Path page;

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
            String goal = session.command().replaceAll("mvn (-q )?wheels:(\\w+).*", "$2");
            if (text.indexOf("\n## " + goal + "\n") < 0) {
                text.append("\n## ").append(goal).append('\n');
            }
            List<String> said = said(session, PseudoTerminal.PIPE);
            text.append('\n').append(block(session, said));
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
    private static String block(Session session, List<String> said) {
        String fence = said.stream().anyMatch(line -> line.startsWith("```")) ? "````" : "```";
        return fence + "console\n$ " + session.command() + "\n" + String.join("\n", said) + "\n" + fence + "\n";
    }

    private List<String> said(Session session, PseudoTerminal terminal) {
        return session.said(shop.lines(session.command(), terminal), shop.stands());
    }

    /** Progress is drawn there, and nothing of it is left; answers are the same, several in one run of Maven. */
    private void onTerminals() throws IOException {
        for (int width : WIDTHS) {
            onTerminal(new PseudoTerminal(width));
        }
        new TerminalOptions(shop).hold();
    }

    private void onTerminal(PseudoTerminal terminal) throws IOException {
        shop.forget();
        String recorded = Files.readString(page);
        for (String command : List.of("mvn wheels:generate", "mvn wheels:check -Dwheels.targets=all")) {
            Session session = recorded(command);
            String block = block(session, said(session, terminal));
            if (!recorded.contains(block)) {
                throw new AssertionError(terminal.columns() + " columns show something else than a pipe:\n" + block);
            }
        }
        Session answers = new Session("mvn -q wheels:outdated wheels:tree wheels:explain -Dwheels.code=L201");
        StringBuilder expected = new StringBuilder();
        for (String command :
                List.of("mvn -q wheels:outdated", "mvn -q wheels:tree", "mvn -q wheels:explain -Dwheels.code=L201")) {
            int from = recorded.indexOf("$ " + command + "\n") + command.length() + 3;
            expected.append(recorded, from, recorded.indexOf("\n" + fence(recorded, from), from) + 1);
        }
        equal(
                expected.toString(),
                String.join("\n", said(answers, terminal)) + "\n",
                terminal.columns() + " columns show other answers than a pipe");
    }

    /** The fence of the block that a place is in. */
    private static String fence(String text, int place) {
        int begin = text.lastIndexOf("console\n$ ", place);
        return text.substring(text.lastIndexOf('\n', begin) + 1, begin) + "\n";
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
