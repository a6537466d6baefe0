package dev.zeus.wheels.core.resolve;

import dev.zeus.wheels.python.PackageName;

/**
 * Versions of a package that cannot be used on the target, all for one kind of reason.
 *
 * @param name the package
 * @param kind the kind of reason
 * @param versions the versions
 * @param detail what is there instead, for a message; may be empty
 */
record Exclusion(PackageName name, Kind kind, VersionSet versions, String detail) {
    /** Why a version cannot be used. */
    enum Kind {
        NO_WHEEL("no wheel that fits the target"),
        NOT_PURE("no pure wheel (py3-none-any)"),
        PYTHON("a requirement of another Python"),
        YANKED("been yanked"),
        BROKEN("broken metadata"),
        DIRECT_URL("a requirement that names a URL, not a version");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /** The reason as the object of "has". */
        String text() {
            return text;
        }
    }
}
