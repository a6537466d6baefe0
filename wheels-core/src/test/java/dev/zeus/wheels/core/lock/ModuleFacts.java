// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.lock;

import java.util.List;
import java.util.Optional;

/** Facts of a package of which a test says its modules only. */
public final class ModuleFacts {
    private ModuleFacts() {}

    public static PackageFacts of(List<String> modules) {
        return new PackageFacts(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), modules, Optional.empty());
    }
}
