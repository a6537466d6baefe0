// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.lock;

import dev.zeus.wheels.core.event.Meaning;
import dev.zeus.wheels.core.event.ProblemKind;

/** A pylock.toml that cannot be used as it is. */
public enum LockProblem implements ProblemKind {
    MERGE_CONFLICT(
            "L101",
            "A merge conflict in the lock",
            "pylock.toml contains Git's conflict markers. mvn wheels:generate rewrites it from the merged "
                    + "declarations."),
    OTHER_SCHEMA(
            "L102",
            "A lock with another schema",
            "A newer wheels-maven-plugin wrote the lock. Use that version or a newer one."),
    EDITED(
            "L103",
            "The lock was truncated or edited",
            "The last line is a digest of all other lines, and it does not match them. mvn wheels:generate "
                    + "rewrites the lock; to pin a version, declare it."),
    NOT_TOML("L104", "The lock is not TOML", "pylock.toml cannot be parsed. mvn wheels:generate rewrites it."),
    NOT_A_LOCK(
            "L105",
            "Not a lock of Zeus Wheels",
            "A field is missing or has an impossible value. mvn wheels:generate rewrites the lock.");

    private final Meaning meaning;

    LockProblem(String code, String title, String explanation) {
        this.meaning = new Meaning(code, title, explanation);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
