// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.locking;

import dev.zeus.wheels.core.event.Meaning;
import dev.zeus.wheels.core.event.ProblemKind;

/** What is noticed while a lock is made or compared. */
public enum LockingProblem implements ProblemKind {
    OTHER_PLACE(
            "L106",
            "The lock takes a file from another place",
            "An address in the lock is neither of the source nor of where its index sends. Find out who "
                    + "changed the lock."),
    UNKNOWN_PLACE(
            "L107",
            "It cannot be asked where files may come from",
            "The index that says so did not answer. Run once while it does, or declare the place with files "
                    + "in @Source."),
    LOCKED(
            "L201",
            "The lock would change and may not",
            "wheels.locked is given, and the declarations changed since or there is no lock. Run mvn "
                    + "wheels:generate without it, and commit the lock."),
    DOWNGRADE(
            "L203",
            "A package goes down",
            "The new lock has an older version than the present one. If nothing that you declared asks for "
                    + "it, find out why the index offers no newer one."),
    REPLACED_FILE(
            "L204",
            "A locked file was replaced",
            "The index has another file of the same name now. Find out who replaced it; if that was meant, "
                    + "upgrade the package."),
    YANKED_SINCE(
            "L205",
            "A locked file has been yanked since",
            "It stays locked as long as it can be downloaded. Let it move with wheels.upgrade."),
    NEW_HOST(
            "L206",
            "Files come from another host than before",
            "The index sends to other servers for its files. See that this is meant before you commit the lock."),
    MIRROR_ADDRESS(
            "L208",
            "Locked at the address of a mirror",
            "The files of a mirror that wheels.index names are locked at its address, which others may not "
                    + "reach."),
    OTHER_PUBLISHER(
            "L209",
            "A package is published by somebody else than before",
            "The attestations of the new version name another publisher than those of the locked one, or there are none. "
                    + "See with its authors that this is meant before you commit the lock."),
    IDLE_EXEMPTION(
            "L210",
            "A cooldown of something that is not locked",
            "excludeNewerPackages or excludeNewerSources names what the lock does not have, so that the cooldown holds "
                    + "for what is meant. Correct the name, or remove it."),
    NO_SUCH_EXTRA(
            "R211",
            "An extra that the package does not have",
            "A declaration or package asks for an extra that the chosen version lacks, which adds nothing. "
                    + "Correct its name."),
    EXTRA_OVERRIDDEN(
            "R212",
            "An override loses an extra",
            "An entry of overrides replaces a requirement with all its extras. Write the extra in the "
                    + "override, too."),
    NEWER_UNUSABLE(
            "R213",
            "A newer version cannot be used",
            "The newest version has broken metadata or does not support the Python of the target, so that an "
                    + "older one is taken."),
    NO_LOWER_BOUND(
            "R214",
            "No lower bound, and the lowest is taken",
            "A strategy that takes the lowest versions goes down to the first release there is. Give the "
                    + "package a lower bound.");

    private final Meaning meaning;

    LockingProblem(String code, String title, String explanation) {
        this.meaning = new Meaning(code, title, explanation);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
