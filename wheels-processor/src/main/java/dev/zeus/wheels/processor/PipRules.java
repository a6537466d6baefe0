// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import dev.zeus.wheels.processor.hint.PathHint;
import java.util.List;
import java.util.Set;

/** What must hold for the shells with a virtual environment of pip. */
final class PipRules {
    private final Findings findings;
    private final Set<String> environments;
    private final SeenInSet directories = new SeenInSet();

    /**
     * Rules of a set.
     *
     * @param environments the names of all environments, which are names of shells, too
     */
    PipRules(Findings findings, Set<String> environments) {
        this.findings = findings;
        this.environments = environments;
    }

    void check(WrittenEnvironment of) {
        String environment = of.normalisedName();
        List<WrittenPart.Pip> bridges = of.parts(WrittenPart.Pip.class);
        bridges.stream()
                .skip(1)
                .forEach(bridge -> findings.add(
                        PartMistake.BAD_BRIDGE,
                        bridge.site(),
                        "an environment has one shell for pip",
                        "declare another environment for another one"));
        for (WrittenPart.Pip bridge : bridges) {
            checkPath(bridge.directory(), ".venv");
            checkDirectory(bridge, of.type().canonical());
            if (bridge.wheels().given()) {
                checkPath(bridge.wheels(), "wheels");
            }
            if (environments.contains(environment + "-pip")) {
                findings.add(
                        PartMistake.BAD_BRIDGE,
                        bridge.site(),
                        "its shell is " + Quoted.text(environment + "-pip") + ", and so is an environment's",
                        "give that environment another name");
            }
        }
    }

    private void checkDirectory(WrittenPart.Pip bridge, String owner) {
        Written<String> directory = bridge.directory();
        String path = directory.value();
        if (path.equals("generated") || path.startsWith("generated/")) {
            findings.add(
                    PartMistake.BAD_PART_PATH,
                    directory.site(),
                    Quoted.text(path),
                    "directory",
                    "what is generated is there",
                    "leave it out for \".venv\"");
        } else if (!path.isEmpty() && (bridge.wheels().value() + "/").startsWith(path + "/")) {
            findings.add(
                    PartMistake.BAD_BRIDGE,
                    bridge.wheels().site(),
                    Quoted.text(bridge.wheels().value())
                            + (path.equals(bridge.wheels().value()) ? " is" : " is in")
                            + " the virtual environment, and no folder of wheels",
                    "keep the wheels in a folder of their own, such as \"wheelhouse\"");
        } else {
            Site site = directory.given() ? directory.site() : bridge.site();
            directories
                    .put(path, site, owner)
                    .filter(before -> before.contains(" of "))
                    .ifPresent(before -> findings.add(Suspicion.SHARED_VENV, site, Quoted.text(path), before));
        }
    }

    private void checkPath(Written<String> path, String instance) {
        ProjectPath.wrong(path.value())
                .ifPresent(reason -> findings.add(
                        PartMistake.BAD_PART_PATH,
                        path.site(),
                        Quoted.text(path.value()),
                        "directory",
                        reason,
                        Hints.or(PathHint.of(path.value()), "write for instance " + Quoted.text(instance))));
    }
}
