// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.ContinuousIntegrationDeclaration;
import dev.zeus.wheels.NixCache;
import dev.zeus.wheels.testkit.Goldens;
import dev.zeus.wheels.testkit.NeedsNixBuilds;
import dev.zeus.wheels.testkit.NeedsSh;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** What the workflow says, and what its commands do. */
class WorkflowTest {
    private static final Map<String, ContinuousIntegrationDeclaration> DECLARED = new TreeMap<>(Map.of(
            "plain.yml", ci(List.of("ubuntu-24.04"), true, NixCache.NONE, "", "", ""),
            "upgrades.yml", ci(List.of("ubuntu-24.04"), true, NixCache.GITHUB, "", "17 4 * * 1", ""),
            "cachix.yml", ci(List.of("ubuntu-24.04"), true, NixCache.CACHIX, "acme", "", "python"),
            "attic.yml", ci(List.of("self-hosted", "linux"), false, NixCache.ATTIC, "acme", "0 5 1 * *", "")));

    /** What a step runs, in a block or on its line. */
    private static final Pattern RUN =
            Pattern.compile("(?m)^( +)(?:- )?run: (?:\\|\\n((?:\\1 {2,}.*\\n|\\n)+)|(.*)\\n)");

    @TempDir
    Path directory;

    private static ContinuousIntegrationDeclaration ci(
            List<String> runner, boolean nix, NixCache cache, String name, String upgrades, String in) {
        return new ContinuousIntegrationDeclaration(runner, 21, nix, cache, name, upgrades, in);
    }

    private static Map<String, String> workflows() {
        Map<String, String> workflows = new TreeMap<>();
        DECLARED.forEach((name, ci) -> workflows.put(
                name,
                Renderer.render(
                                Sets.of(List.of(Sets.wheel("leaf")), List.of()).withCi(Optional.of(ci)),
                                new LockBuilder().pure("leaf").lock())
                        .get("wheels.yml")));
        return workflows;
    }

    @Test
    void saysWhatIsDeclared() {
        new Goldens("workflow").check(workflows());
    }

    @Test
    void aSetWithoutOneHasNoFileOfIt() {
        assertThat(Renderer.render(
                        Sets.of(List.of(Sets.wheel("leaf")), List.of()),
                        new LockBuilder().pure("leaf").lock()))
                .doesNotContainKey("wheels.yml");
    }

    @Test
    @NeedsSh
    void everyCommandIsOfTheShell() throws Exception {
        for (String workflow : workflows().values()) {
            assertThat(commands(workflow)).hasSizeGreaterThan(1);
            for (String command : commands(workflow)) {
                assertThat(command).doesNotContain("${{");
                assertThat(ran(directory, Map.of(), "bash", "-n", "-c", command))
                        .isEmpty();
            }
        }
    }

    @Test
    @EnabledIf(value = "hasActionlint", disabledReason = "needs actionlint")
    void actionlintFindsNothing() throws Exception {
        Files.createDirectories(directory.resolve(".git"));
        for (Map.Entry<String, String> workflow : workflows().entrySet()) {
            Path file = Files.writeString(directory.resolve(workflow.getKey()), workflow.getValue());
            assertThat(ran(directory, Map.of(), "actionlint", "-shellcheck=", "-pyflakes=", file.toString()))
                    .isEmpty();
        }
    }

    /** With a Maven that moves the lock, a repository and a stand-in for the program of GitHub. */
    @Test
    @NeedsSh
    void whatMovedIsProposedAsOneChange() throws Exception {
        Path remote = directory.resolve("remote.git");
        Path work = directory.resolve("work");
        ran(directory, Map.of(), "git", "init", "--quiet", "--bare", remote.toString());
        ran(directory, Map.of(), "git", "clone", "--quiet", remote.toString(), work.toString());
        Path programs = Files.createDirectory(directory.resolve("bin"));
        program(programs.resolve("mvn"), """
                case " $* " in
                  *" wheels:generate "*) cp "$MOVED" generated/pylock.toml ;;
                  *" wheels:diff "*) echo '| leaf | 1.0 | 1.1 |' ;;
                esac
                """);
        program(programs.resolve("gh"), """
                echo "$@" >>"$RUNNER_TEMP/gh.log"
                [ "$2" != edit ]
                """);
        String workflow = Objects.requireNonNull(workflows().get("upgrades.yml"));
        Files.createDirectories(work.resolve("generated"));
        Files.createDirectories(work.resolve(".github/workflows"));
        Files.writeString(work.resolve("generated/pylock.toml"), "before\n");
        Files.writeString(work.resolve("generated/wheels.yml"), workflow);
        Files.writeString(work.resolve(".github/workflows/wheels.yml"), workflow);
        ran(work, Map.of(), "git", "add", "--all");
        ran(work, Map.of(), "git", "-c", "user.name=a", "-c", "user.email=a@b", "commit", "--quiet", "-m", "First");
        Path moved = Files.writeString(directory.resolve("moved.toml"), "before\n");
        Map<String, String> variables = Map.of(
                "PATH", programs + ":" + System.getenv("PATH"),
                "MOVED", moved.toString(),
                "RUNNER_TEMP", directory.toString(),
                "GITHUB_STEP_SUMMARY", directory.resolve("summary.md").toString(),
                "GITHUB_WORKSPACE", work.toString(),
                "BASE", "main");

        assertThat(all(workflow, work, variables)).endsWith("Nothing moved.\n");

        Files.writeString(moved, "after\n");
        all(workflow, work, variables);
        assertThat(ran(
                        directory,
                        Map.of(),
                        "git",
                        "-C",
                        remote.toString(),
                        "show",
                        "wheels-upgrade:generated/pylock.toml"))
                .isEqualTo("after\n");
        assertThat(directory.resolve("gh.log"))
                .hasContent("pr edit wheels-upgrade --body-file " + directory + "/moved.md\n"
                        + "pr create --base main --head wheels-upgrade --title Upgrade the wheels --body-file "
                        + directory + "/moved.md\n");
        assertThat(directory.resolve("moved.md")).hasContent("| leaf | 1.0 | 1.1 |");
        assertThat(Files.readString(directory.resolve("summary.md"))).contains("| leaf | 1.0 | 1.1 |");
    }

    /** Of the checks of a flake those are built whose derivations are not those of the base, and the others are not. */
    @Test
    @NeedsNixBuilds
    void onlyWhatChangedIsBuilt() throws Exception {
        Path remote = directory.resolve("remote.git");
        Path work = directory.resolve("work");
        ran(directory, Map.of(), "git", "init", "--quiet", "--bare", "--initial-branch=main", remote.toString());
        ran(directory, Map.of(), "git", "clone", "--quiet", remote.toString(), work.toString());
        Files.writeString(work.resolve("flake.nix"), """
                {
                  outputs = _: {
                    checks.%s = builtins.mapAttrs (name: file: derivation {
                      inherit name file;
                      system = "%1$s";
                      builder = "/bin/sh";
                      args = [ "-c" "read -r text <$file; test $text != broken && echo $text >$out" ];
                    }) { "python3.12-a" = ./a.txt; b = ./b.txt; };
                  };
                }
                """.formatted(system()));
        Files.writeString(work.resolve("a.txt"), directory + "-a\n");
        Files.writeString(work.resolve("b.txt"), "broken\n");
        Files.writeString(work.resolve("App.java"), "class App {}\n");
        commit(work, "First");
        String command = commands(Objects.requireNonNull(workflows().get("plain.yml"))).stream()
                .filter(each -> each.contains("derivations()"))
                .findFirst()
                .orElseThrow();
        String first = ran(work, Map.of(), "git", "rev-parse", "HEAD").strip();

        Files.writeString(work.resolve("App.java"), "class App { int x; }\n");
        commit(work, "Second");
        assertThat(built(command, work, first)).endsWith("0 of 2 checks changed\n");

        Files.writeString(work.resolve("a.txt"), directory + "-other\n");
        commit(work, "Third");
        assertThat(built(command, work, first)).contains("1 of 2 checks changed\n");
        assertThat(directory.resolve("summary.md"))
                .content()
                .contains("- `.#checks." + system() + ".\"python3.12-a\"`");

        Process broken = start(work, variables(work, "0123456"), "bash", "-eo", "pipefail", "-c", command);
        assertThat(new String(broken.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("::notice::the checks of the base \"0123456\" cannot be evaluated", "2 of 2 checks changed");
        assertThat(broken.waitFor()).isNotZero();
    }

    private String built(String command, Path work, String base) throws Exception {
        return ran(work, variables(work, base), "bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", command);
    }

    private Map<String, String> variables(Path work, String base) throws IOException {
        Path temporary = Files.createTempDirectory(directory, "runner");
        return Map.of(
                "RUNNER_TEMP",
                temporary.toString(),
                "GITHUB_STEP_SUMMARY",
                directory.resolve("summary.md").toString(),
                "GITHUB_WORKSPACE",
                work.toString(),
                "NIX_CONFIG",
                "experimental-features = nix-command flakes",
                "DIRECTORY",
                ".",
                "BASE",
                base);
    }

    private static String system() throws Exception {
        return ran(
                Path.of("."),
                Map.of(),
                "nix",
                "eval",
                "--extra-experimental-features",
                "nix-command",
                "--raw",
                "--impure",
                "--expr",
                "builtins.currentSystem");
    }

    private static void commit(Path work, String message) throws Exception {
        ran(work, Map.of(), "git", "add", "--all");
        ran(work, Map.of(), "git", "-c", "user.name=a", "-c", "user.email=a@b", "commit", "--quiet", "-m", message);
        ran(work, Map.of(), "git", "push", "--quiet", "origin", "HEAD:main");
    }

    /** A copy that is not what was generated ends the run at its first step. */
    @Test
    @NeedsSh
    void anOldCopyIsTold() throws Exception {
        String workflow = Objects.requireNonNull(workflows().get("plain.yml"));
        Files.createDirectories(directory.resolve("generated"));
        Files.createDirectories(directory.resolve(".github/workflows"));
        Files.writeString(directory.resolve("generated/wheels.yml"), workflow);
        Files.writeString(directory.resolve(".github/workflows/wheels.yml"), workflow.replace("21", "17"));

        Process process = start(
                directory,
                Map.of("GITHUB_WORKSPACE", directory.toString()),
                "bash",
                "-eo",
                "pipefail",
                "-c",
                commands(workflow).get(0));
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isNotZero();
        assertThat(said).contains("::error::.github/workflows/wheels.yml is not what was generated");
    }

    private static List<String> commands(String workflow) {
        List<String> commands = new ArrayList<>();
        Matcher run = RUN.matcher(workflow);
        while (run.find()) {
            commands.add(run.group(2) == null ? run.group(3) : run.group(2).stripIndent());
        }
        return commands;
    }

    /** What all commands of a workflow say, run as GitHub runs them. */
    private static String all(String workflow, Path work, Map<String, String> variables) throws Exception {
        StringBuilder said = new StringBuilder();
        for (String command : commands(workflow)) {
            said.append(ran(work, variables, "bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", command));
        }
        return said.toString();
    }

    private static void program(Path file, String commands) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + commands);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    static boolean hasActionlint() {
        try {
            ran(Path.of("."), Map.of(), "actionlint", "--version");
            return true;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }

    private static String ran(Path directory, Map<String, String> variables, String... command)
            throws IOException, InterruptedException {
        Process process = start(directory, variables, command);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private static Process start(Path directory, Map<String, String> variables, String... command) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().putAll(variables);
        return builder.start();
    }
}
