// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The machine that this runs on. */
public final class HostSystem {
    private HostSystem() {}

    /**
     * Its name as targets have it, such as {@code x86_64-linux}, {@code x86_64-linux-musl} or {@code aarch64-darwin}.
     */
    public static String name() {
        String name = name(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
        return name.endsWith("-linux") && isMusl(name.substring(0, name.indexOf('-'))) ? name + "-musl" : name;
    }

    /** A musl beside a glibc was installed additionally: it is the system's only if it is the only one. */
    private static boolean isMusl(String processor) {
        return Files.exists(Path.of("/lib/ld-musl-" + processor + ".so.1"))
                && !Files.exists(Path.of("/lib64/ld-linux-x86-64.so.2"))
                && !Files.exists(Path.of("/lib/ld-linux-aarch64.so.1"));
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
