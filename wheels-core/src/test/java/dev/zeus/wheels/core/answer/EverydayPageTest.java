// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.python.PackageName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The samples of {@code docs/everyday.md} are what the goals answer of one small set; {@code -Dgoldens.update} records
 * them anew.
 */
class EverydayPageTest {
    private static final Path PAGE = Path.of("../docs/everyday.md");
    private static final Pattern SAMPLE = Pattern.compile("(?s)<!-- sample: ([a-z-]+) -->\n(```[a-z]*\n).*?(?=```\n)");

    private static Map<String, String> samples() {
        LockGraph graph = Shop.lock().graph();
        Map<String, String> samples = new TreeMap<>();
        samples.put("tree", TreeText.of(graph, new TreeView(Optional.empty(), false, 99)));
        samples.put(
                "tree-inverted",
                TreeText.of(graph, new TreeView(Optional.of(PackageName.parse("typing-extensions")), true, 99)));
        samples.put("why", WhyText.of(graph, List.of(Shop.reasons(graph, "idna"))));
        samples.put(
                "outdated",
                OutlookTable.text(
                        List.of(Shop.reasons(graph, "idna").outlook().orElseThrow(), Shop.free(graph, "pandas")), 2));
        LockDiff diff = LockDiff.between(Shop.earlier().lock(), Shop.lock().lock());
        samples.put("diff", diff.text());
        samples.put("diff-markdown", diff.markdown());
        return samples;
    }

    @Test
    void showsWhatTheGoalsAnswer() throws IOException {
        Map<String, String> samples = samples();
        String page = Files.readString(PAGE);
        String recorded = SAMPLE.matcher(page)
                .replaceAll(match -> Matcher.quoteReplacement("<!-- sample: " + match.group(1) + " -->\n"
                        + match.group(2)
                        + Optional.ofNullable(samples.get(match.group(1))).orElseThrow()));
        if (System.getProperty("goldens.update") != null) {
            Files.writeString(PAGE, recorded);
        }

        assertThat(SAMPLE.matcher(page).results().map((MatchResult match) -> match.group(1)))
                .containsExactlyInAnyOrderElementsOf(samples.keySet());
        assertThat(recorded).isEqualTo(Files.readString(PAGE));
    }
}
