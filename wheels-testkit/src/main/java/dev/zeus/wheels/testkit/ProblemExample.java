// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a code is shown with: what was wrong, what a run printed, and how it is put right; a file of
 * {@code src/test/resources/problems}.
 *
 * <pre>{@code
 * assertThatThrownBy(() -> generate(locked)).satisfies(ProblemExample.printed("L201"));
 * }</pre>
 *
 * <p>What is printed is compared with the part {@code says} of {@code L201.txt}, which {@code -Dgoldens.update} writes
 * instead.
 *
 * @param code such as {@code L201}
 * @param parts {@code wrong}, {@code says} and {@code fixed}; {@code unseen} with the reason where no test provokes it
 */
public record ProblemExample(String code, Map<String, String> parts) {
    private static final Path FOLDER = Path.of("src/test/resources/problems");
    private static final Pattern PART = Pattern.compile("(?m)^--- (\\w+)\n");

    /** What differs from run to run and from machine to machine, with what stands for it. */
    private static final Map<Pattern, String> PLACES = new LinkedHashMap<>();

    static {
        place("http://(127\\.0\\.0\\.1|localhost|\\[::1])(:\\d+)?/", "https://index.example/");
        place("(127\\.0\\.0\\.1|localhost)(:\\d+)?", "index.example");
        place("(file://)?/[^\\s\"]*?/junit-?\\d+(-\\w+)?(?=/|\"|\\s|$)", "/home/me/acme");
        place("[\\d.]+ [KMGT]?i?B free of [\\d.]+ [KMGT]?i?B", "0 B free of 10.0 GiB");
        place("/v1/http/[0-9a-f]{2}/[0-9a-f]+", "/v1/http/c4/f1f94ac4b12af4fcd963e72b12df92e2");
        place("its limit is \\d+ MiB", "its limit is 64 MiB");
        place("retries in \\d+\\.\\ds", "retries in 6.2s");
        place("got \\d+ bytes, failed", "got 6 bytes, failed");
        place("try /\\S*/python3\\.\\d+", "try /usr/bin/python3.12");
        place("by Python 3\\.\\d+", "by Python 3.12");
        place("/nix/store/[a-z0-9]{32}", "/nix/store/…");
        place("(?s)(flake check failed:\n).*?(error: broken\n)", "$1$2");
        place("this one \\(\\d+\\)", "this one (17)");
        place("versions up to \\d+\\.0", "versions up to 61.0");
        place("dev\\.zeus\\S*\\$OtherVersion", "com.acme.AcmeWheels");
        place("Test\\.java, line \\d+", "Test.java, line 251");
        place("process \\d+", "process 4711");
    }

    private static void place(String pattern, String text) {
        PLACES.put(Pattern.compile(pattern), text);
    }

    /** Reads the file of an example. */
    public static ProblemExample read(Path file) {
        try {
            Map<String, String> parts = new TreeMap<>();
            String text = Files.readString(file);
            Matcher part = PART.matcher(text);
            while (part.find()) {
                int from = part.end();
                Matcher next = PART.matcher(text).region(from, text.length());
                parts.put(
                        part.group(1),
                        text.substring(from, next.find() ? next.start() : text.length())
                                .strip());
            }
            return new ProblemExample(file.getFileName().toString().replace(".txt", ""), parts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Holds what is printed, an exception, a problem or a text with the message in it, against the example. */
    public static Consumer<Object> printed(String code) {
        return said -> compare(code, message(code, String.valueOf(said)));
    }

    /** As {@link #printed(String)}, for the row of a table that is shown. */
    public static Consumer<Object> printed(String code, boolean shown) {
        return shown ? printed(code) : said -> {};
    }

    private static void compare(String code, String message) {
        Path file = FOLDER.resolve(code + ".txt");
        ProblemExample example = read(file);
        if (System.getProperty("goldens.update") != null) {
            Map<String, String> parts = new LinkedHashMap<>();
            parts.put("wrong", example.part("wrong"));
            parts.put("says", message);
            parts.put("fixed", example.part("fixed"));
            StringBuilder text = new StringBuilder();
            parts.forEach((name, part) ->
                    text.append("--- ").append(name).append('\n').append(part).append('\n'));
            try {
                Files.writeString(file, text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        } else {
            assertEquals(example.part("says"), message);
        }
    }

    /** A part, or an empty text. */
    public String part(String name) {
        return parts.getOrDefault(name, "");
    }

    private static String message(String code, String said) {
        Matcher found = Pattern.compile("\\[wheels/" + code + "] (?s:.*?)\n  hint: [^\n]*")
                .matcher(said);
        if (!found.find()) {
            return fail("nothing of " + code + " in: " + said);
        }
        String message = found.group().replaceAll("]+(, \\w+\\[.*)?$", "").stripTrailing();
        for (Map.Entry<Pattern, String> place : PLACES.entrySet()) {
            message = place.getKey().matcher(message).replaceAll(place.getValue());
        }
        return message;
    }
}
