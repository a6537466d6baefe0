// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.maven;

import dev.zeus.wheels.core.event.Meaning;
import dev.zeus.wheels.core.event.ProblemKind;

/** What only the Maven plugin says. */
enum PluginProblem implements ProblemKind {
    NOTHING_NAMED(
            "D236",
            "A goal without its subject",
            "Name it: -Dwheels.import=FILE, -Dwheels.add=NAME, -Dwheels.remove=NAME."),
    UNREADABLE_PASSWORD(
            "E401",
            "A password in settings.xml cannot be decrypted",
            "The password of a <server> is encrypted, and Maven has no master password for it. Encrypt it "
                    + "again, or give the login in the environment."),
    UNCOMPILED(
            "I218",
            "The module does not compile with the change",
            "Nothing was changed. Check first that the module compiles without the change."),
    NO_SET(
            "I219",
            "The module declares no wheel set",
            "No package-info.java in its sources has a @WheelSet. Declare one, or start with wheels:init."),
    SEVERAL_SETS("I220", "Several modules declare a wheel set", "Name the intended module with -pl.");

    private final Meaning meaning;

    PluginProblem(String code, String title, String explanation) {
        this.meaning = new Meaning(code, title, explanation);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
