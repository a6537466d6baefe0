// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.testkit.LoopbackIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a run loads that has nothing to do, the most frequent one: in a JVM that is new, that is what it takes its time
 * for.
 */
class LoadedClassesTest {
    private static final List<String> LIBRARIES =
            List.of("com.fasterxml.", "org.apache.hc.", "org.tomlj.", "org.snakeyaml.", "com.github.difflib.");

    /** What the caller and the JVM have of them comes to half of it. */
    private static final int MOST_LAMBDAS = 10;

    private static final int MOST_CLASSES = 90;

    @TempDir
    Path directory;

    @Test
    void areFewWhereNothingIsToBeDone() throws IOException {
        try (LoopbackIndex index = Project.serve()) {
            Project project = new Project(
                    index.uri(),
                    Files.createDirectory(directory.resolve("home")),
                    Files.createDirectory(directory.resolve("cache")));
            project.generate(Project.SMALL, EventSink.SILENT);
            index.server().forget();

            Path log = directory.resolve("classes.log");
            try (ChildJvm child = ChildJvm.start("keep", project, "-Xlog:class+load:file=" + log + ":none")) {
                child.until(project.generated() + " is up to date").until("done");
            }

            List<String> loaded = Files.readAllLines(log);
            assertThat(loaded).anyMatch(line -> line.contains(".core.generated.Unchanged "));
            assertThat(loaded).noneMatch(line -> LIBRARIES.stream().anyMatch(line::startsWith));
            List<String> own = loaded.stream()
                    .filter(line -> line.startsWith("dev.zeus.wheels."))
                    .filter(line -> !line.startsWith("dev.zeus.wheels.core.process."))
                    .toList();
            assertThat(own).filteredOn(line -> line.contains("$$Lambda")).hasSizeLessThan(MOST_LAMBDAS);
            assertThat(own).hasSizeLessThan(MOST_CLASSES);
            assertThat(index.counts()).isEmpty();
        }
    }
}
