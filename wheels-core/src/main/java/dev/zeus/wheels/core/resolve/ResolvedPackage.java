// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.resolve;

import dev.zeus.wheels.core.index.IndexFile;
import dev.zeus.wheels.python.CoreMetadata;
import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Version;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A package as one target installs it.
 *
 * @param name the package
 * @param version the chosen version
 * @param source the name of the index it comes from
 * @param file the best file of that version for the target
 * @param dependencies what it needs, by name
 * @param optionalDependencies what its extras need besides, for the extras that something asks for
 * @param offeredExtras what the extras that were not asked for need, if all of it is installed
 * @param metadata the metadata in that file
 * @param departed what it requires and got in another way
 */
public record ResolvedPackage(
        PackageName name,
        Version version,
        String source,
        IndexFile file,
        List<ResolvedDependency> dependencies,
        SortedMap<ExtraName, List<ResolvedDependency>> optionalDependencies,
        SortedMap<ExtraName, List<ResolvedDependency>> offeredExtras,
        CoreMetadata metadata,
        Departed departed) {
    public ResolvedPackage {
        dependencies = List.copyOf(dependencies);
        optionalDependencies = Collections.unmodifiableSortedMap(new TreeMap<>(optionalDependencies));
        offeredExtras = Collections.unmodifiableSortedMap(new TreeMap<>(offeredExtras));
    }

    /** The same package with what it offers. */
    ResolvedPackage offering(SortedMap<ExtraName, List<ResolvedDependency>> extras) {
        return new ResolvedPackage(
                name, version, source, file, dependencies, optionalDependencies, extras, metadata, departed);
    }
}
