// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.locking;

import dev.zeus.wheels.core.event.Meaning;
import dev.zeus.wheels.core.event.ProblemKind;

/** What is noticed while a lock is made or compared. */
public enum LockingProblem implements ProblemKind {
    OTHER_PLACE(
            "L106",
            "The lock takes a file from an unknown place",
            "An address in the lock belongs neither to the source nor to a place that its index names. Find "
                    + "out who changed the lock."),
    UNKNOWN_PLACE(
            "L107",
            "The places of a source's files are unknown",
            "The index that names them did not answer. Run once while it does, or declare the place with "
                    + "files in @Source."),
    LOCKED(
            "L201",
            "The lock would change, and must not",
            "wheels.locked is set, and either the declarations have changed or there is no lock. Run mvn "
                    + "wheels:generate without it, and commit the lock."),
    DOWNGRADE(
            "L203",
            "A package is downgraded",
            "The new lock has an older version than the present one. If none of your declarations requires "
                    + "it, find out why the index offers no newer one."),
    REPLACED_FILE(
            "L204",
            "A locked file was replaced",
            "The index now has another file of the same name. Find out who replaced it; if that was "
                    + "intended, upgrade the package."),
    YANKED_SINCE(
            "L205",
            "A locked file has been yanked since",
            "It stays locked as long as it can be downloaded. Let it move with wheels.upgrade."),
    NEW_HOST(
            "L206",
            "Files come from a different host than before",
            "The index now sends its downloads to other servers. Confirm that this is intended before you "
                    + "commit the lock."),
    MIRROR_ADDRESS(
            "L208",
            "Locked at a mirror's address",
            "New files from the mirror that wheels.index names are locked at its address, which others may "
                    + "not reach."),
    OTHER_PUBLISHER(
            "L209",
            "Another publisher than before",
            "The attestations of the new version name another publisher than those of the locked one, or "
                    + "there are none. Confirm with its authors that this is intended before you commit the lock."),
    IDLE_EXEMPTION(
            "L210",
            "A cooldown for something that is not locked",
            "excludeNewerPackages or excludeNewerSources names something that the lock does not have, so "
                    + "the usual cooldown applies to what you meant. Correct the name, or remove it."),
    OUTDATED_IMPORTS(
            "L211",
            "Recorded imports that no longer hold",
            "The lock said which modules of these packages import alone. A wheel has changed since, theirs or "
                    + "one that they require, so that their builds do not import them any more. Record it again."),
    NO_SUCH_EXTRA(
            "R211",
            "An extra that the package does not have",
            "A declaration or package requires an extra that the chosen version lacks, which adds nothing. "
                    + "Correct its name."),
    EXTRA_OVERRIDDEN(
            "R212",
            "An override loses an extra",
            "An entry of overrides replaces a requirement with all its extras. Write the extra in the "
                    + "override, too."),
    NEWER_UNUSABLE(
            "R213",
            "A newer version cannot be used",
            "The newest version has broken metadata or does not support the target's Python, so an older "
                    + "one is used."),
    NO_LOWER_BOUND(
            "R214",
            "No lower bound with a lowest strategy",
            "A strategy that selects the lowest versions goes down to the first release that exists. Give "
                    + "the package a lower bound.");

    private final Meaning meaning;

    LockingProblem(String code, String title, String explanation) {
        this.meaning = new Meaning(code, title, explanation);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
