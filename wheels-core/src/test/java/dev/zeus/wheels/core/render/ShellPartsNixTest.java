// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import static dev.zeus.wheels.core.render.LockBuilder.NO_FACTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zeus.wheels.EnvironmentDeclaration;
import dev.zeus.wheels.KernelDeclaration;
import dev.zeus.wheels.PipBridgeDeclaration;
import dev.zeus.wheels.ScriptDeclaration;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.LockedWheel;
import dev.zeus.wheels.core.project.OwnSources;
import dev.zeus.wheels.testkit.NeedsNixBuilds;
import dev.zeus.wheels.testkit.ProblemExample;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What scripts, kernels and shells for pip are in Nix. */
@NeedsNixBuilds
class ShellPartsNixTest {
    @TempDir
    static Path directory;

    private static FixtureNix nix;
    private static Lock lock;
    private static LockedWheel leaf;

    @BeforeAll
    static void write() throws IOException {
        nix = new FixtureNix(directory);
        leaf = nix.wheel(
                WheelBuilder.of("leaf", "1.0")
                        .file("leaf/__init__.py", "import os\nWHERE = os.environ.get('LD_LIBRARY_PATH', '')\n"),
                "");
        LockedWheel ipykernel = nix.wheel(
                WheelBuilder.of("ipykernel", "7.0")
                        .file("ipykernel/__init__.py", "")
                        .file("ipykernel_launcher.py", "import leaf, os, sys; print(sys.argv[1:], os.environ['TZ'])\n"),
                "");
        lock = new LockBuilder()
                .add("pypi", NO_FACTS, List.of(), leaf)
                .add("pypi", NO_FACTS, List.of(), ipykernel)
                .lock();
        Files.createDirectories(directory.resolve("tools"));
        Files.writeString(directory.resolve("tools/report.py"), """
                #!/usr/bin/env python3
                # /// script
                # requires-python = ">=3.10"
                # dependencies = ["leaf==1.*"]
                # ///
                import leaf, os, sys
                print("report", leaf.__name__, os.environ["TZ"], *sys.argv[1:])
                """);
        Files.writeString(directory.resolve("requirements.txt"), "leaf==1.0 --hash=sha256:" + leaf.sha256() + "\n");
        WheelSetDeclaration set = set("tools/report.py");
        nix.write(Renderer.render(set, lock, OwnSources.read(set, directory), type -> type));
        Files.writeString(
                directory.resolve("generated/requirements-research.txt"),
                Files.readString(directory.resolve("requirements.txt")));
    }

    private static WheelSetDeclaration set(String script) {
        EnvironmentDeclaration environment = new EnvironmentDeclaration(
                "com.acme.Research",
                "research",
                "3.12",
                List.of("leaf"),
                List.of("zlib"),
                new TreeMap<>(Map.of("TZ", "UTC")),
                "echo entered");
        EnvironmentDeclaration synced = new EnvironmentDeclaration(
                "com.acme.Synced", "synced", "3.12", List.of(), List.of(), new TreeMap<>(), "echo entered");
        return Sets.of(List.of(Sets.wheel("leaf"), Sets.wheel("ipykernel")), List.of())
                .withEnvironments(List.of(
                        synced.withParts(List.of(new PipBridgeDeclaration(".venv", "wheels"))),
                        environment.withParts(List.of(
                                new ScriptDeclaration("report", script),
                                new KernelDeclaration("research", "Research & more"),
                                new PipBridgeDeclaration(".venv", "wheels")))));
    }

    private static String environment(String body) {
        return nix.expression(
                "x86_64-linux",
                List.of(),
                "let e = (import " + directory.resolve("generated/environments.nix") + " pkgs).research; in " + body);
    }

    @Test
    void aScriptIsAProgram() throws Exception {
        Path built = nix.buildWhole(environment("e.scripts.report"));

        assertThat(nix.run(built.resolve("bin/report").toString(), "now")).isEqualTo("report leaf UTC now");
        assertThat(nix.evalWhole(environment("e.flake.apps.report.program"))).isEqualTo(built + "/bin/report");
    }

    /** Jupyter starts what {@code argv} says, from anywhere. */
    @Test
    void aKernelIsWhereJupyterLooks() throws Exception {
        Path built = nix.buildWhole(environment("e.kernels.research"));
        String json = Files.readString(built.resolve("share/jupyter/kernels/research/kernel.json"));

        assertThat(json)
                .contains("\"display_name\":\"Research & more\"", "\"{connection_file}\"]", "\"argv\":[\"/nix/store/");
        String launcher = json.substring(json.indexOf("/nix/store/"), json.indexOf("\",\"-m\""));
        assertThat(nix.run("env", "-i", launcher, "-m", "ipykernel_launcher", "-f", "x"))
                .isEqualTo("['-f', 'x'] UTC");
        assertThat(nix.evalWhole(environment("e.shell.shellHook")))
                .contains("export JUPYTER_PATH=" + built + "/share/jupyter${JUPYTER_PATH:+:$JUPYTER_PATH}")
                .endsWith("echo entered");
    }

    @Test
    void aKernelNeedsIpykernel() {
        WheelSetDeclaration set = Sets.of(List.of(Sets.wheel("leaf")), List.of())
                .withEnvironments(List.of(new EnvironmentDeclaration(
                                "com.acme.Research", "research", "3.12", List.of(), List.of(), new TreeMap<>(), "")
                        .withParts(List.of(new KernelDeclaration("research", "Research")))));
        Lock without = new LockBuilder().add("pypi", NO_FACTS, List.of(), leaf).lock();

        assertThatThrownBy(() -> Renderer.render(set, without))
                .satisfies(ProblemExample.printed("N326"))
                .hasMessageContaining("N326")
                .hasMessageContaining("\"research\"");
    }

    /**
     * The virtual environment has what is locked; entered again, pip is not asked; no other program gets the libraries.
     */
    @Test
    void theShellForPipMakesAVirtualEnvironmentOnce() throws Exception {
        Path shell = Files.writeString(directory.resolve("shell.nix"), environment("e.pip.shell"));
        Path home = Files.createDirectories(directory.resolve("home"));
        Files.copy(
                directory.resolve(leaf.name()),
                Files.createDirectories(home.resolve("wheels")).resolve(leaf.name()));

        String first =
                enterShell(shell, home, "python -c 'import leaf; print(leaf.WHERE)'; echo \"<${LD_LIBRARY_PATH-}>\"");
        assertThat(first).contains("/lib", "<>", "entered").containsPattern("(?s)gcc-lib.*zlib");
        String second = enterShell(shell, home, "type -p python; python -c 'import leaf, sys; print(sys.prefix)'");
        assertThat(second)
                .doesNotContain("Successfully installed", "Collecting")
                .contains(home.resolve(".venv/bin/python").toString())
                .endsWith(home.resolve(".venv").toString());
    }

    /** As with {@code uv pip sync}, but what its user has installed stays. */
    @Test
    void whatIsNoMoreLockedIsUninstalled() throws Exception {
        Path home = Files.createDirectories(directory.resolve("synced"));
        Path wheels = Files.createDirectories(home.resolve("wheels"));
        StringBuilder all = new StringBuilder();
        for (String name : List.of("left", "stays", "other")) {
            LockedWheel wheel = nix.wheel(WheelBuilder.of(name, "1.0").file(name + ".py", ""), "");
            Files.copy(directory.resolve(wheel.name()), wheels.resolve(wheel.name()));
            all.append(name)
                    .append("==1.0 \\\n    --hash=sha256:")
                    .append(wheel.sha256())
                    .append("\n");
        }
        String list = all.toString();
        String[] entries = list.split("(?=left==|stays==|other==)", -1);
        String shown = "python -m pip --disable-pip-version-check list --format=freeze --exclude pip";

        assertThat(synced(home, "# all\n" + list, shown)).endsWith("left==1.0\nother==1.0\nstays==1.0");
        Files.copy(directory.resolve(leaf.name()), wheels.resolve(leaf.name()));
        synced(home, list, "python -m pip install --quiet --no-index --find-links wheels --no-deps leaf");
        // One is gone, one is for another system by now; what a user has installed stays.
        String second = entries[1] + entries[2].replace("==1.0", "==1.0 ; sys_platform == 'win32'");

        assertThat(synced(home, second, shown))
                .contains("Successfully uninstalled left-1.0", "Successfully uninstalled other-1.0")
                .endsWith("leaf==1.0\nstays==1.0");
        assertThat(synced(home, "# none\n", shown)).endsWith("Successfully uninstalled stays-1.0\nentered\nleaf==1.0");
        assertThat(synced(home, "# none\n", shown)).isEqualTo("entered\nleaf==1.0");
    }

    private static String synced(Path home, String requirements, String command) throws Exception {
        Files.writeString(directory.resolve("generated/requirements-synced.txt"), requirements);
        Path shell = Files.writeString(
                directory.resolve("synced.nix"),
                nix.expression(
                        "x86_64-linux",
                        List.of(),
                        "(import " + directory.resolve("generated/environments.nix") + " pkgs).synced.pip.shell"));
        return enterShell(shell, home, command);
    }

    private static String enterShell(Path shell, Path home, String command) throws IOException, InterruptedException {
        return nix.run(
                "sh",
                "-c",
                "cd " + home + " && NIX_BUILD_SHELL=bash nix-shell --pure " + shell + " --run " + quoted(command));
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
