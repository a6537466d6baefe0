package dev.zeus.wheels.core.lock;

import java.util.List;
import java.util.Optional;

/**
 * What a package's own metadata and file list say, as far as rendering needs it.
 *
 * @param summary one line
 * @param license an SPDX expression
 * @param homepage the address of its home page
 * @param changelog the address of its changelog
 * @param imports the names it can be imported by
 * @param mainProgram its program of its own name, else its only one
 */
public record PackageFacts(
        Optional<String> summary,
        Optional<String> license,
        Optional<String> homepage,
        Optional<String> changelog,
        List<String> imports,
        Optional<String> mainProgram) {
    public PackageFacts {
        imports = List.copyOf(imports);
    }
}
