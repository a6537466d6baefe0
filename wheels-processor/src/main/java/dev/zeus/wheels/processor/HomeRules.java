// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What must hold among the applications that a home installs: it is one profile, with one file of a name. */
final class HomeRules {
    private final Findings findings;

    HomeRules(Findings findings) {
        this.findings = findings;
    }

    void check(WrittenDeployment.Home home) {
        Seen<String> seen = new Seen<>();
        for (Written<String> name : home.installed().items()) {
            seen.put(name.value(), name.site())
                    .ifPresent(before ->
                            findings.add(Mistake.DUPLICATE_IN_RECIPE, name.site(), Quoted.text(name.value()), before));
        }
        Map<String, String> owners = new HashMap<>();
        for (WrittenPart.Application application : home.applications()) {
            String name = application.effectiveName();
            if (home.installed().isEmpty() || home.installed().values().contains(name)) {
                for (String command : commands(application)) {
                    String other = owners.putIfAbsent(command, name);
                    if (other != null && !other.equals(name)) {
                        findings.add(
                                DeploymentMistake.COMMAND_TWICE,
                                home.site(),
                                Quoted.text(other),
                                Quoted.text(name),
                                Quoted.text(command));
                    }
                }
            }
        }
    }

    /** The files that an application has: with arguments it is one command under its own name. */
    private static List<String> commands(WrittenPart.Application application) {
        return application.arguments().isEmpty()
                ? application.commands().values()
                : List.of(application.effectiveName());
    }
}
