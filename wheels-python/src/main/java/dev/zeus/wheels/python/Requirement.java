package dev.zeus.wheels.python;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A dependency on a project, such as {@code uvicorn[standard]>=0.12; python_version < "3.14"}.
 *
 * @param name the project
 * @param extras the extras asked for
 * @param specifiers the versions that satisfy it
 * @param url the address of the one file that satisfies it, if it names one
 * @param marker when it applies; always where empty
 * @see <a href="https://packaging.python.org/specifications/dependency-specifiers/">Dependency specifiers (PEP 508)</a>
 */
public record Requirement(
        PackageName name,
        SortedSet<ExtraName> extras,
        VersionSpecifiers specifiers,
        Optional<String> url,
        Optional<EnvironmentMarker> marker) {
    public Requirement {
        extras = Collections.unmodifiableSortedSet(new TreeSet<>(extras));
    }

    /**
     * Parses a requirement; versions in parentheses, as old metadata has them, are read, too.
     *
     * @throws PackagingParseException where the text is none
     */
    public static Requirement parse(String text) {
        return RequirementParser.parse(text);
    }

    /** Whether it applies, asked for through {@code extras} (none: by the project itself). */
    public boolean applies(MarkerEnvironment environment, java.util.Set<ExtraName> requested) {
        return marker.isEmpty() || marker.get().evaluate(environment, requested);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(name.value());
        if (!extras.isEmpty()) {
            text.append(extras.stream().map(ExtraName::value).collect(Collectors.joining(",", "[", "]")));
        }
        text.append(specifiers);
        url.ifPresent(address -> text.append(" @ ").append(address));
        marker.ifPresent(
                condition -> text.append(url.isPresent() ? " ; " : "; ").append(condition));
        return text.toString();
    }
}
