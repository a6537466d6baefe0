// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.lock.PackageUrl;
import dev.zeus.wheels.nix.NixExpr;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the {@link PackageUrl} of a Nix package says of its index: nothing of the public one. */
final class PackageUrls {
    private PackageUrls() {}

    /** The value of {@code repository_url} for each source but the public index; null for a folder. */
    static SortedMap<String, NixExpr> repositories(LockedSet set) {
        SortedMap<String, NixExpr> repositories = new TreeMap<>();
        for (LockedPackage locked : set.packages()) {
            if (!PackageUrl.isPublic(locked)) {
                repositories.put(
                        locked.source(),
                        PackageUrl.repository(locked).map(NixExpr::string).orElseGet(() -> NixExpr.variable("null")));
            }
        }
        return repositories;
    }
}
