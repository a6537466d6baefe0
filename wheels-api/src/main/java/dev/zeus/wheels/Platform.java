// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

/**
 * An operating system, C library and processor that wheels are locked for.
 *
 * <p>{@link #UNIVERSAL} is no machine: a declaration that says it requires a pure wheel ({@code py3-none-any}), which
 * then serves every target of its wheel set. Linux is the one with glibc, unless the name ends in {@code MUSL}: wheels
 * of the one do not run on the other (<a href="https://peps.python.org/pep-0656/">PEP 656</a>).
 */
public enum Platform {
    /** Every machine, by a pure wheel. */
    UNIVERSAL("universal"),
    /** Linux with glibc on x86-64. */
    X86_64_LINUX("x86_64-linux"),
    /** Linux with glibc on 64-bit ARM. */
    AARCH64_LINUX("aarch64-linux"),
    /** Linux with musl, such as Alpine and the {@code pkgsMusl} of nixpkgs. */
    X86_64_LINUX_MUSL("x86_64-linux-musl"),
    /** Linux with musl, such as Alpine and the {@code pkgsMusl} of nixpkgs. */
    AARCH64_LINUX_MUSL("aarch64-linux-musl"),
    /** macOS on x86-64. */
    X86_64_DARWIN("x86_64-darwin"),
    /** macOS on Apple silicon. */
    AARCH64_DARWIN("aarch64-darwin");

    private final String system;

    Platform(String system) {
        this.system = system;
    }

    /**
     * {@return the name, such as {@code x86_64-linux} or {@code x86_64-linux-musl}; {@code universal} for
     * {@link #UNIVERSAL}}
     */
    public String system() {
        return system;
    }

    /** {@return the Nix system double, such as {@code x86_64-linux}, which does not tell the C library} */
    public String nixSystem() {
        return isMusl() ? system.substring(0, system.lastIndexOf('-')) : system;
    }

    /** {@return whether it is Linux, with glibc or with musl} */
    public boolean isLinux() {
        return system.contains("-linux");
    }

    /** {@return whether its C library is musl, of which the floor is a version then} */
    public boolean isMusl() {
        return system.endsWith("-musl");
    }

    /** {@return whether this platform's floor is a macOS version} */
    public boolean isDarwin() {
        return system.endsWith("-darwin");
    }
}
