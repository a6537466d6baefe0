// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor.hint;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What a wrong Python version probably means: {@code 312}, {@code cp312} and {@code 3.12.1} mean {@code 3.12}. */
public final class PythonHint {
    /** The newest Python that this release knows of. */
    public static final int NEWEST_MINOR = 15;

    private static final Pattern DOTTED = Pattern.compile(
            "(?:c?python|py|cp|v)?[\\s-]*3[.,_](\\d{1,2})(?:[.,](?:\\d+|x|\\*))?(?:-dev|(?:a|b|rc)\\d+)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern THREADED = Pattern.compile("(?:python|py|cp)?3\\.?(\\d{1,2})t");
    private static final Pattern JOINED =
            Pattern.compile("(?:c?python|py|cp|v)?-?3(\\d{1,2})", Pattern.CASE_INSENSITIVE);
    private static final Pattern BOUNDED = Pattern.compile("(?:[<>=!~^]+.*|.*[+,;\\s]\\s*3\\.\\d+.*|3\\.\\d+\\s*\\+)");

    private PythonHint() {}

    /** What to write instead; empty where that cannot be told. {@code known} answers which texts are Pythons. */
    public static Optional<Suggestion> of(String written, Predicate<String> known) {
        String text = PlainText.unquoted(written);
        if (text.equals("3.1")) {
            // Where versions are numbers, 3.10 is 3.1.
            return Optional.of(new Suggestion.Value(IntStream.rangeClosed(10, 14)
                    .mapToObj(minor -> "3." + minor)
                    .toList()));
        }
        Optional<Integer> threaded = minor(THREADED.matcher(text));
        if (threaded.isPresent()) {
            return Optional.of(new Suggestion.Advice("write \"3." + threaded.get()
                    + "\" for the usual Python: nothing is locked for the one without the global lock"));
        }
        if (text.matches("3[.](?:x|\\*)?")) {
            return Optional.of(new Suggestion.Advice("name each by itself, such as pythons = {\"3.12\", \"3.13\"}"));
        }
        Optional<Integer> dotted = minor(DOTTED.matcher(text));
        if (dotted.isEmpty() && BOUNDED.matcher(text).matches()) {
            return Optional.of(new Suggestion.Advice("name each by itself, such as pythons = {\"3.12\", \"3.13\"}"));
        }
        return dotted.or(() -> minor(JOINED.matcher(text)))
                .or(() -> minor(DOTTED.matcher(PlainText.digits(text))))
                .map(minor -> "3." + minor)
                .filter(known)
                .map(python -> new Suggestion.Value(List.of(python)));
    }

    private static Optional<Integer> minor(Matcher matcher) {
        return matcher.matches() ? Optional.of(Integer.parseInt(matcher.group(1))) : Optional.empty();
    }
}
