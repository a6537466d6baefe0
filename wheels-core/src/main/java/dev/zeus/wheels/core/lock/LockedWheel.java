// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.lock;

import dev.zeus.wheels.core.wheel.Sha256;
import dev.zeus.wheels.python.VersionSpecifiers;
import dev.zeus.wheels.python.WheelFilename;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One file of a locked package.
 *
 * @param filename its name
 * @param url where it is; for a file below the directory that holds the generated files a path relative to the lock
 * @param sha256 its hash
 * @param size in bytes, where the index says so
 * @param uploadTime when it was uploaded, where the index says so
 * @param targets the ids of the targets that install exactly this file
 * @param requiresPython the Python versions it says it runs on, where not all wheels of its entry say the same
 */
public record LockedWheel(
        WheelFilename filename,
        URI url,
        Sha256 sha256,
        OptionalLong size,
        Optional<Instant> uploadTime,
        SortedSet<String> targets,
        Optional<VersionSpecifiers> requiresPython)
        implements LockedFile {
    /** A wheel that says of Python what all wheels of its entry say. */
    public LockedWheel(
            WheelFilename filename,
            URI url,
            Sha256 sha256,
            OptionalLong size,
            Optional<Instant> uploadTime,
            SortedSet<String> targets) {
        this(filename, url, sha256, size, uploadTime, targets, Optional.empty());
    }

    public LockedWheel {
        uploadTime = LockedFile.writable(uploadTime);
        targets = Collections.unmodifiableSortedSet(new TreeSet<>(targets));
    }

    /** The address of a file by its path, which is relative to the lock. */
    static URI local(String path) {
        try {
            return new URI(null, null, path, null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("no path: \"" + path + '"', e);
        }
    }

    /** The same file for other targets. */
    public LockedWheel withTargets(SortedSet<String> ids) {
        return new LockedWheel(filename, url, sha256, size, uploadTime, ids, requiresPython);
    }

    /** The same file with what it says of Python, where others of its entry say something else. */
    public LockedWheel withPython(Optional<VersionSpecifiers> own) {
        return new LockedWheel(filename, url, sha256, size, uploadTime, targets, own);
    }

    /** Whether it is for every platform. */
    public boolean isPure() {
        return filename.tags().stream().allMatch(tag -> tag.platform().equals("any"));
    }

    @Override
    public String name() {
        return filename.text();
    }

    // Written out, as what a record has of itself is linked at run time: it costs a short run milliseconds.
    @Override
    public boolean equals(Object other) {
        return other instanceof LockedWheel that
                && filename.equals(that.filename)
                && url.equals(that.url)
                && sha256.equals(that.sha256)
                && size.equals(that.size)
                && uploadTime.equals(that.uploadTime)
                && targets.equals(that.targets)
                && requiresPython.equals(that.requiresPython);
    }

    @Override
    public int hashCode() {
        return 31 * filename.hashCode() + sha256.hashCode();
    }
}
