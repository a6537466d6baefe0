// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import dev.zeus.wheels.core.event.Meaning;
import dev.zeus.wheels.core.event.ProblemKind;

/** What an audit finds, or cannot find out. */
public enum AuditProblem implements ProblemKind {
    VULNERABLE(
            "C601",
            "Known vulnerabilities",
            "A locked version has known vulnerabilities. Upgrade it, or ignore an advisory that does not "
                    + "concern you by its id."),
    OFFLINE_AUDIT(
            "C602",
            "An audit cannot run offline",
            "An audit asks what is known now. Run it without -o, or give it a database of advisories with "
                    + "wheels.audit.database."),
    IDLE_IGNORE(
            "C603",
            "An ignored advisory that no package has",
            "The advisory in wheels.audit.ignore concerns no locked package. Remove it."),
    UNAUDITED(
            "C604",
            "A source publishes no advisories",
            "Nothing is known about the packages of this source, which does not mean that they are safe. "
                    + "Give an address that publishes advisories, or a database of advisories."),
    NOTHING_AUDITED(
            "C605",
            "Nothing was audited",
            "No source publishes advisories. Give an address that does, or permit this with "
                    + "wheels.audit.allowUnknown."),
    PARTLY_AUDITED(
            "C607",
            "Some packages were not audited",
            "The sources say nothing about some packages, which does not mean that they are safe. Give a "
                    + "database of advisories, or permit this with wheels.audit.allowUnknown."),
    BAD_DATABASE(
            "C608",
            "The database of advisories cannot be used",
            "It must be a zip of OSV documents, as osv.dev exports it for the PyPI ecosystem. Download it " + "again.");

    private final Meaning meaning;

    AuditProblem(String code, String title, String explanation) {
        this.meaning = new Meaning(code, title, explanation);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
