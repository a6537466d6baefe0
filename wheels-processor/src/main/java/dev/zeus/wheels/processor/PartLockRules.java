// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import dev.zeus.wheels.python.NearName;

/** What parts of environments need and the lock must have; without a lock nothing is known. */
final class PartLockRules {
    private final Findings findings;
    private final Lock lock;

    PartLockRules(Findings findings, Lock lock) {
        this.findings = findings;
        this.lock = lock;
    }

    void check(FoundSet found) {
        if (!lock.isPresent()) {
            return;
        }
        for (WrittenEnvironment environment : found.environments()) {
            if (environment.parts(WrittenPart.Project.class).isEmpty()) {
                environment
                        .parts(WrittenPart.Application.class)
                        .forEach(application -> application.commands().items().forEach(this::checkCommand));
            }
            for (WrittenPart.Kernel kernel : environment.parts(WrittenPart.Kernel.class)) {
                check(found, kernel.name(), "ipykernel", "Ipykernel");
            }
            for (WrittenPart.Project project : environment.parts(WrittenPart.Project.class)) {
                if (!project.tests().value().isEmpty()) {
                    check(found, project.tests(), "pytest", "Pytest");
                }
            }
        }
    }

    /** The lock knows the main program of each package, so that only what is nearly one of these is told. */
    private void checkCommand(Written<String> command) {
        String text = command.value();
        if (lock.programs().stream().noneMatch(text::startsWith)) {
            NearName.among(lock.programs(), text)
                    .ifPresent(near -> findings.add(
                            Suspicion.UNKNOWN_COMMAND, command.site(), Quoted.text(text), Quoted.text(near)));
        }
    }

    /** What is declared is locked by the next run, as is told at the declaration. */
    private void check(FoundSet found, Written<String> part, String project, String type) {
        boolean declared =
                found.declarations().stream().anyMatch(named -> named.project().equals(project));
        if (!declared && lock.of(project).isEmpty()) {
            findings.add(
                    PartMistake.PART_NEEDS,
                    part.site(),
                    Quoted.text(part.value()),
                    Quoted.text(project),
                    "declare it, as in @Wheel interface " + type + " {}, then run mvn wheels:generate");
        }
    }
}
