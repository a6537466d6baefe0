// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.lock;

import java.net.URI;
import java.util.Collection;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Where files of each source come from, as the index said when the lock was made.
 *
 * <p>These places are few and hardly ever change, so that a file that was moved elsewhere stands out: in a review as a
 * new place, or, where only its address was changed, as an error.
 */
public final class FileHosts {
    /** The place of a file that lies beside the lock. */
    public static final String BESIDE_THE_LOCK = ".";

    private FileHosts() {}

    /** The places of some packages' files, by source. */
    public static SortedMap<String, SortedSet<String>> of(Collection<LockedPackage> packages) {
        SortedMap<String, SortedSet<String>> hosts = new TreeMap<>();
        for (LockedPackage locked : packages) {
            SortedSet<String> places = hosts.computeIfAbsent(locked.source(), source -> new TreeSet<>());
            locked.files().forEach(file -> places.add(place(file.url())));
        }
        return hosts;
    }

    /** A scheme with its host and port, such as {@code https://files.example.org}; a dot for a path. */
    public static String place(URI url) {
        return url.isAbsolute() ? (url.getScheme() + "://" + authority(url)).toLowerCase(Locale.ROOT) : BESIDE_THE_LOCK;
    }

    private static String authority(URI url) {
        return url.getRawAuthority() == null ? "" : url.getRawAuthority();
    }
}
