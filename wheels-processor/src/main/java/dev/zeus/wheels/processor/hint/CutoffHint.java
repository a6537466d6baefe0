// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor.hint;

import dev.zeus.wheels.python.PackagingParseException;
import dev.zeus.wheels.python.UploadCutoff;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a wrong cooldown probably means: {@code 7d} means {@code 7 days}, {@code 2026/11/1} means {@code 2026-11-01}.
 */
public final class CutoffHint {
    private static final Pattern AGE = Pattern.compile(
            "[-+]?\\s*(\\w+)[\\s_-]*(minutes?|mins?|hours?|hrs?|h|days?|d|weeks?|wks?|w)(?: (?:ago|old))?");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/. ](\\d{1,2})[-/. ](\\d{1,2})");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(\\d{4})");
    private static final Pattern MOMENT =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[t ](\\d{2}:\\d{2})(:\\d{2})?(?:\\s?utc|z)?");
    private static final Map<String, String> NUMBERS = Map.ofEntries(
            Map.entry("a", "1"),
            Map.entry("one", "1"),
            Map.entry("two", "2"),
            Map.entry("three", "3"),
            Map.entry("four", "4"),
            Map.entry("five", "5"),
            Map.entry("six", "6"),
            Map.entry("seven", "7"),
            Map.entry("ten", "10"),
            Map.entry("fourteen", "14"),
            Map.entry("thirty", "30"));

    private CutoffHint() {}

    /** What to write instead; empty where that cannot be told. */
    public static Optional<Suggestion> of(String written) {
        String text = PlainText.unquoted(written).toLowerCase(Locale.ROOT);
        if (text.contains("month") || text.contains("year") || text.matches("p?\\d+\\s?[my]")) {
            return Optional.of(new Suggestion.Advice("say it in days or weeks, since months differ in length"));
        }
        return age(text)
                .or(() -> day(text))
                .or(() -> moment(text))
                .filter(CutoffHint::isCutoff)
                .map(Suggestion::value);
    }

    private static Optional<String> age(String text) {
        Matcher age = AGE.matcher(text);
        if (!age.matches()) {
            return text.matches("\\d{1,3}")
                    ? Optional.of(text + (text.equals("1") ? " day" : " days"))
                    : Optional.empty();
        }
        String number = NUMBERS.getOrDefault(age.group(1), age.group(1));
        String unit =
                switch (age.group(2).charAt(0)) {
                    case 'm' -> "minute";
                    case 'h' -> "hour";
                    case 'w' -> "week";
                    default -> "day";
                };
        return Optional.of(number + " " + unit + (number.equals("1") ? "" : "s"));
    }

    private static Optional<String> day(String text) {
        Matcher first = YEAR_FIRST.matcher(text);
        if (first.matches()) {
            return Optional.of(first.group(1) + "-" + two(first.group(2)) + "-" + two(first.group(3)));
        }
        Matcher last = YEAR_LAST.matcher(text);
        return last.matches()
                ? Optional.of(last.group(3) + "-" + two(last.group(2)) + "-" + two(last.group(1)))
                : Optional.empty();
    }

    private static Optional<String> moment(String text) {
        Matcher moment = MOMENT.matcher(text);
        return moment.matches()
                ? Optional.of(moment.group(1) + "T" + moment.group(2)
                        + Optional.ofNullable(moment.group(3)).orElse(":00") + "Z")
                : Optional.empty();
    }

    private static String two(String number) {
        return number.length() == 1 ? "0" + number : number;
    }

    private static boolean isCutoff(String text) {
        try {
            UploadCutoff.parse(text);
            return true;
        } catch (PackagingParseException e) {
            return false;
        }
    }
}
