// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.resolve;

import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.python.PackageName;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One version of every needed package, consistent with all requirements on one target.
 *
 * @param target the target
 * @param packages the packages by name
 * @param remarks what it leaves out
 * @param read the metadata that it rests on
 */
public record Resolution(
        Target target, SortedMap<PackageName, ResolvedPackage> packages, List<Remark> remarks, ReadMetadata read) {
    public Resolution {
        remarks = List.copyOf(remarks);
        packages = Collections.unmodifiableSortedMap(new TreeMap<>(packages));
    }
}
