// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The oldest system that a wheel's platform tags promise to run on. */
final class Floors {
    private static final Map<String, String> LEGACY =
            Map.of("manylinux1", "2.5", "manylinux2010", "2.12", "manylinux2014", "2.17");

    private Floors() {}

    /** The glibc of {@code manylinux_2_17_x86_64} is {@code 2.17}. */
    static Optional<String> glibc(Collection<String> platforms) {
        return lowest(platforms, "manylinux");
    }

    /** The musl of {@code musllinux_1_2_x86_64} is {@code 1.2}. */
    static Optional<String> musl(Collection<String> platforms) {
        return lowest(platforms, "musllinux");
    }

    /** The macOS of {@code macosx_11_0_arm64} is {@code 11.0}. */
    static Optional<String> macos(Collection<String> platforms) {
        return lowest(platforms, "macosx");
    }

    private static Optional<String> lowest(Collection<String> platforms, String family) {
        return platforms.stream()
                .filter(platform -> platform.startsWith(family))
                .map(Floors::version)
                .flatMap(Optional::stream)
                .min(Floors::compare);
    }

    private static Optional<String> version(String platform) {
        String[] parts = platform.split("_", 4);
        if (LEGACY.containsKey(parts[0])) {
            return Optional.ofNullable(LEGACY.get(parts[0]));
        }
        boolean numbered = parts.length == 4 && isNumber(parts[1]) && isNumber(parts[2]);
        return numbered ? Optional.of(parts[1] + '.' + parts[2]) : Optional.empty();
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() <= 4 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static int compare(String one, String other) {
        int dot = one.indexOf('.');
        int otherDot = other.indexOf('.');
        int major = Integer.compare(
                Integer.parseInt(one.substring(0, dot)), Integer.parseInt(other.substring(0, otherDot)));
        return major != 0
                ? major
                : Integer.compare(
                        Integer.parseInt(one.substring(dot + 1)), Integer.parseInt(other.substring(otherDot + 1)));
    }
}
