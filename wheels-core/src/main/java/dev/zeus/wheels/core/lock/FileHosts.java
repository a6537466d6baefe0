package dev.zeus.wheels.core.lock;

import java.net.URI;
import java.util.Collection;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The hosts that files of each source come from, as the index named them when the lock was made.
 *
 * <p>They are few and hardly ever change, so that a file that was moved elsewhere stands out: in a review as a new
 * host, or, where only its address was changed, as an error.
 */
final class FileHosts {
    private FileHosts() {}

    /** The hosts of some packages' files, by source. */
    static SortedMap<String, SortedSet<String>> of(Collection<LockedPackage> packages) {
        SortedMap<String, SortedSet<String>> hosts = new TreeMap<>();
        for (LockedPackage locked : packages) {
            for (LockedWheel wheel : locked.wheels()) {
                if (!wheel.isLocal()) {
                    hosts.computeIfAbsent(locked.source(), source -> new TreeSet<>())
                            .add(host(wheel.url()));
                }
            }
        }
        return hosts;
    }

    /** A host with its port, such as {@code files.example.org} or {@code localhost:8080}. */
    static String host(URI url) {
        return url.getRawAuthority() == null ? "" : url.getRawAuthority();
    }
}
