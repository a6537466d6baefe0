// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashTest {
    @SupportedAnnotationTypes("*")
    private static final class Crashing extends AbstractProcessor {
        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latest();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (round.processingOver()) {
                Crash.reported(processingEnv, () -> {
                    throw new IllegalStateException("unexpected");
                });
            }
            return false;
        }
    }

    @Test
    void isSaidAsABugWithItsTrace(@TempDir Path directory) {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        JavaCompiler.CompilationTask task = javac.getTask(
                new StringWriter(),
                null,
                said,
                List.of("-proc:only", "-d", directory.toString()),
                List.of("java.lang.Object"),
                null);
        task.setProcessors(List.of(new Crashing()));
        task.call();

        String[] shown = CompilationExample.of(CompilationProblem.CRASH)
                .says()
                .lines()
                .map(String::strip)
                .map(line -> line.equals("at …") ? "at " + Crashing.class.getName() : line)
                .toArray(String[]::new);
        assertThat(said.getDiagnostics())
                .filteredOn(each -> each.getKind() == Diagnostic.Kind.ERROR)
                .extracting(each -> each.getMessage(Locale.ROOT))
                .singleElement()
                .asString()
                .contains(shown);
    }
}
