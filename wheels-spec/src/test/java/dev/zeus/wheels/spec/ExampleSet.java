// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.WheelRegistry;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.Generate;
import dev.zeus.wheels.core.GenerateOutcome;
import dev.zeus.wheels.core.GenerateRequest;
import dev.zeus.wheels.core.setup.IndexAccess;
import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.core.setup.SourceRoots;
import dev.zeus.wheels.processor.WheelsProcessor;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** One of the projects under {@code examples}, compiled as its own build would. */
record ExampleSet(Path project, WheelSetDeclaration set) {
    /** Compiles an example into a directory and loads its registry. */
    static ExampleSet compile(String name, Path classes) throws IOException {
        Path project = Path.of("..", "examples", name).toAbsolutePath().normalize();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> sources = Files.walk(project.resolve("src/main/java"))) {
            List<String> options = List.of("-Xlint:all", "-Werror", "--release", "17", "-d", classes.toString());
            JavaCompiler.CompilationTask task = compiler.getTask(
                    null,
                    files,
                    null,
                    options,
                    null,
                    files.getJavaFileObjectsFromPaths(
                            sources.filter(Files::isRegularFile).sorted().toList()));
            task.setProcessors(List.of(new WheelsProcessor()));
            assertThat(task.call()).as("%s compiles", name).isTrue();
        }
        URL[] places = {classes.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(places, ExampleSet.class.getClassLoader())) {
            return ServiceLoader.load(WheelRegistry.class, loader).stream()
                    .filter(found -> found.type().getClassLoader() == loader)
                    .map(found -> new ExampleSet(project, found.get().wheelSet()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    Path generated() {
        return project.resolve("generated");
    }

    /** Runs the main job: to write what is missing, or only to see that nothing is. */
    GenerateOutcome generate(boolean write, Path resultFile) {
        return Generate.run(
                new GenerateRequest(
                        set,
                        generated(),
                        resultFile,
                        write ? new LockUpdate.Keep() : new LockUpdate.Locked(),
                        Optional.empty(),
                        !write,
                        SourceRoots.none(),
                        IndexAccess.standard()),
                event -> {});
    }
}
