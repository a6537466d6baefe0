// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.testkit.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The flake template of this repository is what {@code wheels:init} writes where nothing is asked for.
 *
 * <p>{@code -Dgoldens.update} writes it anew.
 */
class TemplateTest {
    private static final Path TEMPLATE = Path.of("../nix/template");

    @Test
    void isWhatInitWrites() throws IOException {
        SortedMap<String, String> written = Init.files(new InitRequest(
                Path.of("."),
                "acme-wheels",
                "com.acme.python",
                "numpy",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                version()));
        if (System.getProperty("goldens.update") != null) {
            for (var each : written.entrySet()) {
                Path file = TEMPLATE.resolve(each.getKey());
                Files.createDirectories(file.getParent());
                Files.writeString(file, each.getValue());
            }
        }

        assertThat(FileTree.texts(TEMPLATE)).isEqualTo(written);
    }

    /** So is the archetype, once the archetype plugin has filled it in. */
    @Test
    void isWhatTheArchetypeWrites() throws IOException {
        SortedMap<String, String> filled = new TreeMap<>();
        Archetype.files(version())
                .forEach((name, text) -> filled.put(
                        name.replace("__gitignore__", ".gitignore")
                                .replace("src/main/java/", "src/main/java/com/acme/python/"),
                        text.replace("${groupId}", "com.acme")
                                .replace("${artifactId}", "acme-wheels")
                                .replace("${package}", "com.acme.python")
                                .replace("<version>${version}", "<version>1.0-SNAPSHOT")));

        assertThat(filled).isEqualTo(FileTree.texts(TEMPLATE));
    }

    private static String version() throws IOException {
        String pom = Files.readString(Path.of("../pom.xml"));
        int from = pom.indexOf("<version>") + "<version>".length();
        return pom.substring(from, pom.indexOf("</version>", from));
    }
}
