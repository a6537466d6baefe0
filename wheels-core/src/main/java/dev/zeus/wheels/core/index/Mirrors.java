// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.python.PackageName;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Where the mirrors of a run have locked files.
 *
 * <p>A mirror is asked for files of its own source only, and the digest in the lock says whether what it has is the
 * file.
 *
 * @param indexes the indexes of the run, of which some are read at other addresses than declared
 * @param mirrored the names of those
 * @param files whose files they are, by the locked address
 */
public record Mirrors(PackageIndexes indexes, Set<String> mirrored, Map<URI, Owner> files)
        implements Function<URI, Optional<URI>> {

    /** The package that a locked file is of, and its name there. */
    public record Owner(String source, PackageName name, String file) {}

    /**
     * The address on the mirror; empty where the file's source has none, or it lists no such file.
     *
     * @throws WheelsException if the mirror fails
     */
    @Override
    public Optional<URI> apply(URI locked) {
        return Optional.ofNullable(files.get(locked))
                .filter(owner -> mirrored.contains(owner.source()))
                .flatMap(this::listed);
    }

    private Optional<URI> listed(Owner owner) {
        try {
            ProjectPage page = indexes.of(owner.source()).page(owner.name()).join();
            return Stream.<IndexFile>concat(page.wheels().stream(), page.sdists().stream())
                    .filter(file -> file.name().equals(owner.file()))
                    .map(IndexFile::url)
                    .findFirst();
        } catch (CompletionException e) {
            throw WheelsException.of(e);
        }
    }
}
