// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.bench.processor;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** javac in this process, with what a compilation costs. */
final class Compiler {
    /**
     * javac and its processors run in one thread, whose processor time does not depend on what else the machine does.
     */
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private final Path output;

    Compiler(Path output) throws IOException {
        this.output = Files.createDirectories(output);
    }

    /**
     * What a compilation took.
     *
     * @param nanos processor time of the compiling thread
     * @param bytes what it allocated
     */
    record Cost(long nanos, long bytes) {
        /** The least of each: what other work does to a run is always more. */
        static Cost least(List<Cost> costs) {
            return new Cost(
                    costs.stream().mapToLong(Cost::nanos).min().orElseThrow(),
                    costs.stream().mapToLong(Cost::bytes).min().orElseThrow());
        }

        Cost minus(Cost other) {
            return new Cost(nanos - other.nanos, bytes - other.bytes);
        }
    }

    Cost compile(List<JavaFileObject> sources, @Nullable Processor processor) throws IOException {
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(found, Locale.ROOT, null)) {
            List<String> options = new ArrayList<>(List.of("-d", output.toString(), "--release", "17"));
            options.addAll(List.of("-classpath", System.getProperty("java.class.path")));
            if (processor == null) {
                options.add("-proc:none");
            }
            long bytes = THREADS.getCurrentThreadAllocatedBytes();
            long start = THREADS.getCurrentThreadCpuTime();
            JavaCompiler.CompilationTask task = compiler.getTask(null, files, found, options, null, sources);
            if (processor != null) {
                task.setProcessors(List.of(processor));
            }
            if (!task.call()) {
                throw new IllegalStateException(found.getDiagnostics().stream()
                        .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                        .findFirst()
                        .map(Object::toString)
                        .orElse("javac failed"));
            }
            return new Cost(
                    THREADS.getCurrentThreadCpuTime() - start, THREADS.getCurrentThreadAllocatedBytes() - bytes);
        }
    }

    /** A class of the package {@code acme}, in memory. */
    static JavaFileObject source(String name, String text) {
        URI uri = URI.create("string:///acme/" + name + ".java");
        return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    /** What a processor wrote. */
    String written(String path) throws IOException {
        return Files.readString(output.resolve(path));
    }
}
