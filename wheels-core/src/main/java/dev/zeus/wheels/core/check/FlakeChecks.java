// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import dev.zeus.wheels.CustomPackageDeclaration;
import dev.zeus.wheels.PackageTest;
import dev.zeus.wheels.Provider;
import dev.zeus.wheels.WheelDeclaration;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.Target;
import java.util.Collection;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The names that {@code generated/checks.nix} gives its checks, such as {@code python312-numpy} and
 * {@code python312-all}.
 */
public final class FlakeChecks {
    private FlakeChecks() {}

    /** Those of the lock's targets of one system. */
    public static SortedSet<String> names(WheelSetDeclaration set, Lock lock, String system) {
        SortedSet<String> names = new TreeSet<>();
        for (Target target : lock.targets()) {
            if (target.system().equals(system)) {
                String python = "python" + target.python().replace(".", "");
                SortedMap<String, SortedSet<PackageTest>> tests = tests(set, lock, target);
                tests.forEach((name, asked) -> {
                    if (!asked.isEmpty()) {
                        names.add(python + "-" + name);
                    }
                });
                if (!tests.isEmpty()) {
                    names.add(python + "-all");
                }
            }
        }
        return names;
    }

    /** What is asked of the declared packages that one target has of us, and not of nixpkgs. */
    private static SortedMap<String, SortedSet<PackageTest>> tests(WheelSetDeclaration set, Lock lock, Target target) {
        SortedMap<String, SortedSet<PackageTest>> tests = new TreeMap<>();
        for (WheelDeclaration wheel : set.wheels()) {
            boolean locked = lock.packages().stream()
                    .anyMatch(each -> each.name().value().equals(wheel.name())
                            && each.targets().contains(target.id()));
            if (locked && wheel.provider() != Provider.NIXPKGS) {
                add(tests, wheel.name(), wheel.tests());
            }
        }
        for (CustomPackageDeclaration custom : set.customPackages()) {
            if (custom.pythons().contains(target.python())) {
                add(tests, custom.name(), custom.tests());
            }
        }
        return tests;
    }

    private static void add(
            SortedMap<String, SortedSet<PackageTest>> tests, String name, Collection<PackageTest> asked) {
        tests.computeIfAbsent(name, each -> new TreeSet<>()).addAll(asked);
    }
}
