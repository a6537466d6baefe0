package dev.zeus.wheels.core.resolve;

import dev.zeus.wheels.python.PackageName;
import java.util.List;
import java.util.function.Supplier;

/**
 * Versions of a package that cannot be used on the target, all for one kind of reason.
 *
 * @param name the package
 * @param kind the kind of reason
 * @param versions the versions
 * @param reason what is said of it, put together only where somebody reads it
 */
record Exclusion(PackageName name, Kind kind, VersionSet versions, Supplier<Reason> reason) {
    /**
     * What a message says of an exclusion.
     *
     * @param detail what is there instead; may be empty
     * @param ways what could be changed so that the versions could be used; may be empty
     */
    record Reason(String detail, List<String> ways) {}

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

        /** The reason as what is said of the versions. */
        String text() {
            return text;
        }
    }
}
