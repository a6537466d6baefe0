// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import java.util.List;
import java.util.Optional;

/**
 * A requirements.txt: what to install, line by line.
 *
 * <pre>{@code
 * RequirementsFile.parse("-r base.txt\nfoo==1.0 --hash=sha256:00ff  # pinned\n").lines();
 * // [Option[-r, base.txt], Needs[foo==1.0, hashes [sha256:00ff]]]
 * }</pre>
 *
 * <p>Standard: none; the format is pip's. Included files are named, not read.
 *
 * @param lines the lines that say something, in order
 */
public record RequirementsFile(List<Line> lines) {

    /** One logical line, continuation lines joined and comments left out. */
    public sealed interface Line {
        /**
         * A requirement.
         *
         * @param requirement the requirement
         * @param hashes what the file may hash to, as {@code sha256:…}
         * @param options other options of this line, such as {@code --config-settings=…}
         */
        record Needs(Requirement requirement, List<String> hashes, List<String> options) implements Line {
            /**
             * Copies the lists.
             *
             * @param requirement the requirement
             * @param hashes what the file may hash to, as {@code sha256:…}
             * @param options other options of this line, such as {@code --config-settings=…}
             */
            public Needs {
                hashes = List.copyOf(hashes);
                options = List.copyOf(options);
            }
        }

        /**
         * A file, folder or address without a name.
         *
         * @param location the address or path
         * @param marker where it is needed; empty for everywhere
         * @param hashes what the file may hash to, as {@code sha256:…}
         */
        record Location(String location, Optional<EnvironmentMarker> marker, List<String> hashes) implements Line {
            /**
             * Copies the hashes.
             *
             * @param location the address or path
             * @param marker where it is needed; empty for everywhere
             * @param hashes what the file may hash to, as {@code sha256:…}
             */
            public Location {
                hashes = List.copyOf(hashes);
            }
        }

        /**
         * An option of the whole file, such as {@code -r}, {@code -c}, {@code -e} or {@code --index-url}.
         *
         * @param name the option in its long form where it has one
         * @param value what follows it, empty where nothing does
         */
        record Option(String name, String value) implements Line {}
    }

    /**
     * Copies the lines.
     *
     * @param lines the lines that say something, in order
     */
    public RequirementsFile {
        lines = List.copyOf(lines);
    }

    /**
     * Reads a requirements.txt.
     *
     * @param text the content of the file
     * @return the lines of the file
     * @throws PackagingParseException if a line is neither a requirement, a location nor an option
     */
    public static RequirementsFile parse(String text) {
        return new RequirementsFileParser(text).file();
    }

    /** {@return the requirements, in order} */
    public List<Requirement> requirements() {
        return lines.stream()
                .filter(Line.Needs.class::isInstance)
                .map(line -> ((Line.Needs) line).requirement())
                .toList();
    }

    /**
     * {@return the values of an option by its long name, in order}
     *
     * @param name the option with its hyphens, such as {@code --index-url}
     */
    public List<String> option(String name) {
        return lines.stream()
                .filter(line ->
                        line instanceof Line.Option option && option.name().equals(name))
                .map(line -> ((Line.Option) line).value())
                .toList();
    }
}
