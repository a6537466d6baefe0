package dev.zeus.wheels.core.check;

import java.util.Locale;

/** The machine that this runs on. */
public final class HostSystem {
    private HostSystem() {}

    /** Its Nix system double, such as {@code x86_64-linux} or {@code aarch64-darwin}. */
    public static String name() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        String processor = arch.equals("amd64") ? "x86_64" : arch.equals("arm64") ? "aarch64" : arch;
        return processor + "-" + (os.startsWith("mac") ? "darwin" : os);
    }
}
