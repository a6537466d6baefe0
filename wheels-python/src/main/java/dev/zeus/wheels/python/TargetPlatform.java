package dev.zeus.wheels.python;

import java.util.ArrayList;
import java.util.List;

/**
 * An operating system's oldest release and a processor, from which the platform tags that run there follow.
 *
 * @see <a href="https://packaging.python.org/specifications/platform-compatibility-tags/">PEP 425, 600, 656</a>
 */
public sealed interface TargetPlatform {
    /** The platform tags that run there, best first. */
    List<String> platformTags();

    /** Linux with glibc, such as 2.39 on {@code x86_64}. */
    record Manylinux(int major, int minor, String arch) implements TargetPlatform {
        @Override
        public List<String> platformTags() {
            List<String> tags = new ArrayList<>();
            int oldest = arch.equals("x86_64") || arch.equals("i686") ? 5 : 17;
            for (int level = minor; level >= oldest; level--) {
                tags.add("manylinux_" + major + "_" + level + "_" + arch);
                switch (level) {
                    case 17 -> tags.add("manylinux2014_" + arch);
                    case 12 -> tags.add("manylinux2010_" + arch);
                    case 5 -> tags.add("manylinux1_" + arch);
                    default -> {}
                }
            }
            tags.add("linux_" + arch);
            return tags;
        }
    }

    /** Linux with musl, such as 1.2 on {@code aarch64}. */
    record Musllinux(int major, int minor, String arch) implements TargetPlatform {
        @Override
        public List<String> platformTags() {
            List<String> tags = new ArrayList<>();
            for (int level = minor; level >= 0; level--) {
                tags.add("musllinux_" + major + "_" + level + "_" + arch);
            }
            tags.add("linux_" + arch);
            return tags;
        }
    }

    /** macOS, such as 14.0 on {@code arm64}. */
    record Macos(int major, int minor, String arch) implements TargetPlatform {
        @Override
        public List<String> platformTags() {
            List<String> tags = new ArrayList<>();
            for (int release = major; release > 10; release--) {
                addFormats(tags, release, 0);
            }
            int newestOfTen = major > 10 ? 16 : minor;
            // From macOS 11 on, tags older than 10.4 are no longer listed.
            int oldestOfTen = major > 10 ? 4 : 0;
            for (int release = newestOfTen; release >= oldestOfTen; release--) {
                if (arch.equals("x86_64")) {
                    addFormats(tags, 10, release);
                } else if (major > 10) {
                    tags.add("macosx_10_" + release + "_universal2");
                }
            }
            return tags;
        }

        private void addFormats(List<String> tags, int release, int update) {
            String prefix = "macosx_" + release + "_" + update + "_";
            if (arch.equals("x86_64")) {
                if (release == 10 && update < 4) {
                    return;
                }
                List.of("x86_64", "intel", "fat64", "fat3", "universal2", "universal")
                        .forEach(format -> tags.add(prefix + format));
            } else {
                tags.add(prefix + arch);
                tags.add(prefix + "universal2");
            }
        }
    }
}
