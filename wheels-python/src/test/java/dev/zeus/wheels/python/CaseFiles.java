// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Where the case files lie: a sample in this module, or all of them beside the checkout. */
enum CaseFiles {
    SAMPLE,
    SHARED;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Runs every case of a file, and names those where the answer is another. */
    void check(String file, Function<JsonNode, Object> expected, Function<JsonNode, Object> actual) {
        List<String> differences = new ArrayList<>();
        int count = 0;
        Map<String, JsonNode> newer = this == SHARED ? SAMPLE.byQuestion(file) : Map.of();
        for (String line : lines(file)) {
            JsonNode asked = read(line);
            // The shared answers may be those of an older release of packaging; the sample has the newest.
            JsonNode node = question(asked).map(newer::get).orElse(asked);
            Object wanted = expected.apply(node);
            Object got = actual.apply(node);
            count++;
            if (!wanted.equals(got)) {
                differences.add(line + "\n  wanted " + wanted + "\n  got    " + got);
            }
        }
        assertThat(differences)
                .as("%s of %d cases in %s", differences.size(), count, file)
                .isEmpty();
        assertThat(count).isPositive();
    }

    JsonNode json(String file) {
        return read(String.join("\n", lines(file)));
    }

    private List<String> lines(String file) {
        try {
            return Files.readAllLines(folder().resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, JsonNode> byQuestion(String file) {
        Map<String, JsonNode> cases = new HashMap<>();
        lines(file).stream()
                .map(CaseFiles::read)
                .forEach(node -> question(node).ifPresent(text -> cases.put(text, node)));
        return cases;
    }

    /** The text that a case is about, where it is about one. */
    private static Optional<String> question(JsonNode node) {
        return Stream.of("input", "marker")
                .filter(node::hasNonNull)
                .map(key -> node.get(key).asText())
                .findFirst();
    }

    private Path folder() {
        if (this == SAMPLE) {
            return Path.of("src", "test", "resources", "cases", "packaging");
        }
        Path shared = Path.of(System.getProperty("wheels.cases", "../../shared/cases"));
        assumeTrue(
                Files.isDirectory(shared), "no shared cases beside this checkout: -Dwheels.cases names their folder");
        return shared.resolve("packaging");
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
