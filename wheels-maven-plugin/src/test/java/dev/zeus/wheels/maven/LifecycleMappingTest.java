// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Eclipse marks a project as wrong that binds a goal which the mapping does not name. */
final class LifecycleMappingTest {
    private static final String MAPPING = "/META-INF/m2e/lifecycle-mapping-metadata.xml";

    @Test
    void namesEveryGoal() throws IOException {
        try (InputStream stream = Objects.requireNonNull(getClass().getResourceAsStream(MAPPING));
                Stream<Path> sources = Files.list(Path.of("src/main/java/dev/zeus/wheels/maven"))) {
            String mapping = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            List<String> goals = sources.filter(file -> file.toString().endsWith("Mojo.java"))
                    .flatMap(file -> matches("@Mojo\\(\\s*name = \"([a-z-]+)\"", read(file)))
                    .toList();

            assertThat(goals).contains("generate", "check");
            assertThat(matches("<goal>(.*)</goal>", mapping)).containsExactlyInAnyOrderElementsOf(goals);
        }
    }

    private static Stream<String> matches(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().map((MatchResult match) -> match.group(1));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
