// SPDX-License-Identifier: Apache-2.0
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
 * @param libraries what its compiled Linux wheels need and have, where they were read
 * @param importsAlone those of its imports that need no more than what it requires, where that was recorded
 */
public record PackageFacts(
        Optional<String> summary,
        Optional<String> license,
        Optional<String> homepage,
        Optional<String> changelog,
        List<String> imports,
        Optional<String> mainProgram,
        Optional<LibraryFacts> libraries,
        ImportsAlone importsAlone) {
    public PackageFacts {
        imports = List.copyOf(imports);
    }

    /** Facts of a package whose compiled wheels were not read, if it has any, and of which no import was recorded. */
    public PackageFacts(
            Optional<String> summary,
            Optional<String> license,
            Optional<String> homepage,
            Optional<String> changelog,
            List<String> imports,
            Optional<String> mainProgram) {
        this(summary, license, homepage, changelog, imports, mainProgram, Optional.empty(), ImportsAlone.NONE);
    }

    /** The same facts with these of its libraries. */
    public PackageFacts with(Optional<LibraryFacts> read) {
        return new PackageFacts(summary, license, homepage, changelog, imports, mainProgram, read, importsAlone);
    }

    /** The same facts with this record of its imports. */
    public PackageFacts with(ImportsAlone recorded) {
        return new PackageFacts(summary, license, homepage, changelog, imports, mainProgram, libraries, recorded);
    }

    // Written out, as what a record has of itself is linked at run time: it costs a short run milliseconds.
    @Override
    public boolean equals(Object other) {
        return other instanceof PackageFacts that
                && summary.equals(that.summary)
                && license.equals(that.license)
                && homepage.equals(that.homepage)
                && changelog.equals(that.changelog)
                && imports.equals(that.imports)
                && mainProgram.equals(that.mainProgram)
                && libraries.equals(that.libraries)
                && importsAlone.equals(that.importsAlone);
    }

    @Override
    public int hashCode() {
        return 31 * summary.hashCode() + imports.hashCode();
    }
}
