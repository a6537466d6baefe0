// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import dev.zeus.wheels.core.check.ImportFailures.Failure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The modules that cannot be imported by their nature: scripts of builders and test runners, and those of other
 * systems.
 */
final class UnimportableModules {
    private static final Map<String, String> SCRIPTS = Map.of(
            "setup", "a script that builds its package",
            "conftest", "a file of pytest",
            "__main__", "a script");

    /** What only Python for Windows has, and the packages that make more of it. */
    private static final Set<String> OF_WINDOWS = Set.of(
            "_overlapped",
            "_winapi",
            "_winreg",
            "_wmi",
            "msilib",
            "msvcrt",
            "nt",
            "pythoncom",
            "pywintypes",
            "win32api",
            "win32com",
            "win32con",
            "win32event",
            "win32file",
            "win32gui",
            "win32pipe",
            "win32process",
            "win32security",
            "win32service",
            "win32serviceutil",
            "winreg",
            "winsound",
            "wmi");

    private static final Set<String> OF_MACOS = Set.of("_scproxy", "AppKit", "CoreFoundation", "Foundation", "Quartz");

    /** What Python says where an attribute or name of a module is there on Windows only. */
    private static final List<String> SAID_OF_WINDOWS = List.of(
            "no attribute 'windll'",
            "no attribute 'WinDLL'",
            "no attribute 'oledll'",
            "no attribute 'WinError'",
            "name 'windll' from 'ctypes'",
            "name 'WinDLL' from 'ctypes'",
            "name 'oledll' from 'ctypes'",
            "name 'WinError' from 'ctypes'",
            "name 'WINFUNCTYPE' from 'ctypes'",
            "no attribute 'getwindowsversion'",
            "name 'WindowsError' is not defined",
            "no attribute 'startfile'");

    private UnimportableModules() {}

    /** Why a module that could not be imported need not be. */
    static Optional<String> reason(Failure failure) {
        Optional<String> script = Optional.ofNullable(SCRIPTS.get(failure.module()));
        if (script.isPresent()) {
            return Optional.of("\"" + failure.module() + "\" is " + script.get() + ", which no program imports");
        }
        return system(failure)
                .filter(system -> !system.equals("macOS") || !HostSystem.name().endsWith("darwin"))
                .map(system -> "\"" + failure.module() + "\" is for " + system + ": " + failure.said());
    }

    private static Optional<String> system(Failure failure) {
        String top = failure.absent().split("\\.", 2)[0];
        if (OF_WINDOWS.contains(top) || SAID_OF_WINDOWS.stream().anyMatch(failure.said()::contains)) {
            return Optional.of("Windows");
        }
        return OF_MACOS.contains(top) ? Optional.of("macOS") : Optional.empty();
    }
}
