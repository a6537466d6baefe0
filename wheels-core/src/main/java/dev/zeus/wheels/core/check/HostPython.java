// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import dev.zeus.wheels.core.lock.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A CPython of this machine that really answers.
 *
 * @param executable where it is
 * @param version such as {@code 3.12}
 * @param floor the glibc or macOS it runs on, such as {@code 2.39}; empty where it does not say
 */
record HostPython(Path executable, String version, String floor) {
    /** An interpreter starts in a fraction of a second; the rest is for busy machines and cold disks. */
    private static final Duration LIMIT = Duration.ofSeconds(20);

    /** Asks for the version, for free threading, which has other wheels, and for the floor. */
    private static final String QUESTION = """
            import os, platform, sys, sysconfig
            free = sysconfig.get_config_var("Py_GIL_DISABLED")
            print("free-threaded" if free else sys.implementation.name)
            print("%d.%d" % sys.version_info[:2])
            try:
                print(os.confstr("CS_GNU_LIBC_VERSION").split()[1])
            except (AttributeError, ValueError, OSError):
                print(".".join(platform.mac_ver()[0].split(".")[:2]))
            """;

    /** The Python behind an executable; empty if it is not a Python, or is a shim whose version is not installed. */
    static Optional<HostPython> ask(Path executable) {
        try {
            Path directory = Path.of(System.getProperty("java.io.tmpdir", "."));
            Subprocess.Result said =
                    Subprocess.run(List.of(executable.toString(), "-I", "-S", "-c", QUESTION), directory, LIMIT);
            List<String> lines = said.output().lines().toList();
            return said.succeeded() && lines.size() >= 2 && lines.get(0).equals("cpython")
                    ? Optional.of(new HostPython(executable, lines.get(1), lines.size() > 2 ? lines.get(2) : ""))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The target that this machine is for wheels: its own floor instead of the lock's. */
    Target asTarget(Target target) {
        return floor.isEmpty() ? target : new Target(target.python(), target.platform(), floor);
    }
}
