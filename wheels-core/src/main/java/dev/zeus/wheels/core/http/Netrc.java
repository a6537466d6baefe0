// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.http;

import dev.zeus.wheels.core.disk.PlainFile;
import dev.zeus.wheels.core.event.WheelsException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A netrc file: user names and passwords by host, as curl, pip and uv read them.
 *
 * <p>Example: {@code Netrc.parse(path, "machine index.example login me password secret").of(url)}. An entry is used for
 * its host only; {@code default} is for no index, since it would be sent to all of them. Its text never shows them.
 */
public final class Netrc {
    /** A netrc has some lines for each host (docs/limits.md). */
    private static final int LONGEST = 1 << 20;

    /** What people set {@code NETRC} to where no file is to be asked; no other device is read. */
    private static final Path NONE = Path.of("/dev/null");

    private final List<Entry> entries;

    private Netrc(List<Entry> entries) {
        this.entries = entries;
    }

    private record Entry(String machine, String login, String password) {}

    /**
     * Where the user's file is: {@code NETRC}, else {@code .netrc} in the home directory.
     *
     * @throws WheelsException {@code E403} if it begins with {@code ~}, which no shell has expanded
     */
    public static Path location(Map<String, String> environment, Path home) {
        String named = environment.getOrDefault("NETRC", "");
        if (named.startsWith("~")) {
            throw new WheelsException(
                    HttpProblem.BAD_NETRC,
                    "NETRC is \"" + named + "\", and nothing expands \"~\" there",
                    "give the whole path, such as NETRC=" + home.resolve(".netrc"));
        }
        return named.isBlank() ? home.resolve(".netrc") : Path.of(named);
    }

    /**
     * Reads the file; a missing one has no entries.
     *
     * @throws WheelsException {@code E403} if it cannot be read or is malformed
     */
    public static Netrc read(Path file) {
        if (!Files.exists(file) || file.equals(NONE)) {
            return new Netrc(List.of());
        }
        try {
            return parse(file, PlainFile.readString(file, LONGEST));
        } catch (IOException e) {
            throw new WheelsException(
                    HttpProblem.BAD_NETRC,
                    "\"" + file + "\" cannot be read: " + PlainFile.reason(e),
                    "make it readable for you alone (chmod 600), or set NETRC to another file");
        }
    }

    /**
     * Reads the text of a file.
     *
     * @param file for messages
     * @throws WheelsException {@code E403} if it is malformed, with the line
     */
    public static Netrc parse(Path file, String text) {
        List<Entry> entries = new ArrayList<>();
        Words words = new Words(file, text);
        Optional<String> word = words.next();
        while (word.isPresent()) {
            switch (word.get()) {
                case "machine" -> {
                    String machine = words.value("a host behind machine");
                    word = entry(words, machine, entries);
                }
                case "default" -> word = entry(words, "", entries);
                case "macdef" -> {
                    words.skipMacro();
                    word = words.next();
                }
                default -> throw words.wrong("machine, default or macdef");
            }
        }
        return new Netrc(List.copyOf(entries));
    }

    private static Optional<String> entry(Words words, String machine, List<Entry> entries) {
        String login = "";
        String password = "";
        Optional<String> word = words.next();
        while (word.isPresent()) {
            switch (word.get()) {
                case "login" -> login = words.value("a user name behind login");
                case "password" -> password = words.value("a password");
                case "account" -> words.value("an account");
                default -> {
                    entries.add(new Entry(machine, login, password));
                    return word;
                }
            }
            word = words.next();
        }
        entries.add(new Entry(machine, login, password));
        return word;
    }

    /** The login of the address's host. */
    public Optional<Login> of(URI url) {
        String host = Origin.of(url).host();
        return entries.stream()
                .filter(entry -> entry.machine.equalsIgnoreCase(host))
                .findFirst()
                .map(entry -> new Login(entry.login, entry.password));
    }

    /** Whether others than its owner may read the file, which is a thing to warn of. */
    public static boolean isOpenToOthers(Path file) {
        try {
            return Files.getPosixFilePermissions(file).stream()
                    .anyMatch(permission -> permission.name().startsWith("OTHERS")
                            || permission.name().startsWith("GROUP"));
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "Netrc[" + entries.size() + " entries]";
    }

    /** The words of the file, quoted ones taken whole, behind {@code #} none. */
    private static final class Words {
        private final Path file;
        private final String text;
        private int position;
        private int line = 1;

        Words(Path file, String text) {
            this.file = file;
            this.text = text;
        }

        Optional<String> next() {
            skip();
            if (position >= text.length()) {
                return Optional.empty();
            }
            StringBuilder word = new StringBuilder();
            boolean quoted = text.charAt(position) == '"';
            position += quoted ? 1 : 0;
            while (position < text.length()) {
                char c = text.charAt(position);
                if (quoted ? c == '"' : Character.isWhitespace(c)) {
                    break;
                }
                if (quoted && c == '\\' && position + 1 < text.length()) {
                    position++;
                }
                word.append(text.charAt(position++));
            }
            if (quoted && position >= text.length()) {
                throw wrong("a quote at the end of a quoted word");
            }
            position += quoted ? 1 : 0;
            return Optional.of(word.toString());
        }

        String value(String expected) {
            return next().orElseThrow(() -> wrong(expected));
        }

        /** A macro ends at the first empty line. */
        void skipMacro() {
            int end = text.indexOf("\n\n", position);
            int stop = end < 0 ? text.length() : end;
            line += (int) text.substring(position, stop)
                    .chars()
                    .filter(c -> c == '\n')
                    .count();
            position = stop;
        }

        // The word itself is not shown: it may be a password in the wrong place.
        WheelsException wrong(String expected) {
            return new WheelsException(
                    HttpProblem.BAD_NETRC,
                    "\"" + file + "\" line " + line + ": expected " + expected,
                    "write entries as: machine HOST login NAME password WORD");
        }

        private void skip() {
            while (position < text.length()) {
                char c = text.charAt(position);
                if (c == '\n') {
                    line++;
                } else if (c == '#') {
                    position = text.indexOf('\n', position) < 0 ? text.length() : text.indexOf('\n', position);
                    continue;
                } else if (!Character.isWhitespace(c)) {
                    return;
                }
                position++;
            }
        }
    }
}
