// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.locking;

import dev.zeus.wheels.SourceDeclaration;
import dev.zeus.wheels.SourceFormat;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.http.SafeUrl;
import dev.zeus.wheels.core.index.IndexFile;
import dev.zeus.wheels.core.index.IndexSource;
import dev.zeus.wheels.core.index.Mirrors;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.LockedFile;
import dev.zeus.wheels.core.setup.SourceAddress;
import dev.zeus.wheels.core.wheel.Sha256;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How the lock says where a file is: by its address, or, in a folder beside the lock, by the way there.
 *
 * <p>A source that a run reads from a mirror is named by its declared address, and a file that is locked already stays
 * at the address that it is locked at: a mirror moves nothing.
 */
public final class LockedPlaces {
    private final Set<String> besides;
    private final Path lockDirectory;
    private final Map<String, URI> declared = new HashMap<>();
    private final Map<String, LockedFile> locked = new HashMap<>();

    /**
     * The places of a new lock.
     *
     * @param mirrored the sources that this run reads from a mirror
     * @param present the lock that is there
     */
    LockedPlaces(WheelSetDeclaration set, Path lockDirectory, Set<String> mirrored, Optional<Lock> present) {
        this.besides = set.sources().stream()
                .filter(source ->
                        source.format() == SourceFormat.FLAT && !source.url().contains(":"))
                .map(SourceDeclaration::name)
                .collect(Collectors.toSet());
        this.lockDirectory = lockDirectory.toAbsolutePath().normalize();
        set.sources().stream()
                .filter(source -> mirrored.contains(source.name()))
                .forEach(source -> declared.put(
                        source.name(),
                        place(new IndexSource(
                                source.name(),
                                SourceAddress.of(source, Optional.empty(), lockDirectory),
                                source.format()))));
        present.ifPresent(lock -> lock.packages().stream()
                .filter(entry -> mirrored.contains(entry.source()))
                .forEach(entry ->
                        entry.files().forEach(file -> locked.putIfAbsent(key(entry.source(), file.name()), file))));
    }

    /** The packages of a lock's files, by the addresses of these. */
    public static Map<URI, Mirrors.Owner> owners(Lock lock) {
        Map<URI, Mirrors.Owner> owners = new HashMap<>();
        lock.packages()
                .forEach(entry -> entry.files()
                        .forEach(file ->
                                owners.put(file.url(), new Mirrors.Owner(entry.source(), entry.name(), file.name()))));
        return owners;
    }

    /** The index that a package was found on; a folder is not an index. */
    URI index(IndexSource source) {
        return Optional.ofNullable(declared.get(source.name())).orElseGet(() -> place(source));
    }

    private static URI place(IndexSource source) {
        return "file".equals(source.url().getScheme()) ? URI.create("") : source.url();
    }

    /** The very file as it is locked already, where its source is read from a mirror. */
    Optional<LockedFile> locked(String source, IndexFile file, Sha256 sha256) {
        return Optional.ofNullable(locked.get(key(source, file.name())))
                .filter(before -> before.sha256().equals(sha256));
    }

    /** Whether a file gets an address of a mirror, for want of any other. */
    boolean isOnMirror(String source, LockedFile file) {
        return declared.containsKey(source)
                && Optional.ofNullable(locked.get(key(source, file.name())))
                        .filter(before -> before.url().equals(file.url()))
                        .isEmpty();
    }

    URI of(String source, URI file) {
        if (!besides.contains(source) || !"file".equals(file.getScheme())) {
            return SafeUrl.lasting(file);
        }
        String way = lockDirectory.relativize(Path.of(file)).toString().replace('\\', '/');
        try {
            return new URI(null, null, way, null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String key(String source, String file) {
        return source + "/" + file;
    }
}
