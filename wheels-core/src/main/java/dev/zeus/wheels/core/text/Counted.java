// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.text;

import java.util.Collection;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** Things counted in sentences: {@code Counted.of(1, "source")} is {@code 1 source}, of two {@code 2 sources}. */
public final class Counted {
    private Counted() {}

    /** The first few of many in a row, and how many are left: {@code a, b, c and 4 more}. */
    public static String first(int most, Collection<?> things) {
        return shortened(most, things, left -> left + " more");
    }

    /** The first few of many, and how many are left by their noun: {@code a, b, c and 4 files more}. */
    public static String first(int most, Collection<?> things, String noun) {
        return shortened(most, things, left -> of(left, noun) + " more");
    }

    private static String shortened(int most, Collection<?> things, IntFunction<String> more) {
        String shown = things.stream().limit(most).map(String::valueOf).collect(Collectors.joining(", "));
        int left = things.size() - most;
        return left > 0 ? shown + " and " + more.apply(left) : shown;
    }

    /** A number with its noun; {@code …y} becomes {@code …ies}. */
    public static String of(long number, String noun) {
        if (number == 1) {
            return "1 " + noun;
        }
        return number + " " + (noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s");
    }
}
