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
     * @param broken whether what they say of themselves cannot be read; else they refuse this Python as too new
     * @param why what they say
     * @param declared whether a declaration asks for the package
     */
    record LeftOut(
            PackageName name,
            Version chosen,
            String versions,
            boolean broken,
            String why,
            boolean declared,
            List<String> askers)
            implements Remark {
        public LeftOut {
            askers = List.copyOf(askers);
        }
    }
}
