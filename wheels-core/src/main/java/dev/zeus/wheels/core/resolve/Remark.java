// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.resolve;

import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Requirement;
import dev.zeus.wheels.python.Version;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Something that a resolution leaves out though it was asked for or could have been expected; no reason to fail. */
public sealed interface Remark {
    /** The package that it is about. */
    PackageName name();

    /** Who asks for the package: the places of declarations first, else packages with their versions. */
    List<String> askers();

    /**
     * An extra that the chosen version does not have.
     *
     * @param provided the extras that it has
     */
    record MissingExtra(
            PackageName name, Version version, ExtraName extra, SortedSet<ExtraName> provided, List<String> askers)
            implements Remark {
        public MissingExtra {
            provided = Collections.unmodifiableSortedSet(new TreeSet<>(provided));
            askers = List.copyOf(askers);
        }
    }

    /**
     * An extra that goes with the requirement that is overridden, since the override does not name it.
     *
     * @param override what replaces the requirement
     */
    record OverriddenExtra(PackageName name, ExtraName extra, Requirement override, List<String> askers)
            implements Remark {
        public OverriddenExtra {
            askers = List.copyOf(askers);
        }
    }

    /**
     * Newer versions than the chosen one, which all requirements allow.
     *
     * @param chosen the version that was taken
     * @param versions the newer ones in words, such as {@code foo 1.1 to 1.4}
     * @param fault what is wrong with them
     * @param why what they say
     * @param ways what could be changed so that they could be used; may be empty
     * @param declared whether a declaration asks for the package
     */
    record LeftOut(
            PackageName name,
            Version chosen,
            String versions,
            Fault fault,
            String why,
            List<String> ways,
            boolean declared,
            List<String> askers)
            implements Remark {
        public LeftOut {
            ways = List.copyOf(ways);
            askers = List.copyOf(askers);
        }

        /** What is wrong with a version that is left out. */
        public enum Fault {
            /** What it says of itself cannot be read. */
            BROKEN("has broken metadata"),
            /** It refuses this Python as too new. */
            PYTHON("does not support the Python of the target"),
            /** It requires a file at an address that is not declared. */
            ADDRESS("requires a URL, not a version");

            private final String text;

            Fault(String text) {
                this.text = text;
            }

            /** As a statement about the versions. */
            public String text() {
                return text;
            }
        }
    }
}
