// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.lock;

import dev.zeus.wheels.Platform;
import dev.zeus.wheels.python.CompatibleTags;
import dev.zeus.wheels.python.MarkerEnvironment;
import dev.zeus.wheels.python.TargetPlatform;
import dev.zeus.wheels.python.Version;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One Python version on one platform with its floor, such as {@code cp312-x86_64-linux} with glibc 2.39.
 *
 * @param python two numbers, such as {@code 3.12}
 * @param platform never {@link Platform#UNIVERSAL}
 * @param floor the oldest glibc, musl or macOS that wheels may require, such as {@code 2.39}
 */
public record Target(String python, Platform platform, String floor) implements Comparable<Target> {
    /** The first macOS that counts in its first number, and the first that has the number of a year. */
    private static final int FIRST_MAJOR = 11;

    /** From here on, macOS is numbered by the year: 26 follows on 15. */
    private static final int FIRST_OF_A_YEAR = 16;

    /** A list of a thousand tags, asked for with every page. */
    private static final Map<Target, CompatibleTags> TAGS = new ConcurrentHashMap<>();

    private static final Map<Target, MarkerEnvironment> ENVIRONMENTS = new ConcurrentHashMap<>();

    private static final Comparator<Target> ORDER = Comparator.comparing(
                    (Target target) -> Version.parse(target.python))
            .thenComparing(Target::system);

    /** The short name, such as {@code cp312-x86_64-linux}. */
    public String id() {
        return "cp" + python.replace(".", "") + "-" + system();
    }

    /** The name of the platform, such as {@code x86_64-linux} or {@code x86_64-linux-musl}. */
    public String system() {
        return platform.system();
    }

    public boolean isLinux() {
        return platform.isLinux();
    }

    /**
     * What markers are evaluated against: CPython's first release of this Python version, on macOS with the kernel of
     * the floor (PEP 508).
     *
     * @see #unknown()
     */
    public MarkerEnvironment environment() {
        return ENVIRONMENTS.computeIfAbsent(this, Target::computedEnvironment);
    }

    private MarkerEnvironment computedEnvironment() {
        MarkerEnvironment environment = MarkerEnvironment.ofCPython(python, isLinux(), machine());
        return isLinux() ? environment : environment.with("platform_release", darwin());
    }

    /** CPython's first release of this Python version, which {@code Requires-Python} is asked of. */
    public Version firstRelease() {
        return Version.parse(environment().get("python_full_version"));
    }

    /**
     * The marker variables that no target says: of Linux the kernel, which the floor does not tell, and everywhere the
     * text that describes it. They are empty in {@link #environment()}.
     */
    public Set<String> unknown() {
        return isLinux() ? Set.of("platform_release", "platform_version") : Set.of("platform_version");
    }

    /**
     * The kernel of the macOS that is the floor: Darwin 20 of macOS 11 to Darwin 24 of macOS 15, and 25 of macOS 26,
     * which follows on 15; of macOS 10, Darwin is four ahead of the second number.
     */
    private String darwin() {
        int[] macos = numbers(floor);
        int kernel = macos[0] < FIRST_MAJOR
                ? macos[1] + 4
                : macos[0] < FIRST_OF_A_YEAR ? macos[0] + 9 : Math.max(FIRST_OF_A_YEAR + 9, macos[0] - 1);
        return kernel + ".0.0";
    }

    /** The wheel tags that run here, best first. */
    public CompatibleTags tags() {
        return TAGS.computeIfAbsent(this, Target::computedTags);
    }

    private CompatibleTags computedTags() {
        int[] numbers = numbers(python);
        int[] oldest = numbers(floor);
        return CompatibleTags.cpython(numbers[0], numbers[1], false, oldestSystem(oldest[0], oldest[1]));
    }

    private TargetPlatform oldestSystem(int major, int minor) {
        if (platform.isMusl()) {
            return new TargetPlatform.Musllinux(major, minor, machine());
        }
        return isLinux()
                ? new TargetPlatform.Manylinux(major, minor, machine())
                : new TargetPlatform.Macos(major, minor, machine());
    }

    /** What the floor is a version of, as people know it. */
    public String floorName() {
        return platform.isMusl() ? "musl" : isLinux() ? "glibc" : "macOS";
    }

    /** Python's name of the processor, {@code arm64} where macOS says so. */
    String machine() {
        return machine(platform);
    }

    static String machine(Platform platform) {
        return switch (platform) {
            case AARCH64_DARWIN -> "arm64";
            case AARCH64_LINUX, AARCH64_LINUX_MUSL -> "aarch64";
            default -> "x86_64";
        };
    }

    static String sysPlatform(Platform platform) {
        return platform.isLinux() ? "linux" : "darwin";
    }

    private static int[] numbers(String version) {
        String[] parts = version.split("\\.", -1);
        return new int[] {Integer.parseInt(parts[0]), parts.length > 1 ? Integer.parseInt(parts[1]) : 0};
    }

    // Written out, as what a record has of itself is linked at run time: it costs a short run milliseconds.
    @Override
    public boolean equals(Object other) {
        return other instanceof Target that
                && python.equals(that.python)
                && platform == that.platform
                && floor.equals(that.floor);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * python.hashCode() + platform.name().hashCode()) + floor.hashCode();
    }

    @Override
    public int compareTo(Target other) {
        return ORDER.compare(this, other);
    }
}
