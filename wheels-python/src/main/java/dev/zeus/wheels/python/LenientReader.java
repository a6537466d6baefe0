// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads requirements and specifiers that were published before indexes checked them.
 *
 * <pre>{@code
 * LenientReader.specifiers(">=2.7.*,!=3.0*"); // >=2.7, !=3.0.*
 * LenientReader.specifiers(">=3.6 <4");       // >=3.6, <4
 * }</pre>
 *
 * <p>Text that follows the standard is read by it. Only where that fails, these habits of the past are mended: a
 * missing comma, a stray comma or quote, {@code .*} after an ordering operator, {@code *} without its dot, {@code *}
 * for any version, {@code ~=} with a single number, {@code .0} after the number of a pre-release, local versions and
 * {@code dev} words after an ordering operator. For reading an index; what a user writes is held to the standard.
 */
public final class LenientReader {
    private static final int MAX_LENGTH = VersionScanner.MAX_LENGTH;
    /** As in {@code 9.0.0a1.0}. */
    private static final Pattern STRAY_ZERO = Pattern.compile("((?:a|b|rc|post|dev)[0-9]{1,9})\\.0$");

    private LenientReader() {}

    /**
     * Reads a requirement, mending its specifiers where they are not of the standard.
     *
     * @param text the requirement as an index has it
     * @return the requirement
     * @throws PackagingParseException if no mending helps
     */
    public static Requirement requirement(String text) {
        try {
            return Requirement.parse(text);
        } catch (PackagingParseException strict) {
            int marker = text.indexOf(';');
            String head = marker < 0 ? text : text.substring(0, marker);
            int operator = firstOperator(head);
            if (operator < 0 || head.indexOf('@') >= 0 || text.length() > MAX_LENGTH) {
                throw strict;
            }
            String name = withoutQuotes(head.substring(0, operator)).replace("(", "");
            String mended = mend(head.substring(operator).replace("(", "").replace(")", ""));
            return mended(strict, () -> Requirement.parse(name + mended + (marker < 0 ? "" : text.substring(marker))));
        }
    }

    /**
     * Reads specifiers, as of {@code Requires-Python}, mending those that are not of the standard.
     *
     * @param text the specifiers as an index has them
     * @return the specifiers
     * @throws PackagingParseException if no mending helps
     */
    public static VersionSpecifiers specifiers(String text) {
        try {
            return VersionSpecifiers.parse(text);
        } catch (PackagingParseException strict) {
            if (text.length() > MAX_LENGTH) {
                throw strict;
            }
            return mended(strict, () -> VersionSpecifiers.parse(mend(text)));
        }
    }

    private interface Attempt<T> {
        T read();
    }

    // Errors refer to the text that was published, not to the corrected one.
    private static <T> T mended(PackagingParseException strict, Attempt<T> attempt) {
        try {
            return attempt.read();
        } catch (PackagingParseException e) {
            throw strict;
        }
    }

    private static int firstOperator(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("<>=!~".indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private static String mend(String text) {
        List<String> parts = new ArrayList<>();
        int position = 0;
        while (position < text.length()) {
            char c = text.charAt(position);
            if (c == ',' || c == '"' || c == '\'' || Chars.isSpace(c)) {
                position++;
                continue;
            }
            int end = position;
            while (end < text.length() && "<>=!~".indexOf(text.charAt(end)) >= 0) {
                end++;
            }
            String operator = text.substring(position, end);
            while (end < text.length() && isFiller(text.charAt(end))) {
                end++;
            }
            int start = end;
            while (end < text.length() && isVersion(text.charAt(end))) {
                end++;
            }
            if (end == start && operator.isEmpty()) {
                return text;
            }
            String part = mend(operator, text.substring(start, end));
            if (!part.isEmpty()) {
                parts.add(part);
            }
            position = end;
        }
        return String.join(",", parts);
    }

    private static String mend(String operator, String version) {
        if (version.equals("*")) {
            return "";
        }
        boolean wildcard = version.endsWith("*");
        String plain = wildcard ? version.substring(0, version.length() - 1) : version;
        plain = withoutTrailingDots(plain);
        plain = STRAY_ZERO.matcher(plain).replaceAll("$1");
        if (plain.equals("dev")) {
            plain = "0.0.0.dev0";
        }
        return switch (operator) {
            case "" -> "==" + plain + (wildcard ? ".*" : "");
            case "=", "==" -> "==" + plain + (wildcard ? ".*" : "");
            case "!=", "!=~" -> "!=" + plain + (wildcard || operator.length() == 3 ? ".*" : "");
            case "=>", "=<" -> operator.charAt(1) + "=" + withoutLocal(plain);
            case "~=" -> plain.indexOf('.') < 0 ? ">=" + plain : "~=" + withoutLocal(plain);
            case "<", "<=", ">", ">=" -> operator + withoutLocal(plain);
            default -> operator + version;
        };
    }

    private static String withoutQuotes(String text) {
        return text.replace("'", "").replace("\"", "");
    }

    private static String withoutTrailingDots(String version) {
        int end = version.length();
        while (end > 0 && version.charAt(end - 1) == '.') {
            end--;
        }
        return version.substring(0, end);
    }

    private static String withoutLocal(String version) {
        int plus = version.indexOf('+');
        return plus < 0 ? version : version.substring(0, plus);
    }

    private static boolean isFiller(char c) {
        return c == '"' || c == '\'' || Chars.isSpace(c);
    }

    private static boolean isVersion(char c) {
        return Chars.isAlphanumeric(c) || Chars.isSeparator(c) || c == '*' || c == '!' || c == '+';
    }
}
