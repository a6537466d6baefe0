// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.maven;

import dev.zeus.wheels.core.event.Meaning;
import dev.zeus.wheels.core.event.ProblemKind;

/** What only the Maven plugin says. */
enum PluginProblem implements ProblemKind {
    NOTHING_NAMED(
            "D236",
            "A goal without what it is about",
            "Name it: -Dwheels.import=FILE, -Dwheels.add=NAME, -Dwheels.remove=NAME."),
    UNREADABLE_PASSWORD(
            "E401",
            "A password of settings.xml cannot be decrypted",
            "The password of a <server> is encrypted, and Maven has no master password for it. Encrypt it "
                    + "anew, or give the login in the environment."),
    UNCOMPILED(
            "I218",
            "The module does not compile with the change",
            "Nothing was changed. See first that the module compiles as it is."),
    NO_SET(
            "I219",
            "The module declares no wheel set",
            "No package-info.java among its sources has a @WheelSet: declare one, or begin with wheels:init."),
    SEVERAL_SETS("I220", "Several modules declare a wheel set", "Name the one that is meant with -pl.");

    private final Meaning meaning;

    PluginProblem(String code, String title, String explanation) {
        this.meaning = new Meaning(code, title, explanation);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
