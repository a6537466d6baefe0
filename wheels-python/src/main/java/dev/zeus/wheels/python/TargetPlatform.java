// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import java.util.ArrayList;
import java.util.List;

/**
 * The system that wheels must run on: its C library or macOS at least, and its processor.
 *
 * <pre>{@code
 * new TargetPlatform.Manylinux(2, 39, "x86_64").tags().get(0); // manylinux_2_39_x86_64
 * }</pre>
 *
 * <p>Standard: platform compatibility tags, <a href="https://peps.python.org/pep-0600/">PEP 600</a> (glibc), <a
 * href="https://peps.python.org/pep-0656/">PEP 656</a> (musl).
 */
public sealed interface TargetPlatform {
    /** {@return the platform tags that run here, best first} */
    List<String> tags();

    /**
     * Linux with a glibc of at least this version.
     *
     * @param major the first number of the glibc
     * @param minor the second number of the glibc
     * @param arch the processor, such as {@code x86_64}
     */
    record Manylinux(int major, int minor, String arch) implements TargetPlatform {
        /**
         * Checks the version, which counts from glibc 2.0.
         *
         * @param major the first number of the glibc
         * @param minor the second number of the glibc
         * @param arch the processor, such as {@code x86_64}
         */
        public Manylinux {
            checkFloor(major == 2 && minor >= 0 && minor < 1000, "glibc", major, minor);
        }

        @Override
        public List<String> tags() {
            List<String> tags = new ArrayList<>();
            int oldest = arch.equals("x86_64") || arch.equals("i686") ? 5 : 17;
            for (int i = minor; i >= oldest; i--) {
                tags.add("manylinux_2_" + i + "_" + arch);
                switch (i) {
                    case 17 -> tags.add("manylinux2014_" + arch);
                    case 12 -> tags.add("manylinux2010_" + arch);
                    case 5 -> tags.add("manylinux1_" + arch);
                    default -> {}
                }
            }
            tags.add("linux_" + arch);
            return List.copyOf(tags);
        }
    }

    /**
     * Linux with a musl of at least this version.
     *
     * @param major the first number of the musl
     * @param minor the second number of the musl
     * @param arch the processor, such as {@code x86_64}
     */
    record Musllinux(int major, int minor, String arch) implements TargetPlatform {
        /**
         * Checks the version.
         *
         * @param major the first number of the musl
         * @param minor the second number of the musl
         * @param arch the processor, such as {@code x86_64}
         */
        public Musllinux {
            checkFloor(major >= 1 && minor >= 0 && minor < 1000, "musl", major, minor);
        }

        @Override
        public List<String> tags() {
            List<String> tags = new ArrayList<>();
            for (int i = minor; i >= 0; i--) {
                tags.add("musllinux_" + major + "_" + i + "_" + arch);
            }
            tags.add("linux_" + arch);
            return List.copyOf(tags);
        }
    }

    /**
     * macOS of at least this version; {@code arch} is {@code x86_64} or {@code arm64}.
     *
     * @param major the first number of the oldest macOS
     * @param minor the second number of the oldest macOS
     * @param arch the processor, such as {@code arm64}
     */
    record Macos(int major, int minor, String arch) implements TargetPlatform {
        /**
         * Checks the version, and reads 10.16, which macOS 11 once called itself, as 11.0.
         *
         * @param major the first number of the oldest macOS
         * @param minor the second number of the oldest macOS
         * @param arch the processor, such as {@code arm64}
         */
        public Macos {
            checkFloor(major >= 10 && major < 1000 && minor >= 0 && minor < 1000, "macOS", major, minor);
            if (major == 10 && minor == 16) {
                major = 11;
                minor = 0;
            }
        }

        @Override
        public List<String> tags() {
            return MacosTags.of(this);
        }
    }

    private static void checkFloor(boolean fits, String what, int major, int minor) {
        if (!fits) {
            throw new PackagingParseException(what + " version", major + "." + minor, 0, "a version that exists");
        }
    }
}
