// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What environments are made of must be there below the directory that holds {@code generated/}. */
final class PartFileRules {
    private static final String PROJECT = "pyproject.toml";

    private final Findings findings;
    private final FileRules files;

    PartFileRules(Findings findings, Path directory) {
        this.findings = findings;
        this.files = new FileRules(findings, directory);
    }

    void check(List<WrittenEnvironment> environments) {
        for (WrittenEnvironment environment : environments) {
            environment.parts(WrittenPart.Project.class).forEach(this::check);
            environment.parts(WrittenPart.Pip.class).forEach(this::check);
            environment.parts(WrittenPart.Script.class).stream()
                    .map(WrittenPart.Script::file)
                    .filter(file -> ProjectPath.wrong(file.value()).isEmpty()
                            && file.value().endsWith(".py"))
                    .forEach(file -> files.check(file, "", file.value(), "file", Files::isRegularFile));
        }
    }

    /** The shell enters a directory that is there, and makes a virtual environment of one that is not. */
    private void check(WrittenPart.Pip bridge) {
        Written<String> directory = bridge.directory();
        if (ProjectPath.wrong(directory.value()).isEmpty()
                && files.exists(directory.value())
                && !files.exists(directory.value() + "/pyvenv.cfg")) {
            findings.add(
                    PartMistake.BAD_BRIDGE,
                    directory.given() ? directory.site() : bridge.site(),
                    Quoted.text(directory.value()) + " is there, and is no virtual environment",
                    "write a directory that is not there yet, such as \".venv\"");
        }
    }

    private void check(WrittenPart.Project project) {
        Written<String> directory = project.directory();
        boolean isHere = directory.value().equals(WrittenPart.Project.HERE);
        if (!isHere && ProjectPath.wrong(directory.value()).isPresent()) {
            return;
        }
        if (directory.value().endsWith("/" + PROJECT) && files.isFile(directory.value())) {
            String parent = directory.value().substring(0, directory.value().lastIndexOf('/'));
            files.missing(
                    directory, "folder", directory.value(), "write the folder that has it, " + Quoted.text(parent));
            return;
        }
        String base = isHere ? "" : directory.value() + "/";
        if ((!isHere && !files.check(directory, "", directory.value(), "folder", Files::isDirectory))
                || !files.check(directory, base, PROJECT, "file", Files::isRegularFile)) {
            return;
        }
        if (isHere) {
            project.includes().items().stream()
                    .filter(file -> ProjectPath.wrong(file.value()).isEmpty())
                    .forEach(file -> files.check(file, "", file.value(), "file or folder", Files::exists));
        }
        Written<String> tests = project.tests();
        if (tests.value().isEmpty() || ProjectPath.wrong(tests.value()).isPresent()) {
            return;
        }
        String within = tests.value().replaceFirst("^" + Pattern.quote(base), "");
        if (!within.equals(tests.value()) && !files.exists(base + tests.value()) && files.exists(tests.value())) {
            files.missing(
                    tests, "file or folder", base + tests.value(), "write it from that folder, " + Quoted.text(within));
            return;
        }
        files.check(tests, base, tests.value(), "file or folder", Files::exists);
        for (Written<String> test : project.deselect().items()) {
            String file = test.value().split("::", 2)[0];
            if (file.endsWith(".py") && ProjectPath.wrong(file).isEmpty()) {
                files.check(test, base, file, "file", Files::isRegularFile);
            }
        }
    }
}
