// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.generated;

import dev.zeus.wheels.core.lock.Components;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Values as bytes, which differ where any of them does: {@code new RunForm().add(set).add(files).bytes()}.
 *
 * <p>Of a record each component counts, whatever it is called and whenever it was added; any other value counts by its
 * text, and bytes as the text that they are. A map without an order of its own is the same in any.
 */
final class RunForm {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    RunForm add(Object value) {
        if (value instanceof Record record) {
            all('r', Components.values(record));
        } else if (value instanceof Map<?, ?> map) {
            add(map);
        } else if (value instanceof Collection<?> collection) {
            all('c', collection);
        } else if (value instanceof Optional<?> optional) {
            mark('o', optional.isPresent() ? 1 : 0);
            if (optional.isPresent()) {
                add(optional.get());
            }
        } else {
            byte[] text =
                    value instanceof byte[] given ? given : value.toString().getBytes(StandardCharsets.UTF_8);
            mark('t', text.length);
            bytes.writeBytes(text);
        }
        return this;
    }

    private void all(char kind, Collection<?> values) {
        mark(kind, values.size());
        for (Object value : values) {
            add(value);
        }
    }

    private void add(Map<?, ?> map) {
        mark('m', map.size());
        if (map instanceof SortedMap) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                add(entry.getKey()).add(entry.getValue());
            }
            return;
        }
        byte[][] entries = new byte[map.size()][];
        int count = 0;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            entries[count++] =
                    new RunForm().add(entry.getKey()).add(entry.getValue()).bytes();
        }
        if (count > 1) {
            Arrays.sort(entries, Arrays::compare);
        }
        for (byte[] entry : entries) {
            bytes.writeBytes(entry);
        }
    }

    /** The size keeps two different lists of values from reading the same. */
    private void mark(char kind, int size) {
        bytes.write(kind);
        for (int shift = 24; shift >= 0; shift -= 8) {
            bytes.write(size >>> shift);
        }
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }
}
