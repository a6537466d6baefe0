package dev.zeus.wheels.python;

/** What a specifier does with pre-releases. */
public enum PreReleases {
    /** They match where nothing else does, or where the specifier names one. */
    DEFAULT,
    /** They match as any other version. */
    ALLOW,
    /** They never match. */
    REFUSE
}
