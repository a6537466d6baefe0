// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor.hint;

import dev.zeus.wheels.python.Version;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One comparison of a version, as the tools that have it write it. */
final class SpecifierPart {
    private static final Pattern WILDCARD = Pattern.compile("(.*?)((?:\\.(?:\\*|x|X|\\+))+)");

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{1,2}-\\d{1,2}");

    private final String version;
    private final Version parsed;
    private final boolean wildcard;

    private SpecifierPart(String version, Version parsed, boolean wildcard) {
        this.version = version;
        this.parsed = parsed;
        this.wildcard = wildcard;
    }

    /** What an operator, which may be missing, with a version means in specifiers of Python. */
    static Optional<String> meant(String operator, String written) {
        if (operator.isEmpty() && written.endsWith("+") && !written.endsWith(".+")) {
            return meant(">=", written.substring(0, written.length() - 1));
        }
        String text = written.endsWith(".") ? written.substring(0, written.length() - 1) : written;
        Matcher pattern = WILDCARD.matcher(text);
        boolean wildcard = pattern.matches();
        String version = wildcard ? pattern.group(1) : text;
        return readable(version)
                .flatMap(plain -> Version.tryParse(plain)
                        .filter(parsed -> !wildcard || (!parsed.isPrerelease() && !parsed.isPostrelease()))
                        .flatMap(parsed -> new SpecifierPart(plain, parsed, wildcard).meant(operator)));
    }

    /** The version, with letters that look like digits replaced, if it is not a version without that. */
    private static Optional<String> readable(String version) {
        if (Version.tryParse(version).isPresent()) {
            return Optional.of(version);
        }
        return Stream.of(
                        PlainText.digits(version),
                        version.replace('_', '.'),
                        DATE.matcher(version).matches() ? version.replace('-', '.') : version)
                .filter(plain -> Version.tryParse(plain).isPresent())
                .findFirst();
    }

    /** The version without its local part, which an order of versions does not have. */
    private String bare() {
        int local = version.indexOf('+');
        return local < 0 ? version : version.substring(0, local);
    }

    private Optional<String> meant(String operator) {
        return switch (operator) {
            case "", "=", "==", "===" -> Optional.of("==" + pattern());
            case "!=", "!", "!==", "=!", "<>", "/=" -> Optional.of("!=" + pattern());
            case ">=", "=>", ">==", ">>=" -> Optional.of(">=" + bare());
            case "<=", "=<", "<==" -> Optional.of(wildcard ? "<" + after(size()) : "<=" + bare());
            case ">" -> Optional.of(wildcard ? ">=" + after(size()) : ">" + bare());
            case "<" -> Optional.of("<" + bare());
            case "~=", "=~", "~==", "=~=", "~>", "~>=" -> Optional.of(compatible());
            case "~" -> Optional.of(tilde());
            case "^", "^=", "^>=" -> Optional.of(caret());
            default -> Optional.empty();
        };
    }

    private int size() {
        return parsed.release().size();
    }

    private String pattern() {
        return wildcard ? version + ".*" : version;
    }

    /** {@code ~=1.2} lets the last number grow; of one number the next major version is the end. */
    private String compatible() {
        if (wildcard) {
            return "==" + pattern();
        }
        return size() > 1 ? "~=" + bare() : ">=" + bare() + ",<" + after(1);
    }

    /** Poetry's and npm's {@code ~1.2.3}: what stays within 1.2; of one number, within that. */
    private String tilde() {
        return wildcard ? "==" + pattern() : ">=" + bare() + ",<" + after(Math.min(size(), 2));
    }

    /** Poetry's and npm's {@code ^0.2.3}: the first number that is not zero stays. */
    private String caret() {
        int kept = 1;
        while (kept < size() && parsed.release().get(kept - 1).signum() == 0) {
            kept++;
        }
        return ">=" + bare() + ",<" + after(kept);
    }

    /** The first release after all that begin with so many numbers of this one: 1.3 after two of 1.2.7. */
    private String after(int kept) {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < kept; i++) {
            BigInteger number = parsed.release().get(i);
            numbers.add((i == kept - 1 ? number.add(BigInteger.ONE) : number).toString());
        }
        String epoch = version.indexOf('!') < 0 ? "" : parsed.epoch() + "!";
        return epoch + String.join(".", numbers);
    }
}
