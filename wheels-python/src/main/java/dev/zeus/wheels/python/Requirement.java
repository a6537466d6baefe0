// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a project needs: another project, in certain versions or from an address, with some of its extras, where a
 * marker holds.
 *
 * <pre>{@code
 * Requirement.parse("Requests [socks] >= 2.8.1, == 2.8.* ; python_version < '3.9'").toString();
 * // requests[socks]==2.8.*,>=2.8.1; python_version < "3.9"
 * }</pre>
 *
 * <p>Standard: dependency specifiers, <a href="https://peps.python.org/pep-0508/">PEP 508</a>; the older form with the
 * versions in parentheses is read, too.
 *
 * @param name the normalised name
 * @param extras the extras that are asked for
 * @param specifiers the versions that it may have
 * @param url the address that stands for versions, empty if there is none
 * @param marker where it is needed; empty for everywhere
 */
public record Requirement(
        PackageName name,
        SortedSet<ExtraName> extras,
        VersionSpecifiers specifiers,
        Optional<String> url,
        Optional<EnvironmentMarker> marker) {

    /**
     * Copies the extras.
     *
     * @param name the normalised name
     * @param extras the extras that are asked for
     * @param specifiers the versions that it may have
     * @param url the address that stands for versions, empty if there is none
     * @param marker where it is needed; empty for everywhere
     */
    public Requirement {
        extras = Collections.unmodifiableSortedSet(new TreeSet<>(extras));
    }

    /**
     * Reads a requirement.
     *
     * @param text the requirement, such as {@code numpy>=2; python_version >= "3.11"}
     * @return the requirement
     * @throws PackagingParseException if the text is not a requirement
     */
    public static Requirement parse(String text) {
        return new RequirementParser(text).requirement();
    }

    /**
     * {@return the same requirement where another marker holds, too}
     *
     * @param condition the marker that must hold, too
     */
    public Requirement under(EnvironmentMarker condition) {
        Optional<EnvironmentMarker> both =
                Optional.of(marker.map(own -> own.and(condition)).orElse(condition));
        return new Requirement(name, extras, specifiers, url, both);
    }

    /**
     * {@return the same requirement as one of an extra}
     *
     * @param extra the extra that asks for it
     */
    public Requirement underExtra(ExtraName extra) {
        return under(EnvironmentMarker.parse("extra == '" + extra.value() + "'"));
    }

    /** The canonical form, with every name normalised. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(name.value());
        if (!extras.isEmpty()) {
            out.append(extras.stream().map(ExtraName::value).collect(Collectors.joining(",", "[", "]")));
        }
        out.append(specifiers);
        url.ifPresent(address -> out.append(" @ ").append(address));
        // A semicolon could belong to an address, so only space ends one.
        marker.ifPresent(m -> out.append(url.isPresent() ? " ; " : "; ").append(m));
        return out.toString();
    }
}
