// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The platform of a tag, taken apart: the system, its lowest version and the processor.
 *
 * <pre>{@code
 * PlatformTag.parse("manylinux2014_x86_64"); // MANYLINUX 2.17 x86_64
 * PlatformTag.parse("win_amd64").family();   // WINDOWS
 * }</pre>
 *
 * <p>Standard: platform compatibility tags, <a href="https://peps.python.org/pep-0425/">PEP 425</a>, 600, 656, 730
 * (iOS) and 738 (Android).
 *
 * @param floor the lowest version of the system, such as glibc 2.17; empty where the tag names none
 * @param arch the processor as the tag has it, empty for {@code any}
 */
public record PlatformTag(Family family, Optional<Floor> floor, String arch) {

    /** A kind of system. */
    public enum Family {
        /** Any platform: {@code any}. */
        ANY,
        /** Linux with whatever C library: {@code linux_x86_64}. */
        LINUX,
        /** Linux with glibc. */
        MANYLINUX,
        /** Linux with musl. */
        MUSLLINUX,
        /** macOS. */
        MACOS,
        /** iOS, its devices and its simulators. */
        IOS,
        /** Android. */
        ANDROID,
        /** Windows. */
        WINDOWS,
        /** What none of these is. */
        OTHER
    }

    /** The lowest version of a system. */
    public record Floor(int major, int minor) implements Comparable<Floor> {
        @Override
        public int compareTo(Floor other) {
            int order = Integer.compare(major, other.major);
            return order == 0 ? Integer.compare(minor, other.minor) : order;
        }

        /** Major and minor, by a dot. */
        @Override
        public String toString() {
            return major + "." + minor;
        }
    }

    /**
     * Reads the platform of a tag; what is not known is {@link Family#OTHER}.
     *
     * @param platform the last part of a tag, such as {@code manylinux_2_28_x86_64}
     * @return the platform
     */
    public static PlatformTag parse(String platform) {
        String text = platform.toLowerCase(Locale.ROOT);
        if (text.equals("any")) {
            return new PlatformTag(Family.ANY, Optional.empty(), "");
        }
        if (text.equals("win32")) {
            return new PlatformTag(Family.WINDOWS, Optional.empty(), "win32");
        }
        int underscore = text.indexOf('_');
        String system = underscore < 0 ? text : text.substring(0, underscore);
        String rest = text.substring(underscore + 1);
        return switch (system) {
            case "manylinux1" -> new PlatformTag(Family.MANYLINUX, floor(2, 5), rest);
            case "manylinux2010" -> new PlatformTag(Family.MANYLINUX, floor(2, 12), rest);
            case "manylinux2014" -> new PlatformTag(Family.MANYLINUX, floor(2, 17), rest);
            case "manylinux" -> versioned(Family.MANYLINUX, text, rest, 2);
            case "musllinux" -> versioned(Family.MUSLLINUX, text, rest, 2);
            case "macosx" -> versioned(Family.MACOS, text, rest, 2);
            case "ios" -> versioned(Family.IOS, text, rest, 2);
            case "android" -> versioned(Family.ANDROID, text, rest, 1);
            case "linux" -> new PlatformTag(Family.LINUX, Optional.empty(), rest);
            case "win" -> new PlatformTag(Family.WINDOWS, Optional.empty(), rest);
            default -> other(text);
        };
    }

    private static PlatformTag versioned(Family family, String text, String rest, int numbers) {
        String[] parts = rest.split("_", numbers + 1);
        if (parts.length <= numbers) {
            return other(text);
        }
        OptionalInt major = number(parts[0]);
        OptionalInt minor = numbers == 2 ? number(parts[1]) : OptionalInt.of(0);
        if (major.isEmpty() || minor.isEmpty()) {
            return other(text);
        }
        return new PlatformTag(family, floor(major.getAsInt(), minor.getAsInt()), parts[numbers]);
    }

    private static PlatformTag other(String text) {
        return new PlatformTag(Family.OTHER, Optional.empty(), text);
    }

    private static Optional<Floor> floor(int major, int minor) {
        return Optional.of(new Floor(major, minor));
    }

    private static OptionalInt number(String text) {
        boolean digits = !text.isEmpty() && text.length() < 9 && text.chars().allMatch(c -> Chars.isDigit((char) c));
        return digits ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }
}
