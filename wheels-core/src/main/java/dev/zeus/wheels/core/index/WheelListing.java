// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import dev.zeus.wheels.python.EntryPoints;
import dev.zeus.wheels.python.PackagingParseException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a wheel installs: its files, and the programs among them.
 *
 * <p>Example: a wheel with {@code black/__init__.py} and the console scripts {@code black} and {@code blackd} has two
 * programs; {@code ruff-1.0.data/scripts/ruff} is one, too.
 *
 * @param paths the paths of all files in the archive
 * @param programs the names of the programs that it is known for, sorted
 * @param commands the names of all that ends up in {@code bin}, sorted: also what opens windows, and what is written
 *     there as data
 */
public record WheelListing(List<String> paths, List<String> programs, List<String> commands) {
    private static final String SCRIPTS = ".data/scripts/";
    private static final String DATA = ".data/data/bin/";
    private static final int LONGEST_PROGRAM = 100;
    private static final String BETWEEN = "\n\0\n";

    public WheelListing {
        paths = List.copyOf(paths);
        programs = List.copyOf(programs);
        commands = List.copyOf(commands);
    }

    /** The listing of an archive with these files; an {@code entry_points.txt} that is broken names no program. */
    static WheelListing of(List<String> paths, String entryPoints) {
        SortedSet<String> programs = new TreeSet<>();
        SortedSet<String> commands = new TreeSet<>();
        try {
            EntryPoints points = EntryPoints.parse(entryPoints);
            programs.addAll(points.group("console_scripts").keySet());
            commands.addAll(points.group("gui_scripts").keySet());
        } catch (PackagingParseException e) {
            programs.clear();
        }
        programs.addAll(below(SCRIPTS, paths));
        commands.addAll(below(DATA, paths));
        commands.addAll(programs);
        return new WheelListing(paths, plain(programs), plain(commands));
    }

    private static List<String> below(String directory, List<String> paths) {
        List<String> names = new ArrayList<>();
        for (String path : paths) {
            int slash = path.indexOf('/');
            if (slash > 0 && path.startsWith(directory, slash - ".data".length())) {
                names.add(path.substring(slash - ".data".length() + directory.length()));
            }
        }
        return names;
    }

    private static List<String> plain(Collection<String> names) {
        return names.stream().filter(WheelListing::isPlain).toList();
    }

    /** A name that is one file in {@code bin}, and needs no quotes. */
    private static boolean isPlain(String program) {
        return !program.isEmpty()
                && program.length() <= LONGEST_PROGRAM
                && program.charAt(0) != '-'
                && program.charAt(0) != '.'
                && program.chars()
                        .allMatch(c -> (c >= 'a' && c <= 'z')
                                || (c >= 'A' && c <= 'Z')
                                || (c >= '0' && c <= '9')
                                || "-_.+".indexOf(c) >= 0);
    }

    byte[] toBytes() {
        return (String.join("\n", paths)
                        + BETWEEN
                        + String.join("\n", programs)
                        + BETWEEN
                        + String.join("\n", commands))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** What {@link #toBytes} wrote; empty for anything else. */
    static Optional<WheelListing> read(byte[] bytes) {
        String[] parts = new String(bytes, StandardCharsets.UTF_8).split(BETWEEN, -1);
        return parts.length == 3
                ? Optional.of(new WheelListing(lines(parts[0]), lines(parts[1]), lines(parts[2])))
                : Optional.empty();
    }

    private static List<String> lines(String text) {
        return Stream.of(text.split("\n", -1)).filter(line -> !line.isEmpty()).toList();
    }
}
