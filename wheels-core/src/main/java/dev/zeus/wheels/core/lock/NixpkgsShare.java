// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.lock;

import dev.zeus.wheels.python.PackageName;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What nixpkgs supplies of a lock.
 *
 * @param snapshot the digest of the versions in nixpkgs that this was found with
 * @param packages the packages that nixpkgs has in exactly the locked version, on every target that installs them
 */
public record NixpkgsShare(String snapshot, SortedSet<PackageName> packages) {
    public NixpkgsShare {
        packages = Collections.unmodifiableSortedSet(new TreeSet<>(packages));
    }
}
