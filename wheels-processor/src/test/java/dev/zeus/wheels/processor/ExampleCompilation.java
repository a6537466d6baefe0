// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import dev.zeus.wheels.Wheel;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/** Compiles all examples at once, each in packages of its own, and keeps the messages of each. */
final class ExampleCompilation {
    private static final String PACKAGE = "com.acme.python";

    private final Map<String, String> said = new TreeMap<>();

    private ExampleCompilation() {}

    /**
     * The wrong sources, and what another processor generates for some of them: these are compiled by themselves, since
     * after an error javac processes no generated sources.
     */
    static ExampleCompilation wrong(Path directory, JavaCompiler compiler, String... options) throws IOException {
        ExampleCompilation compilation = new ExampleCompilation();
        for (boolean late : new boolean[] {false, true}) {
            List<MistakeExample> some = MistakeExample.all()
                    .filter(example -> example.late().isEmpty() != late)
                    .toList();
            compilation.compile(
                    directory.resolve(late ? "late" : "usual"),
                    compiler,
                    options,
                    some,
                    MistakeExample::wrong,
                    MistakeExample::late,
                    MistakeExample::lock,
                    MistakeExample::present);
        }
        return compilation;
    }

    /** Some examples, of which the wrong sources alone count. */
    static ExampleCompilation of(
            Path directory, JavaCompiler compiler, List<MistakeExample> examples, String... options) {
        ExampleCompilation compilation = new ExampleCompilation();
        try {
            compilation.compile(
                    directory,
                    compiler,
                    options,
                    examples,
                    MistakeExample::wrong,
                    example -> Map.of(),
                    MistakeExample::lock,
                    MistakeExample::files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compilation;
    }

    static ExampleCompilation fixed(Path directory, JavaCompiler compiler, String... options) throws IOException {
        ExampleCompilation compilation = new ExampleCompilation();
        List<MistakeExample> all = MistakeExample.all().toList();
        compilation.compile(
                directory,
                compiler,
                options,
                all,
                MistakeExample::fixed,
                example -> Map.of(),
                MistakeExample::relocked,
                MistakeExample::files);
        return compilation;
    }

    /** Each place, with the message in the lines after it; empty where nothing is said. */
    String said(MistakeExample example) {
        return said.getOrDefault(home(example), "");
    }

    /** The first part of the names of an example's packages. */
    private static String home(MistakeExample example) {
        return example.name().toLowerCase(Locale.ROOT).replace('-', '_');
    }

    private void compile(
            Path directory,
            JavaCompiler compiler,
            String[] options,
            List<MistakeExample> examples,
            Function<MistakeExample, Map<String, String>> sources,
            Function<MistakeExample, Map<String, String>> late,
            Function<MistakeExample, String> lock,
            Function<MistakeExample, Map<String, String>> others)
            throws IOException {
        List<Path> files = new ArrayList<>();
        Map<String, String> generated = new LinkedHashMap<>();
        examples.forEach(example -> {
            String home = home(example);
            // Each is a module of its own.
            write(directory.resolve(home).resolve("pom.xml"), "");
            others.apply(example)
                    .forEach((file, text) -> write(directory.resolve(home).resolve(file), text));
            if (!lock.apply(example).isEmpty()) {
                write(directory.resolve(home).resolve("generated/pylock.toml"), lock.apply(example));
            }
            Path at = directory.resolve(home).resolve("com/acme/python");
            MistakeExample.withSet(sources.apply(example))
                    .forEach((file, text) -> files.add(write(at.resolve(file), moved(home, text))));
            late.apply(example).forEach((name, text) -> generated.put(moved(home, name), moved(home, text)));
        });
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(found, Locale.ROOT, null)) {
            manager.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(directory));
            manager.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(directory));
            manager.setLocationFromPaths(StandardLocation.CLASS_PATH, List.of(api()));
            JavaCompiler.CompilationTask task = compiler.getTask(
                    new StringWriter(),
                    manager,
                    found,
                    List.of(options),
                    null,
                    manager.getJavaFileObjectsFromPaths(files));
            task.setProcessors(List.of(new LateSources(generated), new WheelsProcessor()));
            task.call();
        }
        found.getDiagnostics().forEach(diagnostic -> add(directory, diagnostic));
    }

    private void add(Path directory, Diagnostic<? extends JavaFileObject> diagnostic) {
        if (diagnostic.getSource() == null) {
            throw new IllegalStateException(diagnostic.getMessage(Locale.ROOT));
        }
        Path file = Path.of(diagnostic.getSource().getName());
        String home = directory.relativize(file).getName(0).toString();
        String message = shown(directory.relativize(file)) + ":" + diagnostic.getLineNumber() + ":"
                + diagnostic.getColumnNumber()
                + "\n"
                // javac indents what follows the first line by two more.
                + diagnostic
                        .getMessage(Locale.ROOT)
                        .replace("\n    hint", "\n  hint")
                        .replace("\n    see", "\n  see")
                        .replace(home + ".", "");
        said.merge(home, withoutPage(message), (first, next) -> first + "\n" + next);
    }

    /** A file of an example as the example names it. */
    private static String shown(Path file) {
        return file.subpath(1 + PACKAGE.split("[.]").length, file.getNameCount())
                .toString()
                .replace('\\', '/');
    }

    /** Takes off the last line, which says where the code is explained. */
    private static String withoutPage(String message) {
        int code = message.indexOf("[wheels/V");
        if (code < 0) {
            return message;
        }
        String page = "\n  see: "
                + Finding.page(message.substring(code + "[wheels/".length(), code + "[wheels/V123".length()));
        if (!message.endsWith(page)) {
            throw new IllegalStateException("no page is named: " + message);
        }
        return message.substring(0, message.length() - page.length());
    }

    private static String moved(String home, String text) {
        return text.replace(PACKAGE, home + "." + PACKAGE);
    }

    private static Path write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path api() {
        try {
            return Path.of(Wheel.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
