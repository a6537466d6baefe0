// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import java.util.Random;

/** Short texts of pieces that mean something somewhere: to Python, Nix, Java, JavaPoet or a terminal. */
final class FuzzedText {
    private static final String[] PIECES = {
        "3.12",
        "2.39",
        ">=",
        "<",
        "==",
        "~=",
        "!=",
        ",",
        "1",
        "0",
        ".",
        "*",
        "!",
        "+",
        "-",
        "_",
        " ",
        "a",
        "B",
        "é",
        "\n",
        "\u0000",
        "\ud800",
        "/",
        ":",
        "@",
        "https://",
        "http",
        "?",
        "#",
        "{",
        "}",
        "\"",
        "''",
        "${",
        ";",
        "$L",
        "\\u002a/",
        "*/",
        "pypi",
        "numpy",
        "rec",
        "in",
        "127.0.0.1",
        "[::1]",
        "99999999999999999999",
        "\t",
        "%s",
        "%"
    };

    private FuzzedText() {}

    /** How much to try: few in every build, {@code -Dwheels.fuzz=50000} by hand. */
    static int count(int usual) {
        return Integer.getInteger("wheels.fuzz", usual);
    }

    static String next(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }
}
