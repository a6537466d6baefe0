// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.generated;

import dev.zeus.wheels.core.lock.Components;
import dev.zeus.wheels.core.wheel.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * A digest of values, which differs where any of them does: {@code new RunDigest().add(set).add(files).hex()}.
 *
 * <p>Of a record each component counts, whatever it is called and whenever it was added; any other value counts by its
 * text.
 */
final class RunDigest {
    private final MessageDigest digest = Sha256.digest();

    RunDigest add(Object value) {
        if (value instanceof Record record) {
            all('r', Components.of(record).values());
        } else if (value instanceof Map<?, ?> map) {
            all('k', map.keySet());
            all('v', map.values());
        } else if (value instanceof Collection<?> collection) {
            all('c', collection);
        } else if (value instanceof Optional<?> optional) {
            all('o', optional.stream().toList());
        } else {
            byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
            mark('t', text.length);
            digest.update(text);
        }
        return this;
    }

    private void all(char kind, Collection<?> values) {
        mark(kind, values.size());
        values.forEach(this::add);
    }

    /** The size keeps two different lists of values from reading the same. */
    private void mark(char kind, int size) {
        digest.update((byte) kind);
        for (int shift = 24; shift >= 0; shift -= 8) {
            digest.update((byte) (size >>> shift));
        }
    }

    String hex() {
        return Sha256.of(digest).hex();
    }
}
