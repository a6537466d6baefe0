// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.zeus.wheels.core.contract.Proves;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.testkit.ProblemExample;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is done to a lock's text, it is refused, with the line and what mends it. */
class LockDamageTest {
    private static final String TEXT = LockFixture.lock().toToml();
    private static final List<String> LINES = TEXT.lines().toList();

    @Test
    @Proves(
            id = "fault 58",
            given = "a lock cut after any character",
            outcome = "L103 with the last line that is there; never taken for a smaller lock")
    void everyPrefix() {
        for (int length = 0; length < TEXT.length(); length++) {
            String prefix = TEXT.substring(0, length);
            assertThat(problem(prefix).message())
                    .as("first %d characters", length)
                    .contains("is cut after line " + prefix.lines().count() + ":");
        }
    }

    @Test
    @Proves(
            id = "fault 58",
            given = "a lock with any one line taken out, doubled, changed or swapped with the next",
            outcome = "L103 with that line")
    void everyLine() {
        for (int i = 0; i < LINES.size() - 1; i++) {
            List<String> without = new ArrayList<>(LINES);
            without.remove(i);
            assertThat(lineOf(without)).as("without %s", LINES.get(i)).isBetween(i + 1, i + 3);

            List<String> doubled = new ArrayList<>(LINES);
            doubled.add(i, LINES.get(i));
            // Which of two equal lines was there first cannot be told.
            assertThat(lineOf(doubled)).as("twice %s", LINES.get(i)).isBetween(i + 1, i + 3);

            List<String> changed = new ArrayList<>(LINES);
            changed.set(i, LINES.get(i) + " ");
            assertThat(lineOf(changed)).as("changed %s", LINES.get(i)).isBetween(i + 1, i + 3);

            if (!LINES.get(i).equals(LINES.get(i + 1))) {
                List<String> swapped = new ArrayList<>(LINES);
                Collections.swap(swapped, i, i + 1);
                assertThat(problem(String.join("\n", swapped) + "\n").code())
                        .as("swapped %s", LINES.get(i))
                        .isEqualTo("L103");
            }
        }
    }

    @Test
    void everyCharacter() {
        for (int i = 0; i < TEXT.length() - 1; i++) {
            if (TEXT.charAt(i) != '\n' && !Character.isSurrogate(TEXT.charAt(i))) {
                String edited = TEXT.substring(0, i) + (TEXT.charAt(i) == 'x' ? 'y' : 'x') + TEXT.substring(i + 1);
                assertThat(problem(edited).code()).as("character %d", i).isIn("L102", "L103");
            }
        }
    }

    @Test
    void anEntryOfAnotherLock() {
        int second = TEXT.indexOf("\n" + Wholeness.ENTRY, TEXT.indexOf(Wholeness.ENTRY));
        int third = TEXT.indexOf("\n" + Wholeness.ENTRY, second + 1);

        assertThat(problem(TEXT.substring(0, second) + TEXT.substring(third)).message())
                .contains("counts 4 entries, and there are 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"schema = 2", "schema = 2\nwhat = [[[ is this", "schema = \"3-draft\""})
    @Proves(
            id = "fault 60",
            given = "a lock of a newer schema, readable or not",
            outcome = "L102 naming its schema and the one that is read")
    void aNewerSchema(String schema) {
        Problem problem = problem(TEXT.replace("schema = 1", schema));

        assertThat(problem.code()).isEqualTo("L102");
        ProblemExample.printed("L102", schema.equals("schema = \"3-draft\"")).accept(problem);
        assertThat(problem.message()).contains("reads only schema 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "url = \"https://files.example.org/app | url = \"https://evil.example/app | evil.example",
                "url = \"https://files.example.org/app | url = \"http://files.example.org/app | \"http://files",
                "url = \"https://files.example.org/app | url = \"https://files.example.org:8443/app | 8443",
                "url = \"https://files.example.org/app | path = \"app | come from https://files.example.org",
                "source = \"pypi\" | source = \"other\" | \"other\"",
                "hashes = { sha256 = | hashes = { md5 = | md5",
                "hashes = { sha256 = | hashes = {}, h = { sha256 = | no sha256 hash",
                "hashes = { sha256 = | digests = { sha256 = | no sha256 hash",
            })
    @Proves(
            id = "attack 8",
            given = "a lock edited with a right digest: an address on another host, a hash dropped or weak",
            outcome = "L105 with the line, naming the file and what is wrong with it")
    void aDeliberateEdit(String written, String instead, String quoted) {
        String body = TEXT.substring(0, TEXT.lastIndexOf("digest = "));
        assertThat(body).contains(written);
        String edited = body.replaceFirst(Pattern.quote(written), Matcher.quoteReplacement(instead));

        Problem problem = problem(Wholeness.sealed(edited));

        assertThat(problem.code()).isEqualTo("L105");
        ProblemExample.printed("L105", instead.startsWith("digests")).accept(problem);
        assertThat(problem.message()).contains("app-1.0-py3-none-any.whl").contains(quoted);
    }

    private static int lineOf(List<String> lines) {
        Problem problem = problem(String.join("\n", lines) + "\n");
        assertThat(problem.code()).isEqualTo("L103");
        String message = problem.message();
        int start = message.indexOf("line ") + "line ".length();
        return Integer.parseInt(
                message.substring(start, message.indexOf(' ', start)).replace(":", ""));
    }

    private static Problem problem(String text) {
        WheelsException refused = catchThrowableOfType(WheelsException.class, () -> Lock.parse(text));
        assertThat(refused).as("refusal").isNotNull();
        assertThat(refused.problem().hint()).isNotBlank();
        return refused.problem();
    }
}
