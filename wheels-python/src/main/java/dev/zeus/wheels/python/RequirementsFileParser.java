// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import dev.zeus.wheels.python.RequirementsFile.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a requirements.txt. */
final class RequirementsFileParser {
    private static final String KIND = "requirements.txt line";
    private static final int MAX_LENGTH = 16 * 1024 * 1024;
    private static final Map<String, String> LONG_NAMES = Map.of(
            "-r", "--requirement",
            "-c", "--constraint",
            "-e", "--editable",
            "-i", "--index-url",
            "-f", "--find-links");

    private final String text;

    RequirementsFileParser(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new PackagingParseException(
                    "requirements.txt", "", MAX_LENGTH, "at most " + MAX_LENGTH + " characters");
        }
        this.text = text;
    }

    RequirementsFile file() {
        List<Line> lines = new ArrayList<>();
        for (String line : logicalLines()) {
            String plain = withoutComment(line).strip();
            if (!plain.isEmpty()) {
                lines.addAll(plain.startsWith("-") ? wholeOptions(plain) : List.of(requirement(plain)));
            }
        }
        return new RequirementsFile(lines);
    }

    private List<String> logicalLines() {
        List<String> logical = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        for (String line : text.lines().toList()) {
            boolean comment = line.stripLeading().startsWith("#");
            if (line.endsWith("\\") && !comment) {
                current.append(line, 0, line.length() - 1);
            } else {
                // A comment may stand between continued lines and ends them.
                logical.add(current.append(comment && current.length() > 0 ? "" : line)
                        .toString());
                current.setLength(0);
            }
        }
        logical.add(current.toString());
        return logical;
    }

    /** A comment begins at a number sign that space or nothing precedes: addresses have others. */
    private static String withoutComment(String line) {
        for (int i = line.indexOf('#'); i >= 0; i = line.indexOf('#', i + 1)) {
            if (i == 0 || Character.isWhitespace(line.charAt(i - 1))) {
                return line.substring(0, i);
            }
        }
        return line;
    }

    /** One line may have several, and quotes as a shell has them. */
    private static List<Line> wholeOptions(String line) {
        List<Line> options = new ArrayList<>();
        List<String> words = words(line);
        for (int i = 0; i < words.size(); ) {
            StringBuilder option = new StringBuilder(words.get(i));
            for (i++; i < words.size() && !words.get(i).startsWith("-"); i++) {
                option.append(' ').append(words.get(i));
            }
            options.add(option(option.toString()));
        }
        return options;
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        char quote = 0;
        for (int at = 0; at < line.length(); at++) {
            char c = line.charAt(at);
            if (quote != 0 ? c == quote : c == '"' || c == '\'') {
                quote = quote != 0 ? 0 : c;
            } else if (quote == 0 && Character.isWhitespace(c)) {
                words.add(word.toString());
                word.setLength(0);
            } else {
                word.append(c);
            }
        }
        words.add(word.toString());
        words.removeIf(String::isEmpty);
        // Without its other end, a quote is a character as any.
        return quote == 0 && !words.isEmpty() ? words : List.of(line.split("\\s+", -1));
    }

    private static Line option(String line) {
        int end = 0;
        while (end < line.length() && line.charAt(end) != '=' && !Character.isWhitespace(line.charAt(end))) {
            end++;
        }
        String name = line.substring(0, end);
        String value = line.substring(Math.min(line.length(), end + 1)).strip();
        // Short options may touch their value: -rbase.txt.
        if (name.length() > 2 && name.charAt(1) != '-') {
            return new Line.Option(
                    longName(name.substring(0, 2)), line.substring(2).strip());
        }
        return new Line.Option(longName(name), value);
    }

    private static String longName(String name) {
        return LONG_NAMES.getOrDefault(name, name);
    }

    private static Line requirement(String line) {
        List<String> words = options(line);
        String head = words.get(0);
        List<String> hashes = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (String option : words.subList(1, words.size())) {
            if (option.startsWith("--hash=") || option.startsWith("--hash ")) {
                hashes.add(hash(line, option.substring(7).strip()));
            } else {
                others.add(option);
            }
        }
        return isLocation(head) ? location(head, hashes) : new Line.Needs(Requirement.parse(head), hashes, others);
    }

    /** What stands before the first option, then each option with its value. */
    private static List<String> options(String line) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int i = 1; i < line.length(); i++) {
            if (line.startsWith("--", i) && Character.isWhitespace(line.charAt(i - 1))) {
                words.add(line.substring(start, i).strip());
                start = i;
            }
        }
        words.add(line.substring(start).strip());
        return words;
    }

    private static String hash(String line, String hash) {
        int colon = hash.indexOf(':');
        boolean hex = colon > 0
                && hash.length() > colon + 1
                && hash.substring(colon + 1).chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128);
        if (!hex) {
            throw new PackagingParseException(KIND, line, line.indexOf(hash), "an algorithm, a colon and hex digits");
        }
        return hash;
    }

    private static boolean isLocation(String head) {
        int end = 0;
        while (end < head.length() && !Character.isWhitespace(head.charAt(end)) && head.charAt(end) != '@') {
            end++;
        }
        String first = head.substring(0, end);
        return first.startsWith(".")
                || first.startsWith("/")
                || first.contains("://")
                || first.regionMatches(true, 0, "file:", 0, 5)
                || (first.contains("/") && !first.contains(";"))
                || WheelFilename.isWheel(first)
                || SdistFilename.isSdist(first);
    }

    private static Line location(String head, List<String> hashes) {
        int semicolon = head.indexOf(" ;");
        if (semicolon < 0) {
            return new Line.Location(head, Optional.empty(), hashes);
        }
        EnvironmentMarker marker = EnvironmentMarker.parse(head, semicolon + 2);
        return new Line.Location(head.substring(0, semicolon).strip(), Optional.of(marker), hashes);
    }
}
