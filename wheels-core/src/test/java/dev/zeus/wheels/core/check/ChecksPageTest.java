// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/checks.md} lists the checks as they are declared; {@code -Dgoldens.update} writes its table. */
class ChecksPageTest {
    private static final Path PAGE = Path.of("../docs/checks.md");
    private static final Pattern ROWS = Pattern.compile("(?<=\\|---\\|---\\|---\\|---\\|\n)(\\|.*\n)+");
    private static final Pattern OF_PARTS =
            Pattern.compile("(?<=\\| check \\| with ranges \\|\n\\|---\\|---\\|\n)(\\|.*\n)+");

    private static Stream<Check> checks() {
        return Stream.of(Check.values());
    }

    @Test
    void listsEveryCheck() throws IOException {
        String page = Files.readString(PAGE);
        String rows = String.join("", checks().map(check -> check.row() + "\n").toList());

        String expected = ROWS.matcher(page).replaceFirst(match -> Matcher.quoteReplacement(rows));
        if (System.getProperty("goldens.update") != null) {
            Files.writeString(PAGE, expected);
        }

        assertThat(page).isEqualTo(expected).contains(rows);
    }

    /** What needs all bytes is not in the row of what is asked as usual, and has one that says what is not run. */
    @Test
    void saysWhatIsAskedOfParts() throws IOException {
        String table = rowsOf(OF_PARTS, Files.readString(PAGE));
        List<String> rows = table.lines().toList();
        List<String> usual = names(rows.get(0));
        List<String> notRun = rows.stream()
                .filter(row -> row.contains("`not run`"))
                .flatMap(row -> names(row).stream())
                .toList();

        assertThat(usual).containsExactlyElementsOf(titles(false));
        assertThat(notRun).containsAll(titles(true));
    }

    private static List<String> titles(boolean ofBytes) {
        return checks().filter(check ->
                        !Check.asked(Asking.OnHost.class).containsKey(check) && (check.need() == Need.BYTES) == ofBytes)
                .map(Check::title)
                .toList();
    }

    private static List<String> names(String row) {
        return List.of(row.split("\\|", -1)[1].strip().split(", ", -1));
    }

    private static String rowsOf(Pattern pattern, String page) {
        return pattern.matcher(page)
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow();
    }
}
