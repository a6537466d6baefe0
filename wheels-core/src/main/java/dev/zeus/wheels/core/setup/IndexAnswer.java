// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.setup;

import dev.zeus.wheels.core.event.WheelsException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** What an index or its cache has, for those who only say where it has nothing. */
public final class IndexAnswer {
    private IndexAnswer() {}

    /** The answer; empty where asking fails as it may. */
    public static <T> Optional<T> of(Supplier<CompletableFuture<T>> asked) {
        try {
            return Optional.of(asked.get().join());
        } catch (CompletionException e) {
            if (WheelsException.of(e) instanceof WheelsException) {
                return Optional.empty();
            }
            throw e;
        } catch (WheelsException e) {
            return Optional.empty();
        }
    }
}
