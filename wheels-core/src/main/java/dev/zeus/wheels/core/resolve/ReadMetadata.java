package dev.zeus.wheels.core.resolve;

import dev.zeus.wheels.python.CoreMetadata;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Version;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The metadata that a resolution has read, one for each release.
 *
 * <p>The wheels of a release say the same, so the targets that follow the leader take what it has read, and ask for
 * that of other releases only. Whether each locked wheel really says the same is a check of its own.
 */
public final class ReadMetadata {
    private final Map<Release, CoreMetadata> releases = new ConcurrentHashMap<>();

    private record Release(String source, PackageName name, Version version) {}

    void add(String source, CoreMetadata metadata) {
        releases.putIfAbsent(new Release(source, metadata.name(), metadata.version()), metadata);
    }

    Optional<CoreMetadata> of(String source, PackageName name, Version version) {
        return Optional.ofNullable(releases.get(new Release(source, name, version)));
    }
}
