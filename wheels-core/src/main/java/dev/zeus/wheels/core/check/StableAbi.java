// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import dev.zeus.wheels.core.text.DataTable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** The symbols that a module of CPython's stable ABI may use (PEP 384), and the 3.x that added each. */
final class StableAbi {
    private static final Map<String, Integer> ADDED = read();

    private StableAbi() {}

    private static Map<String, Integer> read() {
        Map<String, Integer> added = new HashMap<>();
        DataTable.rows(StableAbi.class, "stable-abi.txt", ' ')
                .forEach(row -> added.put(row.get(0), Integer.parseInt(row.get(1))));
        return Map.copyOf(added);
    }

    /**
     * The first symbol that is not in the stable ABI of a Python, and why.
     *
     * @param minor the oldest 3.x that the module says it runs on
     */
    static Optional<String> violation(SortedSet<String> imported, int minor) {
        return imported.stream()
                .filter(StableAbi::isOfPython)
                .flatMap(symbol -> violation(symbol, minor).stream())
                .findFirst();
    }

    /** Whether a symbol is in the name space of CPython. */
    static boolean isOfPython(String symbol) {
        return symbol.startsWith("Py") || symbol.startsWith("_Py");
    }

    private static Optional<String> violation(String symbol, int minor) {
        @Nullable Integer added = ADDED.get(symbol);
        if (added == null) {
            return Optional.of("\"" + symbol + "\", which is not in the stable ABI");
        }
        return added > minor
                ? Optional.of("\"" + symbol + "\", which the stable ABI has from 3." + added + " on")
                : Optional.empty();
    }
}
