// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.maven;

import java.nio.charset.Charset;
import java.nio.charset.UnsupportedCharsetException;

/** The answers of goals on standard output, for people and for pipes: they are no lines of the log. */
final class StandardOutput {
    private static final String DRAWN = "├│└─…";

    private StandardOutput() {}

    /** Prints an answer; where the terminal cannot show the lines of a tree, with those of ASCII. */
    @SuppressWarnings("SystemOut") // the data itself
    static void print(String answer) {
        boolean draws = charset().newEncoder().canEncode(DRAWN);
        System.out.print(draws ? answer : plain(answer));
        System.out.flush();
    }

    static String plain(String answer) {
        return answer.replace("├──", "|--")
                .replace("└──", "`--")
                .replace("│", "|")
                .replace("…", "...");
    }

    /** What the JVM writes standard output in. */
    private static Charset charset() {
        String name = System.getProperty(
                "stdout.encoding",
                System.getProperty("sun.stdout.encoding", System.getProperty("native.encoding", "UTF-8")));
        try {
            return Charset.forName(name);
        } catch (UnsupportedCharsetException e) {
            return Charset.defaultCharset();
        }
    }
}
