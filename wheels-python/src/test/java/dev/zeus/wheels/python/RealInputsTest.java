// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What 300 well-known projects really publish, asked of this module and of {@code packaging}; gather.py beside the
 * files gathered it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealInputsTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "differential");

    private final Reference reference = new Reference();
    private final List<String> versions = lines("real-versions.txt.gz");
    private final List<String> pythons = lines("real-requires-python.txt.gz");
    private final List<String> requirements = lines("real-requires-dist.txt.gz");

    @Test
    void comparesVersions() {
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            questions.add(Question.compare(versions.get(i), versions.get((i + 1) % versions.size())));
            // A step that meets every version, far from its neighbours in the file.
            questions.add(Question.compare(versions.get(i), versions.get((int) (i * 7919L % versions.size()))));
        }
        reference.agree("real-compare", questions);
    }

    @Test
    void matchesRequiresPython() {
        List<Question> questions = new ArrayList<>();
        for (String specifiers : pythons) {
            for (int minor = 0; minor <= 15; minor++) {
                questions.add(Question.match(specifiers, "3." + minor + ".2"));
            }
            questions.add(Question.match(specifiers, "2.7.18"));
            questions.add(Question.match(specifiers, "3.14.0rc2"));
        }
        reference.agree("real-pythons", questions);
    }

    @Test
    void readsRequirements() {
        reference.agree(
                "real-requirements",
                requirements.stream().map(Question::requirement).toList());
    }

    @Test
    void matchesRequiredVersions() {
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < requirements.size(); i++) {
            String specifiers = specifiers(requirements.get(i));
            if (!specifiers.isEmpty()) {
                questions.add(Question.match(specifiers, versions.get((int) (i * 7919L % versions.size()))));
            }
        }
        reference.agree("real-match", questions);
    }

    @Test
    void evaluatesMarkers() {
        List<SortedMap<String, String>> environments = Reference.environments();
        reference.agree(
                "real-markers",
                requirements.stream()
                        .filter(text -> text.indexOf(';') >= 0)
                        .map(text -> text.substring(text.lastIndexOf(';') + 1).strip())
                        .distinct()
                        .map(marker -> Question.marker(marker, environments))
                        .toList());
    }

    private static String specifiers(String requirement) {
        try {
            return Requirement.parse(requirement).specifiers().toString();
        } catch (PackagingParseException e) {
            return "";
        }
    }

    private static List<String> lines(String file) {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(FOLDER.resolve(file)))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
