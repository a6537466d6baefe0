// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import dev.zeus.wheels.core.http.SafeUrl;
import dev.zeus.wheels.python.ImportNames;
import dev.zeus.wheels.python.PackageName;

/** Names that people ask an index for though they mean something else: import names and the standard library. */
final class CommonMistakes {
    private CommonMistakes() {}

    static String hint(PackageName name, IndexSource source) {
        if (ImportNames.isStandard(name)) {
            return "\"" + name + "\" is part of Python's standard library; remove its declaration";
        }
        return ImportNames.project(name)
                .map(real -> "\"" + name + "\" is an import name; the project is called \"" + real + "\"")
                .orElse("correct the name, or declare the source that has it; queried: \"" + SafeUrl.of(source.url())
                        + "\"");
    }
}
