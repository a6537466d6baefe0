package dev.zeus.wheels.processor;

import dev.zeus.wheels.processor.hint.PathHint;
import java.util.List;
import java.util.Set;

/** What must hold for the shells with a virtual environment of pip. */
final class PipRules {
    private final Findings findings;
    private final Set<String> environments;

    /**
     * Rules of a set.
     *
     * @param environments the names of all environments, which are names of shells, too
     */
    PipRules(Findings findings, Set<String> environments) {
        this.findings = findings;
        this.environments = environments;
    }

    void check(String environment, List<WrittenPart.Pip> bridges) {
        bridges.stream()
                .skip(1)
                .forEach(bridge -> findings.add(
                        PartMistake.BAD_BRIDGE,
                        bridge.site(),
                        "an environment has one shell for pip",
                        "declare another environment for another one"));
        for (WrittenPart.Pip bridge : bridges) {
            checkPath(bridge.directory(), ".venv");
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
