// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import dev.zeus.wheels.processor.hint.PathHint;
import dev.zeus.wheels.python.PackagingParseException;
import dev.zeus.wheels.python.Version;
import java.util.List;
import java.util.Optional;

/** What must hold for the projects of environments. */
final class ProjectRules {
    private static final int LONGEST = 1000;

    private final Findings findings;
    private final PartNames names;

    ProjectRules(Findings findings) {
        this.findings = findings;
        this.names = new PartNames(findings);
    }

    /** The projects of one environment, whose checks the flake has beside those of others. */
    void check(List<WrittenPart.Project> projects, String owner) {
        Seen<String> directories = new Seen<>();
        projects.forEach(project -> check(project, directories, owner));
    }

    private void check(WrittenPart.Project project, Seen<String> directories, String owner) {
        Written<String> directory = project.directory();
        boolean isHere = directory.value().equals(WrittenPart.Project.HERE);
        Optional<String> wrong = isHere ? Optional.empty() : ProjectPath.wrong(directory.value());
        if (wrong.isPresent()) {
            badPath(directory, "directory", wrong.get(), "service");
        } else {
            directories
                    .put(directory.value(), directory.site())
                    .ifPresentOrElse(
                            before -> findings.add(
                                    PartMistake.BAD_PART_PATH,
                                    directory.site(),
                                    Quoted.text(directory.value()),
                                    "directory",
                                    "it is named already at " + before,
                                    "remove one"),
                            () -> names.check(
                                    project.name(),
                                    project.effectiveName(),
                                    project.site(),
                                    "a project",
                                    owner,
                                    Optional.empty()));
        }
        checkVersion(project.version());
        checkIncludes(project.includes(), isHere);
        if (project.tests().value().isEmpty()) {
            checkNoTests(project);
            return;
        }
        ProjectPath.wrong(project.tests().value())
                .ifPresent(reason -> badPath(project.tests(), "path of tests", reason, "tests"));
        if (checkText(project.markers()) && project.markers().given()) {
            MarkExpression.wrong(project.markers().value())
                    .ifPresent(reason -> bad(
                            project.markers(),
                            reason,
                            Hints.near(
                                    MarkExpression.meant(project.markers().value()),
                                    "write names of marks with and, or, not and parentheses")));
        }
        Seen<String> seen = new Seen<>();
        for (Written<String> test : project.deselect().items()) {
            if (!checkText(test)) {
                continue;
            }
            seen.put(test.value(), test.site())
                    .ifPresentOrElse(
                            before -> bad(test, "it is left out already at " + before, "remove one"),
                            () -> checkPlace(test, project.tests().value()));
        }
    }

    /**
     * pytest leaves out what begins so, and names begin with where the tests are; that a file is there is asked
     * elsewhere.
     */
    private void checkPlace(Written<String> test, String tests) {
        String name = test.value();
        String begin = tests.endsWith(".py") ? tests : tests + "/";
        if (!name.split("::", 2)[0].endsWith(".py")
                && !tests.equals(WrittenPart.Project.HERE)
                && !name.startsWith(begin)
                && !begin.startsWith(name)) {
            String file = tests.endsWith(".py") ? tests : begin + "test_web.py";
            String function = name.substring(Math.max(name.lastIndexOf(':'), name.lastIndexOf('/')) + 1);
            findings.add(
                    Suspicion.NO_SUCH_TEST,
                    test.site(),
                    Quoted.text(name),
                    Quoted.text(tests),
                    Quoted.text(begin),
                    Quoted.text(file + "::" + function));
        }
    }

    private void checkVersion(Written<String> version) {
        if (!version.value().isEmpty()) {
            try {
                Version.parse(version.value());
            } catch (PackagingParseException e) {
                findings.add(
                        PartMistake.BAD_PROJECT_VERSION, version.site(), Quoted.text(version.value()), e.expected());
            }
        }
    }

    private void checkIncludes(WrittenList<String> includes, boolean isHere) {
        Seen<String> seen = new Seen<>();
        for (Written<String> file : includes.items()) {
            if (!isHere) {
                findings.add(PartMistake.NEEDLESS_INCLUDES, file.site(), Quoted.text(file.value()));
                return;
            }
            ProjectPath.wrong(file.value())
                    .or(() -> seen.put(file.value(), file.site()).map(before -> "it is named already at " + before))
                    .ifPresent(reason -> badPath(file, "file", reason, "templates"));
        }
    }

    private void checkNoTests(WrittenPart.Project project) {
        if (!project.markers().value().isEmpty()) {
            bad(project.markers(), "the project names no tests", "add tests = \"tests\", or remove it");
        }
        project.deselect().items().stream()
                .findFirst()
                .ifPresent(test -> bad(test, "the project names no tests", "add tests = \"tests\", or remove it"));
    }

    /** Whether pytest takes a text as one argument; both go to it so. */
    private boolean checkText(Written<String> text) {
        String value = text.value();
        if (value.length() > LONGEST || value.chars().anyMatch(c -> c < ' ') || (text.given() && value.isBlank())) {
            bad(text, "pytest takes one line of text here", "write for instance \"not slow\"");
            return false;
        } else if (value.startsWith("-")) {
            String rest = value.replaceFirst("^--?[a-z-]+[ =]*", "");
            bad(
                    text,
                    "it would be an option of pytest",
                    rest.isBlank() || rest.startsWith("-")
                            ? "write what follows the option"
                            : "write what follows the option, " + Quoted.text(rest));
            return false;
        }
        return true;
    }

    private void bad(Written<String> text, String reason, String hint) {
        findings.add(PartMistake.BAD_TESTS, text.site(), Quoted.text(text.value()), reason, hint);
    }

    private void badPath(Written<String> path, String kind, String reason, String instance) {
        findings.add(
                PartMistake.BAD_PART_PATH,
                path.site(),
                Quoted.text(path.value()),
                kind,
                reason,
                Hints.or(PathHint.of(path.value()), "write for instance " + Quoted.text(instance)));
    }
}
