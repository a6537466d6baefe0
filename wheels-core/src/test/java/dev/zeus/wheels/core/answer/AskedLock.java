// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.answer;

import dev.zeus.wheels.DependencyPolicy;
import dev.zeus.wheels.PackageTest;
import dev.zeus.wheels.Platform;
import dev.zeus.wheels.Provider;
import dev.zeus.wheels.ResolutionSettings;
import dev.zeus.wheels.WheelDeclaration;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.LockInputs;
import dev.zeus.wheels.core.lock.LockedDependency;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.lock.LockedWheel;
import dev.zeus.wheels.core.lock.ModuleFacts;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.core.wheel.Sha256;
import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.WheelFilename;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A lock that a test writes as lines, such as {@code app 1.0: lib[fast], extra:cli, old @cp311} and {@code old
 * 2.0 @cp311}: after a name and a version the targets that contain a text, and after a colon what is needed,
 * {@code extra:} before what an extra needs. What begins with {@code *} is declared.
 */
final class AskedLock {
    static final List<Target> TARGETS = List.of(
            new Target("3.11", Platform.AARCH64_DARWIN, "14.0"),
            new Target("3.11", Platform.X86_64_LINUX, "2.39"),
            new Target("3.12", Platform.AARCH64_DARWIN, "14.0"),
            new Target("3.12", Platform.X86_64_LINUX, "2.39"));

    private static final Pattern LINE = Pattern.compile("(\\*?)(\\S+) (\\S+?)(?: @(\\S+?))?(?:: (.*))?");
    private static final Pattern NEED = Pattern.compile("(?:([a-z]+):)?([^\\s\\[]+)(?:\\[([a-z,]+)])?(?: @(\\S+))?");

    private final List<LockedPackage> packages = new ArrayList<>();
    private final List<WheelDeclaration> wheels = new ArrayList<>();

    private AskedLock() {}

    static AskedLock of(String text) {
        AskedLock asked = new AskedLock();
        text.lines().forEach(asked::line);
        return asked;
    }

    private void line(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(line);
        }
        String name = group(matcher, 2);
        SortedSet<String> where = where(group(matcher, 4));
        List<LockedDependency> needs = new ArrayList<>();
        SortedMap<ExtraName, List<LockedDependency>> extras = new TreeMap<>();
        for (String text : parts(group(matcher, 5), ", ")) {
            Matcher need = NEED.matcher(text);
            if (!need.matches()) {
                throw new IllegalArgumentException(text);
            }
            SortedSet<ExtraName> wanted = new TreeSet<>();
            for (String extra : parts(group(need, 3), ",")) {
                wanted.add(ExtraName.parse(extra));
            }
            LockedDependency dependency =
                    new LockedDependency(PackageName.parse(group(need, 2)), wanted, where(group(need, 4)));
            (group(need, 1).isEmpty()
                            ? needs
                            : extras.computeIfAbsent(ExtraName.parse(group(need, 1)), key -> new ArrayList<>()))
                    .add(dependency);
        }
        if (!group(matcher, 1).isEmpty()) {
            wheels.add(wheel(name));
        }
        packages.add(locked(name, group(matcher, 3), where, needs, extras));
    }

    /** What a group has caught; empty where it has nothing. */
    private static String group(Matcher matcher, int number) {
        return Optional.ofNullable(matcher.group(number)).orElse("");
    }

    private static List<String> parts(String text, String separator) {
        return text.isEmpty() ? List.of() : List.of(text.split(separator, -1));
    }

    private static LockedPackage locked(
            String name,
            String version,
            SortedSet<String> where,
            List<LockedDependency> needs,
            SortedMap<ExtraName, List<LockedDependency>> extras) {
        WheelFilename file = WheelFilename.parse(name.replace('-', '_') + "-" + version + "-py3-none-any.whl");
        return new LockedPackage(
                file.name(),
                file.version(),
                "pypi",
                URI.create("https://index.example/simple/"),
                Optional.empty(),
                where,
                needs,
                extras,
                List.of(new LockedWheel(
                        file,
                        URI.create("https://index.example/files/" + file.text()),
                        Sha256.of(file.text().getBytes(StandardCharsets.UTF_8)),
                        OptionalLong.empty(),
                        Optional.empty(),
                        where)),
                Optional.empty(),
                ModuleFacts.of(List.of()));
    }

    private static WheelDeclaration wheel(String name) {
        return new WheelDeclaration(
                "com.acme." + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1),
                name,
                name.replace('-', '_'),
                "pypi",
                List.of(Platform.X86_64_LINUX, Platform.AARCH64_DARWIN),
                List.of("3.11", "3.12"),
                "",
                List.of(),
                List.of(PackageTest.values()),
                Provider.WHEEL);
    }

    static SortedSet<String> where(String part) {
        SortedSet<String> ids = new TreeSet<>();
        TARGETS.stream().map(Target::id).filter(id -> id.contains(part)).forEach(ids::add);
        return ids;
    }

    Lock lock() {
        return new Lock(new LockInputs("sha256:" + "ab".repeat(32)), Optional.empty(), TARGETS, packages);
    }

    LockGraph graph() {
        WheelSetDeclaration set = new WheelSetDeclaration(
                "com.acme",
                List.of("3.11", "3.12"),
                List.of(),
                List.of(),
                DependencyPolicy.WHEELS,
                ResolutionSettings.DEFAULT,
                wheels,
                List.of());
        return new LockGraph(
                set, lock(), type -> type + " (src/" + type.substring(type.lastIndexOf('.') + 1) + ".java:3)");
    }
}
