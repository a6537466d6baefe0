// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import java.util.ArrayList;
import java.util.List;

/** The platform tags that a macOS runs: of its own version and of every older one. */
final class MacosTags {
    private MacosTags() {}

    static List<String> of(TargetPlatform.Macos platform) {
        List<String> tags = new ArrayList<>();
        String arch = platform.arch();
        if (platform.major() == 10) {
            for (int minor = platform.minor(); minor >= 0; minor--) {
                add(tags, 10, minor, formats(arch, minor));
            }
            return List.copyOf(tags);
        }
        for (int major = platform.major(); major > 10; major--) {
            add(tags, major, 0, formats(arch, Integer.MAX_VALUE));
        }
        // Intel Macs run what was built for 10.x; the others run the Intel half's partner in universal2 files.
        List<String> older = arch.equals("x86_64") ? formats(arch, Integer.MAX_VALUE) : List.of("universal2");
        for (int minor = 16; minor > 3; minor--) {
            add(tags, 10, minor, older);
        }
        return List.copyOf(tags);
    }

    private static void add(List<String> tags, int major, int minor, List<String> formats) {
        formats.forEach(format -> tags.add("macosx_" + major + "_" + minor + "_" + format));
    }

    private static List<String> formats(String arch, int minorOf10) {
        return switch (arch) {
            case "x86_64" ->
                minorOf10 < 4 ? List.of() : List.of("x86_64", "intel", "fat64", "fat3", "universal2", "universal");
            case "arm64" -> List.of("arm64", "universal2");
            default -> List.of(arch);
        };
    }
}
