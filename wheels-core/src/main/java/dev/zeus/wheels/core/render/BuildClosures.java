// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.python.PackageName;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which packages of a set are there when a package is built, so that their libraries are found. */
public final class BuildClosures {
    private BuildClosures() {}

    /** For each rendered package the packages of the set that it is built after, or along with in a circle. */
    public static Map<PackageName, Set<PackageName>> of(WheelSetDeclaration declaration, Lock lock) {
        LockedSet set = new LockedSet(declaration, lock);
        Map<PackageName, Set<PackageName>> closures = new TreeMap<>();
        for (LockedPackage locked : set.packages()) {
            String name = LockedSet.nameOf(locked);
            Set<PackageName> closure = new TreeSet<>();
            set.closure(name).forEach(each -> closure.add(new PackageName(each)));
            set.circle(name).forEach(each -> closure.add(new PackageName(each)));
            closures.put(locked.name(), closure);
        }
        return closures;
    }
}
