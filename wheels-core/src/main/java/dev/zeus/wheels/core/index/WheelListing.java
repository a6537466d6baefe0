package dev.zeus.wheels.core.index;

import dev.zeus.wheels.python.EntryPoints;
import dev.zeus.wheels.python.PackagingParseException;
import java.nio.charset.StandardCharsets;
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
 * @param programs the names of the programs that end up in {@code bin}, sorted
 */
public record WheelListing(List<String> paths, List<String> programs) {
    private static final String SCRIPTS = ".data/scripts/";
    private static final int LONGEST_PROGRAM = 100;
    private static final String BETWEEN = "\n\0\n";

    public WheelListing {
        paths = List.copyOf(paths);
        programs = List.copyOf(programs);
    }

    /** The listing of an archive with these files; an {@code entry_points.txt} that is broken names no program. */
    static WheelListing of(List<String> paths, String entryPoints) {
        SortedSet<String> programs = new TreeSet<>();
        try {
            programs.addAll(
                    EntryPoints.parse(entryPoints).group("console_scripts").keySet());
        } catch (PackagingParseException e) {
            programs.clear();
        }
        for (String path : paths) {
            int slash = path.indexOf('/');
            if (slash > 0 && path.startsWith(SCRIPTS, slash - ".data".length())) {
                programs.add(path.substring(slash + "/scripts/".length()));
            }
        }
        return new WheelListing(
                paths, programs.stream().filter(WheelListing::isPlain).toList());
    }

    /** A name that is one file in {@code bin}, for which nobody needs quotes. */
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
        return (String.join("\n", paths) + BETWEEN + String.join("\n", programs)).getBytes(StandardCharsets.UTF_8);
    }

    /** What {@link #toBytes} wrote; empty for anything else. */
    static Optional<WheelListing> read(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        int between = text.indexOf(BETWEEN);
        return between < 0
                ? Optional.empty()
                : Optional.of(new WheelListing(
                        lines(text.substring(0, between)), lines(text.substring(between + BETWEEN.length()))));
    }

    private static List<String> lines(String text) {
        return Stream.of(text.split("\n")).filter(line -> !line.isEmpty()).toList();
    }
}
