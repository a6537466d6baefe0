// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

import java.util.List;
import java.util.Set;

/**
 * Problems of a package that {@code wheels:check} excuses.
 *
 * @param of the package's normalised name
 * @param codes the codes of the problems, as written
 * @param reason why they do no harm
 */
public record ExcuseDeclaration(String of, List<String> codes, String reason) {
    /**
     * The codes that checks find and that may be excused. Not among them: another digest than the locked one, an
     * archive that readers unpack differently, and what is wrong with the lock or with a check itself.
     */
    public static final Set<String> CODES = Set.of(
            "C201", "C202", "C203", "C204", "C205", "C206", "C221", "C222", "C223", "C224", "C225", "C231", "C232",
            "C233", "C234", "C235", "C236", "C237", "C241", "C251", "C252", "C253", "C261", "C271", "C272", "C301",
            "C302", "C401", "C402", "C403", "C404", "C501");

    /**
     * Copies the list.
     *
     * @param of the package's normalised name
     * @param codes the codes of the problems, as written
     * @param reason why they do no harm
     */
    public ExcuseDeclaration {
        codes = List.copyOf(codes);
    }
}
