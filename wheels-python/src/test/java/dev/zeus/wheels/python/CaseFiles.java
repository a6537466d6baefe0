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
import java.util.List;
import java.util.function.Function;

/** Where the case files lie: a sample in this module, or all of them beside the checkout. */
enum CaseFiles {
    SAMPLE,
    SHARED;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Runs every case of a file, and names those where the answer is another. */
    void check(String file, Function<JsonNode, Object> expected, Function<JsonNode, Object> actual) {
        List<String> differences = new ArrayList<>();
        int count = 0;
        for (String line : lines(file)) {
            JsonNode node = read(line);
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
