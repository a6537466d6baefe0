package dev.zeus.wheels.core.check;

/** What must be at hand for a {@link Check} to be asked. */
enum Need {
    /** Its file name, which the lock has. */
    NAME,
    /** The directory of its archive. */
    DIRECTORY,
    /** The files of its {@code .dist-info}. */
    METADATA,
    /** All of its bytes: what is read of parts of them says nothing. */
    BYTES,
    /** What is locked for a target: the answer may be another one on each. */
    TARGET,
    /** The other wheels of the target. */
    OTHERS,
    /** A Python of this machine that the target is for. */
    PYTHON
}
