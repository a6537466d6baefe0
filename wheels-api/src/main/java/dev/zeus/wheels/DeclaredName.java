// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

import java.util.Locale;

/**
 * The name of a package that the name of a type says, where {@code @Wheel} and its like have no {@code name}.
 *
 * <p>{@code NautilusTrader} is {@code nautilus-trader}, {@code Uuid7} is {@code uuid7}, and {@code HTTPTools} is
 * {@code http-tools}: a word begins with a capital letter that follows a small one or precedes one.
 */
public final class DeclaredName {
    private DeclaredName() {}

    /**
     * {@return the package's name, of a type's name without its package}
     *
     * @param simpleName the type's name, such as {@code NautilusTrader}
     */
    public static String of(String simpleName) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < simpleName.length(); i++) {
            char letter = simpleName.charAt(i);
            if (letter == '_' || letter == '$') {
                appendHyphen(name);
            } else {
                if (i > 0 && beginsWord(simpleName, i)) {
                    appendHyphen(name);
                }
                name.append(letter);
            }
        }
        return name.toString().toLowerCase(Locale.ROOT);
    }

    private static void appendHyphen(StringBuilder name) {
        if (!name.isEmpty() && name.charAt(name.length() - 1) != '-') {
            name.append('-');
        }
    }

    private static boolean beginsWord(String text, int i) {
        if (!Character.isUpperCase(text.charAt(i))) {
            return false;
        }
        boolean lowerNext = i + 1 < text.length() && Character.isLowerCase(text.charAt(i + 1));
        return !Character.isUpperCase(text.charAt(i - 1)) || lowerNext;
    }
}
