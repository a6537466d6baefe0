// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.processor.WheelsProcessor;
import dev.zeus.wheels.testkit.FileTree;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** What sources declare that are compiled with the annotation processor, as Maven compiles them. */
final class CompiledSet {
    private CompiledSet() {}

    /** The wheel set of the Java files below a directory; none of them may be refused. */
    static WheelSetDeclaration of(Path sourceRoot, Path classes) throws IOException {
        List<Path> sources = FileTree.files(sourceRoot, ".java");
        Files.createDirectories(classes);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(said, null, null)) {
            JavaCompiler.CompilationTask task = compiler.getTask(
                    null,
                    manager,
                    said,
                    List.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path")),
                    null,
                    manager.getJavaFileObjectsFromPaths(sources));
            task.setProcessors(List.of(new WheelsProcessor()));
            task.call();
        }
        assertThat(said.getDiagnostics().stream()
                        .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                        .map(each -> each.getMessage(null)))
                .isEmpty();
        List<String> classPath = new ArrayList<>(List.of(classes.toString()));
        classPath.addAll(List.of(System.getProperty("java.class.path").split(File.pathSeparator, -1)));
        return RegistryLoader.load(classPath).orElseThrow();
    }
}
