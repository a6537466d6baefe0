package dev.zeus.wheels.processor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What environments are made of must be there below the directory that holds {@code generated/}. */
final class PartFileRules {
    private final FileRules files;

    PartFileRules(Findings findings, Path directory) {
        this.files = new FileRules(findings, directory);
    }

    void check(List<WrittenEnvironment> environments) {
        for (WrittenEnvironment environment : environments) {
            environment.parts(WrittenPart.Project.class).forEach(this::check);
            environment.parts(WrittenPart.Script.class).stream()
                    .map(WrittenPart.Script::file)
                    .filter(file -> ProjectPath.wrong(file.value()).isEmpty())
                    .forEach(file -> files.check(file, file.value(), "file", Files::isRegularFile));
        }
    }

    private void check(WrittenPart.Project project) {
        Written<String> directory = project.directory();
        boolean isHere = directory.value().equals(WrittenPart.Project.HERE);
        if (!isHere && ProjectPath.wrong(directory.value()).isPresent()) {
            return;
        }
        String below = isHere ? "" : directory.value() + "/";
        files.check(directory, below + "pyproject.toml", "file", Files::isRegularFile);
        if (isHere) {
            project.includes().items().stream()
                    .filter(file -> ProjectPath.wrong(file.value()).isEmpty())
                    .forEach(file -> files.check(file, file.value(), "file or folder", Files::exists));
        }
        Written<String> tests = project.tests();
        if (!tests.value().isEmpty() && ProjectPath.wrong(tests.value()).isEmpty()) {
            files.check(tests, below + tests.value(), "file or folder", Files::exists);
        }
    }
}
