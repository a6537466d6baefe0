package dev.zeus.wheels.core.check;

import java.util.Locale;

/** The machine that this runs on. */
public final class HostSystem {
    private HostSystem() {}

    /** Its Nix system double, such as {@code x86_64-linux} or {@code aarch64-darwin}. */
    public static String name() {
        return name(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    }

    /** The double of what a JVM calls a system and a processor: one word each, also for {@code Windows 11}. */
    static String name(String jvmSystem, String jvmProcessor) {
        String os = jvmSystem.toLowerCase(Locale.ROOT);
        String arch = jvmProcessor.toLowerCase(Locale.ROOT);
        String processor = arch.equals("amd64") ? "x86_64" : arch.equals("arm64") ? "aarch64" : arch;
        String system = os.startsWith("mac") ? "darwin" : os.startsWith("windows") ? "windows" : os;
        return processor + "-" + system;
    }
}
