// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.resolve;

import dev.zeus.wheels.python.PackageName;
import java.util.List;

/**
 * Versions of a package that cannot be used on the target, all for one kind of reason.
 *
 * @param name the package
 * @param kind the kind of reason
 * @param versions the versions
 * @param reasons the reasons of some of them, computed only when they are shown
 */
record Exclusion(PackageName name, Kind kind, VersionSet versions, Reasons reasons) {
    /** The reasons for some of the excluded versions: one for those that share it. */
    @FunctionalInterface
    interface Reasons {
        List<Reason> of(VersionSet some);
    }

    /**
     * What a message says of excluded versions.
     *
     * @param versions the versions that it applies to
     * @param detail what is there instead; may be empty
     * @param ways what could be changed so that the versions could be used; may be empty
     */
    record Reason(VersionSet versions, String detail, List<String> ways) {}

    /** What a user can do about versions with broken metadata. */
    static List<String> waysOfBroken(PackageName name) {
        return List.of("use another version of \"" + name + "\", and tell its authors");
    }

    /** An exclusion of versions that share one reason. */
    static Exclusion of(PackageName name, Kind kind, VersionSet versions, String detail, List<String> ways) {
        return new Exclusion(name, kind, versions, some -> List.of(new Reason(some, detail, ways)));
    }

    /** The reasons for those of its versions that are among the given ones. */
    List<Reason> reasons(VersionSet among) {
        VersionSet some = versions.and(among);
        return some.isEmpty() ? List.of() : reasons.of(some);
    }

    /** Why a version cannot be used. */
    enum Kind {
        NO_WHEEL("has no wheel that fits the target"),
        NO_SDIST("has no source distribution"),
        NOT_PURE("has no pure wheel (py3-none-any)"),
        PYTHON("does not support the Python of the target"),
        YANKED("has been yanked"),
        CONSTRAINED("is ruled out by a constraint of the wheel set"),
        PRERELEASE("is a pre-release, which the wheel set refuses"),
        INCOMPLETE("is still being uploaded"),
        TOO_NEW("was not uploaded before the declared cutoff"),
        BROKEN("has broken metadata"),
        DIRECT_URL("requires a URL, not a version");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /** The reason as a statement about the versions. */
        String text() {
            return text;
        }
    }
}
