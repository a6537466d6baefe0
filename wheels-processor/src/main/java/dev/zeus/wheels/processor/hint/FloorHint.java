// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor.hint;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a wrong floor probably means: of glibc {@code 239}, {@code 2,39} and {@code manylinux_2_39} mean {@code 2.39},
 * of macOS {@code 14} and {@code Sonoma} mean {@code 14.0}.
 */
public final class FloorHint {
    private static final Pattern GLIBC = Pattern.compile(
            "(?:g?libc|manylinux|v|>=|==|=)*[\\s_-]*2?[.,_]?\\s*0*(\\d{1,2})(?:[.,]\\d{1,2}|\\+|(?:_x86_64|_aarch64))?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MACOS = Pattern.compile(
            "(?:mac\\s?osx?|macosx|darwin|v|>=|==|=)*[\\s_-]*(\\d{1,2})(?:[.,_](\\d{1,2}))?"
                    + "(?:[.,]\\d+)*\\+?(?:_x86_64|_arm64|_universal2)?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern MUSL = Pattern.compile(
            "(?:musl(?:linux)?|v|>=|==|=)*[\\s_-]*1[.,_](\\d{1,2})(?:[.,]\\d{1,2}|\\+|(?:_x86_64|_aarch64))?",
            Pattern.CASE_INSENSITIVE);

    /** What the manylinux tags without numbers stand for. */
    private static final Map<String, String> MANYLINUX =
            Map.of("manylinux1", "2.5", "manylinux2010", "2.12", "manylinux2014", "2.17");

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("bigsur", "11.0"),
            Map.entry("monterey", "12.0"),
            Map.entry("ventura", "13.0"),
            Map.entry("sonoma", "14.0"),
            Map.entry("sequoia", "15.0"),
            Map.entry("tahoe", "26.0"));

    private FloorHint() {}

    /** The glibc to write instead; empty where that cannot be told. */
    public static Optional<Suggestion> ofGlibc(String written, Predicate<String> possible) {
        String text = PlainText.unquoted(written).toLowerCase(Locale.ROOT);
        Optional<String> tag = MANYLINUX.entrySet().stream()
                .filter(known -> text.startsWith(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
        return tag.or(() -> glibc(text, possible))
                .or(() -> glibc(PlainText.digits(text), possible))
                .filter(possible)
                .map(floor -> new Suggestion.Value(List.of(floor)));
    }

    private static Optional<String> glibc(String text, Predicate<String> possible) {
        Matcher matcher = GLIBC.matcher(text);
        return matcher.matches()
                ? Optional.of("2." + Integer.parseInt(matcher.group(1))).filter(possible)
                : Optional.empty();
    }

    /** The musl to write instead, of {@code 1.2.5} and {@code musllinux_1_2}; empty where that cannot be told. */
    public static Optional<Suggestion> ofMusl(String written, Predicate<String> possible) {
        Matcher matcher = MUSL.matcher(PlainText.unquoted(written).toLowerCase(Locale.ROOT));
        return Optional.of(matcher)
                .filter(Matcher::matches)
                .map(found -> "1." + Integer.parseInt(found.group(1)))
                .filter(possible)
                .map(floor -> new Suggestion.Value(List.of(floor)));
    }

    /** The macOS to write instead; empty where that cannot be told. */
    public static Optional<Suggestion> ofMacos(String written, Predicate<String> possible) {
        String text = PlainText.unquoted(written).toLowerCase(Locale.ROOT);
        String name = text.replaceAll("mac\\s?os|[^a-z]", "");
        return Optional.ofNullable(NAMES.get(name))
                .or(() -> macos(text, possible))
                .or(() -> macos(PlainText.digits(text), possible))
                .filter(possible)
                .map(floor -> new Suggestion.Value(List.of(floor)));
    }

    private static Optional<String> macos(String text, Predicate<String> possible) {
        Matcher matcher = MACOS.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String minor = Optional.ofNullable(matcher.group(2)).orElse("0");
        return Optional.of(Integer.parseInt(matcher.group(1)) + "." + Integer.parseInt(minor))
                .filter(possible);
    }
}
