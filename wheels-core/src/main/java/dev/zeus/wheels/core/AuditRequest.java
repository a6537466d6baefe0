// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.setup.IndexAccess;
import dev.zeus.wheels.core.setup.OptionProblem;
import dev.zeus.wheels.core.setup.OptionWords;
import dev.zeus.wheels.core.setup.SourceRoots;
import dev.zeus.wheels.python.AdvisoryId;
import dev.zeus.wheels.python.PackagingParseException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a run of {@link Audit} is asked to do.
 *
 * @param set the declarations
 * @param outputDirectory the generated directory
 * @param resultFile where the machine-readable outcome goes
 * @param ignored the advisories that do not concern this project, by id or alias
 * @param allowsUnknown whether an audit passes that learnt nothing of some packages
 * @param database a file that is asked in place of the indexes, as osv.dev exports it
 * @param sources where the declarations are written
 * @param access how the indexes are reached
 */
public record AuditRequest(
        WheelSetDeclaration set,
        Path outputDirectory,
        Path resultFile,
        SortedSet<AdvisoryId> ignored,
        boolean allowsUnknown,
        Optional<Path> database,
        SourceRoots sources,
        IndexAccess access) {
    public AuditRequest {
        ignored = Collections.unmodifiableSortedSet(new TreeSet<>(ignored));
    }

    /**
     * The ids in a user's list.
     *
     * @param list ids separated by commas; may be blank
     * @throws WheelsException D209 if one is not an advisory id
     */
    public static SortedSet<AdvisoryId> ids(String list) {
        SortedSet<AdvisoryId> ids = new TreeSet<>();
        OptionWords.of(list).stream().map(AuditRequest::id).forEach(ids::add);
        return ids;
    }

    private static AdvisoryId id(String text) {
        try {
            return AdvisoryId.parse(text);
        } catch (PackagingParseException e) {
            throw new WheelsException(
                    OptionProblem.BAD_ADVISORY,
                    "wheels.audit.ignore names \"" + text + "\", which is not an advisory id; expected " + e.expected(),
                    "separate ids by commas, as in -Dwheels.audit.ignore=PYSEC-2024-60,CVE-2024-35195");
        }
    }
}
