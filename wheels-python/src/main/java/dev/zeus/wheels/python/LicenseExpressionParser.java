// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads a {@link LicenseExpression}: {@code OR} binds least, then {@code AND}, then {@code WITH}. */
final class LicenseExpressionParser {
    private static final int LONGEST = 8192;

    /** Bounds the recursion; real expressions nest one or two levels. */
    private static final int DEEPEST = 64;

    private final String text;
    private int at;
    private int depth;

    LicenseExpressionParser(String text) {
        this.text = text;
    }

    LicenseExpression parse() {
        if (text.length() > LONGEST) {
            throw expected(LONGEST, "at most " + LONGEST + " characters");
        }
        LicenseExpression expression = anyOf();
        if (at < text.length()) {
            throw expected(at, "AND, OR, WITH or the end");
        }
        return expression;
    }

    private LicenseExpression anyOf() {
        return list("or", this::all, LicenseExpression.AnyOf::new);
    }

    private LicenseExpression all() {
        return list("and", this::single, LicenseExpression.All::new);
    }

    private LicenseExpression list(
            String operator,
            Supplier<LicenseExpression> part,
            Function<List<LicenseExpression>, LicenseExpression> together) {
        List<LicenseExpression> parts = new ArrayList<>();
        do {
            parts.add(part.get());
        } while (skip(operator));
        return parts.size() == 1 ? parts.get(0) : together.apply(parts);
    }

    private LicenseExpression single() {
        skipSpace();
        if (at < text.length() && text.charAt(at) == '(') {
            at++;
            if (++depth > DEEPEST) {
                throw expected(at, "at most " + DEEPEST + " parentheses in each other");
            }
            LicenseExpression inside = anyOf();
            depth--;
            if (at == text.length() || text.charAt(at) != ')') {
                throw expected(at, "\")\"");
            }
            at++;
            skipSpace();
            return inside;
        }
        String id = id("a licence identifier", true);
        return new LicenseExpression.License(
                id, skip("with") ? Optional.of(id("an exception", false)) : Optional.empty());
    }

    private String id(String what, boolean ofLicense) {
        skipSpace();
        int from = at;
        while (at < text.length() && isOfId(text.charAt(at))) {
            at++;
        }
        if (ofLicense && at > from && at < text.length() && text.charAt(at) == '+') {
            at++;
        }
        String word = text.substring(from, at);
        if (word.isEmpty() || isOperator(word)) {
            throw expected(from, what);
        }
        skipSpace();
        return word;
    }

    /** Takes an operator, if it comes next. */
    private boolean skip(String operator) {
        int end = at + operator.length();
        boolean next = text.regionMatches(true, at, operator, 0, operator.length())
                && (end == text.length() || !isOfId(text.charAt(end)));
        if (next) {
            at = end;
        }
        return next;
    }

    private void skipSpace() {
        while (at < text.length() && Chars.isSpace(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isOfId(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '.'
                || c == ':';
    }

    private static boolean isOperator(String word) {
        return List.of("and", "or", "with").contains(word.toLowerCase(Locale.ROOT));
    }

    private PackagingParseException expected(int position, String what) {
        return new PackagingParseException("licence expression", text, position, what);
    }
}
