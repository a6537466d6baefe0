// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.resolve;

import dev.zeus.wheels.core.index.IndexFile;
import dev.zeus.wheels.core.index.WheelFile;
import dev.zeus.wheels.python.CoreMetadata;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Version;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The metadata that a resolution has read, by file.
 *
 * <p>The wheels of a release may say different things, and each target has what its own wheel says. The targets that
 * follow the leader take what it has read of the same file, or of one whose announced metadata has the same digest, and
 * ask for that of other files.
 */
public final class ReadMetadata {
    private final Map<Release, List<Said>> releases = new ConcurrentHashMap<>();

    private record Release(String source, PackageName name, Version version) {
        // Written out, as what a record has of itself is linked at run time: it costs a short run milliseconds.
        @Override
        public boolean equals(Object other) {
            return other instanceof Release that
                    && name.equals(that.name)
                    && version.equals(that.version)
                    && source.equals(that.source);
        }

        @Override
        public int hashCode() {
            return 31 * name.hashCode() + version.hashCode();
        }
    }

    private record Said(IndexFile file, CoreMetadata metadata) {
        boolean isOf(IndexFile other) {
            return file.name().equals(other.name())
                    || (file instanceof WheelFile wheel
                            && other instanceof WheelFile otherWheel
                            && wheel.metadataSha256().isPresent()
                            && wheel.metadataSha256().equals(otherWheel.metadataSha256()));
        }
    }

    /** Whether nothing was read yet. */
    boolean isEmpty() {
        return releases.isEmpty();
    }

    void add(String source, PackageName name, IndexFile file, CoreMetadata metadata) {
        releases.computeIfAbsent(new Release(source, name, file.version()), release -> new CopyOnWriteArrayList<>())
                .add(new Said(file, metadata));
    }

    Optional<CoreMetadata> of(String source, PackageName name, IndexFile file) {
        return releases.getOrDefault(new Release(source, name, file.version()), List.of()).stream()
                .filter(said -> said.isOf(file))
                .map(Said::metadata)
                .findFirst();
    }
}
