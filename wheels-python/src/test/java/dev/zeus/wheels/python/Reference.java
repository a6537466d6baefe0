// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Python's {@code packaging}, whose answers are the right ones. */
final class Reference {
    private static final Path SCRIPT = Path.of("src", "test", "resources", "differential", "answers.py");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HostPython python = HostPython.withPackaging();

    /** Asks both, and names the questions that they answer differently. */
    void agree(String name, List<Question> questions) {
        List<String> asked =
                questions.stream().map(question -> json(question.asked())).toList();
        List<String> theirs = python.answers(SCRIPT, name, asked);
        List<String> differences = new ArrayList<>();
        int valid = 0;
        for (int i = 0; i < questions.size(); i++) {
            String ours = json(questions.get(i).ours());
            valid += ours.equals("\"invalid\"") ? 0 : 1;
            if (!ours.equals(theirs.get(i))) {
                differences.add(asked.get(i) + "\n  theirs " + theirs.get(i) + "\n  ours   " + ours);
            }
        }
        assertThat(differences.stream().limit(20))
                .as("%s of %s differ", differences.size(), asked.size())
                .isEmpty();
        // Text that is refused by both says little.
        assertThat(valid).isGreaterThan(questions.size() / 5);
    }

    /** The environments that markers are evaluated in: real Pythons on real machines. */
    static List<SortedMap<String, String>> environments() {
        List<SortedMap<String, String>> environments = new ArrayList<>();
        CaseFiles.SAMPLE.json("marker-environments.json").forEach(node -> {
            SortedMap<String, String> values = new TreeMap<>();
            node.properties()
                    .forEach(
                            field -> values.put(field.getKey(), field.getValue().asText()));
            environments.add(values);
        });
        return environments.subList(0, Math.min(environments.size(), 12));
    }

    private static String json(Object value) {
        try {
            return ascii(JSON.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    // As Python writes JSON.
    private static String ascii(String text) {
        return text.codePoints()
                .mapToObj(c -> c < 127 ? Character.toString(c) : String.format(Locale.ROOT, "\\u%04x", c))
                .collect(Collectors.joining());
    }
}
