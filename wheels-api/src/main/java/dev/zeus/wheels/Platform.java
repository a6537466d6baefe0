package dev.zeus.wheels;

/**
 * An operating system and processor that wheels are locked for.
 *
 * <p>{@link #UNIVERSAL} is no machine: a declaration that says it requires a pure wheel ({@code py3-none-any}), which
 * then serves every target of its wheel set.
 */
public enum Platform {
    UNIVERSAL("universal"),
    X86_64_LINUX("x86_64-linux"),
    AARCH64_LINUX("aarch64-linux"),
    X86_64_DARWIN("x86_64-darwin"),
    AARCH64_DARWIN("aarch64-darwin");

    private final String system;

    Platform(String system) {
        this.system = system;
    }

    /** The Nix system double, such as {@code x86_64-linux}; {@code universal} for {@link #UNIVERSAL}. */
    public String system() {
        return system;
    }

    /** Whether this platform's floor is a glibc version. */
    public boolean isLinux() {
        return system.endsWith("-linux");
    }

    /** Whether this platform's floor is a macOS version. */
    public boolean isDarwin() {
        return system.endsWith("-darwin");
    }
}
