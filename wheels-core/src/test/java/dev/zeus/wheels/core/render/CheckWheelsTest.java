// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.testkit.NeedsNixBuilds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That {@code check-wheels.py} finds what is wrong with packages that are installed as these are, and nothing else. */
@NeedsNixBuilds
class CheckWheelsTest {
    private static final String SUM = "sha256=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    private static final String OTHER = "sha256=BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB";

    @TempDir
    static Path shared;

    @TempDir
    Path site;

    private static Path python;

    @BeforeAll
    static void build() throws Exception {
        // From 3.12 on Python itself leaves out files that are not there.
        String environment = "(import " + FixtureNix.NIXPKGS + " { }).python311.withPackages (ps: [ ps.packaging ])";
        python = new FixtureNix(shared).buildWhole(environment).resolve("bin/python3");
        Files.writeString(
                shared.resolve("check-wheels.py"),
                NixTemplate.of("check-wheels.py").text());
    }

    @BeforeEach
    void install() throws IOException {
        install("app", "1.0", "Requires-Dist: leaf>=1\n", Map.of("app.py", SUM, "tests/__init__.py", SUM));
        install("leaf", "1.5", "", Map.of("leaf.py", SUM, "tests/__init__.py", OTHER));
        Files.writeString(site.resolve("app.py"), "import leaf\n");
        Files.writeString(site.resolve("leaf.py"), "");
    }

    private void install(String name, String version, String more, Map<String, String> files) throws IOException {
        Path info = Files.createDirectories(site.resolve(name + "-" + version + ".dist-info"));
        Files.writeString(
                info.resolve("METADATA"),
                "Metadata-Version: 2.1\nName: " + name + "\nVersion: " + version + "\n" + more);
        StringBuilder record = new StringBuilder();
        files.forEach((path, sum) -> record.append(path + "," + sum + ",1\n"));
        Files.writeString(info.resolve("RECORD"), record);
    }

    private String asked(String questions, boolean passes) throws Exception {
        Path file = Files.writeString(shared.resolve("questions.json"), questions);
        ProcessBuilder builder = new ProcessBuilder(
                        python.toString(), shared.resolve("check-wheels.py").toString(), file.toString())
                .redirectErrorStream(true);
        builder.environment().put("PYTHONPATH", site.toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor() == 0).as(said).isEqualTo(passes);
        return said;
    }

    private static String question(String name, String version, String imports) {
        return "{\"whole\": false, \"modules\": [], \"packages\": [{\"name\": \"" + name + "\", \"version\": \""
                + version + "\", \"imports\": [\"" + imports + "\"], \"tests\": [\"abi\", \"import\", \"metadata\"]}]}";
    }

    private static String whole(String module) {
        return "{\"whole\": true, \"packages\": [], \"modules\": [\"" + module + "\"]}";
    }

    @Test
    void passesWhatIsAsItShouldBe() throws Exception {
        assertThat(asked(question("app", "1.0", "app"), true)).isEqualTo("app was asked for: abi import metadata\n");
    }

    @Test
    void saysWhatIsWrongWithAPackage() throws Exception {
        Files.writeString(site.resolve("app.py"), "import nothing_of_that_name\n");
        assertThat(asked(question("app", "2.0", "app"), false))
                .contains("app: import: import app: ModuleNotFoundError: No module named 'nothing_of_that_name'")
                .contains("app: metadata: the metadata says version 1.0, expected 2.0");
    }

    @Test
    void filesThatAreNotThereDoNotCollide() throws Exception {
        assertThat(asked(whole("app"), true)).contains("the environment was asked for: imports, collisions");

        Files.createDirectories(site.resolve("tests"));
        Files.writeString(site.resolve("tests/__init__.py"), "");
        assertThat(asked(whole("app"), false)).contains("collision: tests/__init__.py belongs to app and leaf");
    }

    @Test
    void saysWhichRequirementsAreNotMet() throws Exception {
        install(
                "app",
                "1.0",
                "Requires-Dist: leaf>=2\nRequires-Dist: absent\nRequires-Dist: x; extra == 'y'\n",
                Map.of());
        assertThat(asked(whole("leaf"), false))
                .contains("requirement: app requires leaf>=2, but there is 1.5")
                .contains("requirement: app requires absent, which is not there")
                .doesNotContain("requires x");
    }
}
