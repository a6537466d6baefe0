// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import dev.zeus.wheels.Platform;
import dev.zeus.wheels.Provider;
import java.util.List;
import java.util.Optional;

/** Wheels of one package that are declared apart for several platforms, such as each from a source of its own. */
final class ByPlatform {
    private ByPlatform() {}

    /** Whether two declarations of one package say which platforms each is for. */
    static boolean are(Named one, Named other) {
        return one.name().equals(other.name())
                && one.project().equals(other.project())
                && isForSome(one)
                && isForSome(other);
    }

    /** Whether they do, and share none. */
    static boolean areApart(Named one, Named other) {
        return are(one, other) && shared(one, other).isEmpty();
    }

    private static boolean isForSome(Named named) {
        return named.declaration() instanceof WrittenDeclaration.Wheel wheel
                && wheel.provider().value() == Provider.WHEEL
                && !wheel.platforms().values().isEmpty()
                && wheel.platforms().given()
                && !wheel.isUniversal();
    }

    /** The first platform of one declaration that another one is for, too. */
    static Optional<Written<Platform>> shared(Named one, Named other) {
        List<Platform> taken =
                ((WrittenDeclaration.Wheel) other.declaration()).platforms().values();
        return ((WrittenDeclaration.Wheel) one.declaration())
                .platforms().items().stream()
                        .filter(platform -> taken.contains(platform.value()))
                        .findFirst();
    }
}
