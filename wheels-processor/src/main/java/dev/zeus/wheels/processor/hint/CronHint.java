// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor.hint;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What wrong times of cron probably mean: {@code @weekly} and {@code weekly} mean {@code 0 0 * * 0}. */
public final class CronHint {
    private static final Map<String, String> CALLED = Map.of(
            "hourly", "0 * * * *",
            "daily", "0 0 * * *",
            "midnight", "0 0 * * *",
            "nightly", "0 0 * * *",
            "weekly", "0 0 * * 0",
            "monthly", "0 0 1 * *",
            "yearly", "0 0 1 1 *",
            "annually", "0 0 1 1 *");
    private static final List<String> DAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Pattern CLOCK = Pattern.compile("([01]?\\d|2[0-3]):([0-5]?\\d)");
    private static final Pattern WORD = Pattern.compile("[a-z]{3,9}");

    private CronHint() {}

    /** What to write instead; empty where that cannot be told. {@code right} answers which texts are times. */
    public static Optional<Suggestion> of(String written, Predicate<String> right) {
        String text = PlainText.unquoted(written).toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        Matcher clock = CLOCK.matcher(text);
        Stream<String> candidates = clock.matches()
                ? Stream.of(Integer.parseInt(clock.group(2)) + " " + Integer.parseInt(clock.group(1)) + " * * *")
                : Stream.concat(Optional.ofNullable(CALLED.get(text.replaceFirst("^@", ""))).stream(), fields(text));
        return candidates
                .filter(right)
                .filter(meant -> !meant.equals(written))
                .findFirst()
                .map(Suggestion::value);
    }

    /** Five fields with numbers for names; of six the first is that of seconds, which others have. */
    private static Stream<String> fields(String text) {
        List<String> fields = List.of(text.replace('?', '*').split(" ", -1));
        List<String> five = fields.size() == 6 && fields.get(0).equals("0") ? fields.subList(1, 6) : fields;
        if (five.size() != 5) {
            return Stream.empty();
        }
        String days = five.get(4).equals("7") ? "0" : numbers(five.get(4), DAYS, 0);
        return Stream.of(
                String.join(" ", five.get(0), five.get(1), five.get(2), numbers(five.get(3), MONTHS, 1), days));
    }

    private static String numbers(String field, List<String> names, int first) {
        return WORD.matcher(field).replaceAll(word -> {
            int index = names.indexOf(word.group().substring(0, 3));
            return index < 0 ? word.group() : String.valueOf(index + first);
        });
    }
}
