// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

/** What a part of an environment need not say, since it holds without. */
final class PartNeedlessRules {
    private final Findings findings;

    PartNeedlessRules(Findings findings) {
        this.findings = findings;
    }

    void check(WrittenPart part) {
        if (part instanceof WrittenPart.Application application) {
            check(application.name(), application.usualName(), "its first command says it");
        } else if (part instanceof WrittenPart.Script script) {
            check(script.name(), script.usualName(), "the file's name says it");
        } else if (part instanceof WrittenPart.Project project
                && !project.directory().value().equals(WrittenPart.Project.HERE)) {
            check(project.name(), project.usualName(), "the directory says it");
        } else if (part instanceof WrittenPart.Kernel kernel) {
            check(kernel.displayName(), kernel.name().value(), "the name is shown");
        } else if (part instanceof WrittenPart.Pip bridge) {
            check(bridge.directory(), ".venv", "it is the usual one");
        } else if (part instanceof WrittenDeployment.Service service
                && service.applications().size() == 1) {
            check(service.name(), service.usualName(), "its application says it");
        }
    }

    private void check(Written<String> member, String otherwise, String reason) {
        if (member.given() && !member.value().isEmpty() && member.value().equals(otherwise)) {
            findings.add(Mistake.NEEDLESS, member.site(), reason);
        }
    }
}
