// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.text;

/**
 * The names of Java's exceptions in what the JDK and Maven say, such as {@code java.io.EOFException: }: they mean
 * nothing to users.
 *
 * <p>A server has a part in what is read here, so that no regular expression is.
 */
public final class ExceptionNames {
    private static final String BEHIND = ": ";

    private ExceptionNames() {}

    /** The message without them. */
    public static String without(String message) {
        StringBuilder rest = new StringBuilder(message.length());
        int from = 0;
        for (int end = message.indexOf(BEHIND); end >= 0; end = message.indexOf(BEHIND, from)) {
            int start = end;
            while (start > from && isOfName(message.charAt(start - 1))) {
                start--;
            }
            int next = end + BEHIND.length();
            rest.append(message, from, isName(message.substring(start, end)) ? start : next);
            from = next;
        }
        return rest.append(message, from, message.length()).toString();
    }

    private static boolean isOfName(char c) {
        return c == '.' || c == '_' || c == '$' || (c < 0x80 && Character.isLetterOrDigit(c));
    }

    private static boolean isName(String word) {
        return word.indexOf('.') > 0 && (word.endsWith("Exception") || word.endsWith("Error"));
    }
}
