// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import dev.zeus.wheels.core.text.DataTable;
import java.util.List;
import java.util.Map;

/** Packages that generate machine code at run time, so that a service may have memory that it writes and executes. */
final class CompilingPackages {
    private static final Map<String, String> REASONS = DataTable.map(CompilingPackages.class, "compiling-packages.tsv");

    private CompilingPackages() {}

    /** Those of an environment, each with the reason. */
    static List<Map.Entry<String, String>> in(EnvironmentClosure closure) {
        return REASONS.entrySet().stream()
                .filter(entry -> closure.has(entry.getKey()))
                .toList();
    }
}
