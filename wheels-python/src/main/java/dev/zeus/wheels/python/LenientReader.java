// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads requirements and specifiers that were published before indexes checked them.
 *
 * <pre>{@code
 * LenientReader.specifiers(">=2.7.*,!=3.0*"); // >=2.7, !=3.0.*
 * LenientReader.specifiers(">=3.6<4");        // >=3.6, <4
 * }</pre>
 *
 * <p>Text that follows the standard is read by it. Only where that fails, these habits of the past are mended, one
 * after the other until it can be read: a missing comma ({@code >=1<2}), {@code !=~}, {@code .*} after an ordering
 * operator, {@code *} without its dot, a comma at the end, {@code >dev}, {@code .0} after the number of a pre-release,
 * and stray quotes. These are the ones that uv mends, so that both take the same versions; of anything else nobody
 * knows what it means. For reading an index; what a user writes is held to the standard.
 */
public final class LenientReader {
    private static final int MAX_LENGTH = VersionScanner.MAX_LENGTH;

    private record Habit(Pattern written, String meant) {
        Habit(String written, String meant) {
            this(Pattern.compile(written), meant);
        }
    }

    /** In the order of their mending, which decides: quotes that hide another habit go last, and so it stays. */
    private static final List<Habit> HABITS = List.of(
            new Habit("([0-9])([<>=~^!])", "$1,$2"),
            new Habit("!=~((?:[0-9]\\.)*+[0-9])", "!=$1.*"),
            new Habit("([<>]=?\\s*+[0-9]++(?:\\.[0-9]++)*+)\\.\\*", "$1"),
            new Habit("([0-9]\\.[0-9])\\*", "$1.*"),
            new Habit(",\\s*+$", ""),
            new Habit(">dev", ">0.0.0.dev0"),
            new Habit("([0-9](?:a|b|rc|post|dev)[0-9]++)\\.0", "$1"),
            new Habit("['\"]", ""));

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
            int semicolon = text.indexOf(';');
            int marker = semicolon < 0 ? text.length() : semicolon;
            int operator = firstOperator(text, marker);
            if (operator == marker || text.lastIndexOf('@', marker) >= 0 || text.length() > MAX_LENGTH) {
                throw strict;
            }
            String name = text.substring(0, operator);
            return mended(
                    strict,
                    text.substring(operator, marker),
                    mended -> Requirement.parse(name + mended + text.substring(marker)));
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
            return mended(strict, text, VersionSpecifiers::parse);
        }
    }

    private interface Reader<T> {
        T read(String mended);
    }

    private static <T> T mended(PackagingParseException strict, String specifiers, Reader<T> reader) {
        String mended = specifiers;
        for (Habit habit : HABITS) {
            String next = habit.written().matcher(mended).replaceAll(habit.meant());
            if (!next.equals(mended)) {
                mended = next;
                try {
                    return reader.read(mended);
                } catch (PackagingParseException e) {
                    // Perhaps it has another of these habits, too.
                }
            }
        }
        // Errors refer to the text that was published, not to the mended one.
        throw strict;
    }

    private static int firstOperator(String text, int end) {
        for (int i = 0; i < end; i++) {
            if ("<>=!~\"'".indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return end;
    }
}
