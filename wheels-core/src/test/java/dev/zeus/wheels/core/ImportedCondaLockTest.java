// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.zeus.wheels.Platform;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.lock.LockRemains;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.testkit.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an import takes of a conda-lock.yml beside the versions, which RealLocksTest holds. */
class ImportedCondaLockTest {
    private static final String CONDA = """
            version: 1
            package:
            - {name: bzip2, version: 1.0.8, manager: conda, platform: linux-64, category: main}
            - {name: openssl, version: 3.3.1, manager: conda, platform: linux-64, category: main}
            - {name: xz, version: 5.2.6, manager: conda, platform: linux-64, category: main}
            - {name: zlib, version: 1.3.1, manager: conda, platform: linux-64, category: main}
            - {name: pytest, version: 8.2.2, manager: conda, platform: linux-64, category: dev, optional: true}
            """;

    /** Such as poprox-recommender's: all that its lock has for pip. */
    private static final String REPOSITORY = """
            - name: poprox-concepts
              version: 0.0.1
              manager: pip
              platform: linux-64
              dependencies:
                pydantic: '>=2.7.1,<2.8.0'
              url: git+https://forge.example/poprox-concepts.git@c0552428
              category: main
              source:
                type: url
                url: git+https://forge.example/poprox-concepts.git@c0552428
              optional: false
            """;

    @TempDir
    Path home;

    @Test
    void saysOfPipsPackagesFirstWhyNothingIsLeftToDeclare() {
        WheelsException problem = catchThrowableOfType(WheelsException.class, () -> run(CONDA + REPOSITORY, ""));

        assertThat(problem)
                .hasMessageContaining(
                        "no package that can be declared; conda-lock.yml:8: \"poprox-concepts 0.0.1\": it comes from a repository");
    }

    @Test
    void offersNoCategoryThatHasNothingToDeclare() {
        WheelsException problem = catchThrowableOfType(WheelsException.class, () -> run(CONDA + REPOSITORY, ""));

        assertThat(problem.problem().hint()).isEqualTo("name a file that does");
    }

    @Test
    void offersCategoriesOfWhatPipInstalls() throws IOException {
        String ruff = pip("ruff", "0.5.0", "lint");
        ImportOutcome outcome = run(CONDA + pip("idna", "3.7", "main") + ruff + ruff.replace("linux", "osx"), "");

        assertThat(outcome.imported().left())
                .anyMatch(line -> line.contains("\"lint\": an extra or group of 1 requirements"))
                .noneMatch(line -> line.contains("\"dev\""));
    }

    /** A lock of the third conda-lock names a package once for each of its categories. */
    @Test
    void takesAPackageOfTwoCategoriesOnce() throws IOException {
        run(CONDA + pip("idna", "3.7", "main") + pip("idna", "3.7", "lint"), "lint");

        assertThat(kept()).isEqualTo("{idna=[3.7]}");
        assertThat(FileTree.files(home.resolve("src"))).hasSize(2);
    }

    @Test
    void declaresTheAddressThatAPackageIsFrom() throws IOException {
        run(CONDA + pip("acme", "1.0", "main") + """
                  source:
                    type: url
                    url: https://files.example/acme-1.0-py3-none-any.whl
                """ + pip("idna", "3.7", "main") + "  source: null\n", "");

        assertThat(Files.readString(home.resolve("src/com/acme/python/Acme.java")))
                .contains("source = \"acme\"");
        assertThat(Files.readString(home.resolve("src/com/acme/python/package-info.java")))
                .contains("https://files.example/acme-1.0-py3-none-any.whl");
        assertThat(Files.readString(home.resolve("src/com/acme/python/Idna.java")))
                .doesNotContain("source");
    }

    private static String pip(String name, String version, String category) {
        return """
                - name: %s
                  version: '%s'
                  manager: pip
                  platform: linux-64
                  dependencies: {}
                  url: https://files.example/%1$s-%2$s-py3-none-any.whl
                  category: %s
                """.formatted(name, version, category);
    }

    private ImportOutcome run(String text, String with) throws IOException {
        return Import.run(new ImportRequest(
                Files.writeString(home.resolve("conda-lock.yml"), text),
                home.resolve("src"),
                "com.acme.python",
                home.resolve("generated"),
                Optional.of("3.12"),
                Optional.of("x86_64-linux"),
                ImportRequest.names(with)));
    }

    private String kept() throws IOException {
        return LockRemains.ofImported(Files.readString(home.resolve("generated/pylock.toml")))
                .on(new Target("3.12", Platform.X86_64_LINUX, "2.39"))
                .toString();
    }
}
