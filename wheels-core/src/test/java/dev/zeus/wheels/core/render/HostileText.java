// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Texts made of what Nix, shells and terminals act on, the same for the same seed. */
final class HostileText {
    private static final List<String> PARTS = List.of(
            "${builtins.throw \"ran\"}",
            "${",
            "}",
            "$${",
            "''",
            "'''",
            "''$",
            "''\\n",
            "'",
            "\"",
            "\\",
            "\\\"",
            "$",
            "`id`",
            "$(touch ran)",
            "; touch ran;",
            "\n",
            "\r\n",
            "\t",
            "#",
            "/*",
            "*/",
            "@files@",
            "\u0007",
            "\u001b[2J",
            "\u202e",
            "\u2066",
            "\u2028",
            "\ufeff",
            "\u00e9",
            "\ud83d\ude00",
            "*",
            "~",
            "!!",
            " ",
            "a");

    private HostileText() {}

    /** Texts that begin with a letter: one of blanks only is as none. */
    static List<String> some(long seed, int count) {
        Random random = new Random(seed);
        return IntStream.range(0, count)
                .mapToObj(i -> "x"
                        + random.ints(random.nextInt(10), 0, PARTS.size())
                                .mapToObj(PARTS::get)
                                .collect(Collectors.joining()))
                .toList();
    }

    /** The digest by which a text is known again, whatever prints it. */
    static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
