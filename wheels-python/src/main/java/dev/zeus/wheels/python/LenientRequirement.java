package dev.zeus.wheels.python;

import java.util.ArrayList;
import java.util.List;

/**
 * Requirements and specifiers as old uploads have them, mended where only one meaning is possible.
 *
 * <p>The index has refused these for years, but what was uploaded before stands: {@code >=3.6.*} means {@code >=3.6},
 * {@code >=3.6,} ends in a comma, {@code >= '2.7'} is quoted, {@code >=2.5.2<3} lacks a comma.
 */
final class LenientRequirement {
    private LenientRequirement() {}

    static Requirement parse(String text) {
        try {
            return Requirement.parse(text);
        } catch (PackagingParseException e) {
            int semicolon = text.indexOf(';');
            String head = semicolon < 0 ? text : text.substring(0, semicolon);
            String marker = semicolon < 0 ? "" : text.substring(semicolon);
            int start = firstOperator(head);
            if (start < 0 || head.contains("@")) {
                throw e;
            }
            String name = head.substring(0, start).replace("(", "");
            return Requirement.parse(name + mended(head.substring(start).replace(")", "")) + marker);
        }
    }

    static VersionSpecifiers specifiers(String text) {
        try {
            return VersionSpecifiers.parse(text);
        } catch (PackagingParseException e) {
            return VersionSpecifiers.parse(mended(text));
        }
    }

    private static int firstOperator(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isOperator(text.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    private static String mended(String text) {
        List<String> clauses = new ArrayList<>();
        StringBuilder clause = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean newClause = isOperator(c) && !clause.isEmpty() && !isOperator(clause.charAt(clause.length() - 1));
            if (c == ',' || newClause) {
                add(clauses, clause);
            }
            if (c != ',' && c != '\'' && c != '"' && !Cursor.isWhitespace(c)) {
                clause.append(c);
            }
        }
        add(clauses, clause);
        return String.join(",", clauses);
    }

    private static void add(List<String> clauses, StringBuilder clause) {
        String text = clause.toString();
        boolean equality = text.startsWith("==") || text.startsWith("!=");
        if (!equality && text.endsWith(".*")) {
            text = text.substring(0, text.length() - 2);
        }
        if (!text.isEmpty()) {
            clauses.add(text);
        }
        clause.setLength(0);
    }

    private static boolean isOperator(char c) {
        return c == '<' || c == '>' || c == '=' || c == '!' || c == '~';
    }
}
