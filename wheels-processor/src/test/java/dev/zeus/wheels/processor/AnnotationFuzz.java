// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * The processor for a fuzzer ({@code bench/fuzz}): each line of an input is a value of one member of an annotation.
 * What javac says must be the processor's own, with a code; an exception of it is the fuzzer's find.
 *
 * <p>{@code AnnotationFuzz.fuzzerTestOneInput("3.12\n2.39".getBytes(UTF_8))} compiles a set with these two values.
 */
public final class AnnotationFuzz {
    private static final Pattern PLACE = Pattern.compile("~");

    private static final String SET = """
            @WheelSet(pythons = {"3.12", ~}, targets = @On(value = Platform.X86_64_LINUX, glibc = ~),
              sources = @Source(name = ~, url = ~), constraints = ~, overrides = ~, excludes = ~,
              replacements = @Replacement(of = ~, by = ~), excludeNewer = ~, excludeNewerPackages = ~, excludeNewerSources = ~, licenses = ~, licenseExceptions = ~,
              registry = ~)
            package com.acme;
            import dev.zeus.wheels.*;
            """;

    private static final String TYPES = """
            package com.acme;
            import dev.zeus.wheels.*;
            @Wheel(name = ~, wheelName = ~, source = ~, pythons = ~, version = ~, extras = {~, ~})
            @Recipe(buildInputs = ~, nativeBuildInputs = ~, relax = ~, remove = ~,
              patches = @Patch(file = ~, url = ~, hash = ~), substitutions = @Substitution(file = ~, replace = ~, by = ~),
              ignoredLibraries = ~, searchPaths = @SearchPath(in = ~, path = ~))
            interface First {}
            @CustomPackage(name = ~, definition = ~, version = ~, cargoHash = ~, requires = ~, imports = ~, license = ~,
              homepage = ~, pythons = ~, description = ~,
              from = @From(github = ~, tag = ~, rev = ~, index = ~, url = ~, hash = ~))
            interface Second {}
            @PythonEnvironment(name = ~, python = ~, libraries = ~, shellHook = ~,
              variables = @EnvironmentVariable(name = ~, value = ~),
              applications = @Application(name = ~, commands = {~, ~}, arguments = ~),
              images = @ContainerImage(name = ~, tag = ~, entrypoint = ~, arguments = ~, user = ~, workingDirectory = ~,
                variables = @EnvironmentVariable(name = ~, value = ~), labels = @Label(name = ~, value = ~)),
              services = @SystemService(name = ~, application = ~, description = ~, arguments = ~, credentials = ~,
                variables = @EnvironmentVariable(name = ~, value = ~)),
              homes = @HomeModule(name = ~, applications = ~))
            interface Third {}
            """;

    private static final Path OUTPUT = temporary();

    private AnnotationFuzz() {}

    /**
     * Changes inputs at random, without a look at what they reach: javac under a fuzzer's agent compiles once in
     * seconds.
     *
     * @param arguments for how many seconds, and the directory of the inputs, where one that fails is put, too
     */
    @SuppressWarnings("SystemOut") // a program of the bench
    public static void main(String[] arguments) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Long.parseLong(arguments[0]));
        Path corpus = Path.of(arguments[1]);
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<String> seeds = Files.readAllLines(corpus.resolve("seed-1"));
        long runs = 0;
        for (; System.nanoTime() < end; runs++) {
            List<String> values = new ArrayList<>(seeds);
            for (int left = 1 + random.nextInt(4); left > 0; left--) {
                int at = random.nextInt(values.size());
                values.set(
                        at, random.nextBoolean() ? FuzzedText.next(random) : values.get(at) + FuzzedText.next(random));
            }
            // A line is a value.
            byte[] input = String.join("\n", values).replace('\r', ' ').getBytes(StandardCharsets.UTF_8);
            try {
                fuzzerTestOneInput(input);
            } catch (RuntimeException | Error e) {
                Files.write(corpus.resolve("found-" + Integer.toHexString(Arrays.hashCode(input))), input);
                throw e;
            }
        }
        System.out.println("annotations: " + runs + " inputs, seed " + seed);
    }

    public static void fuzzerTestOneInput(byte[] data) {
        List<String> values =
                new String(data, StandardCharsets.UTF_8).lines().limit(200).toList();
        AtomicInteger next = new AtomicInteger();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        var task = ToolProvider.getSystemJavaCompiler()
                .getTask(
                        null,
                        null,
                        found,
                        List.of("-proc:only", "-d", OUTPUT.toString(), "-Awheels.lock="),
                        null,
                        List.of(
                                source("package-info", filled(SET, values, next)),
                                source("Types", filled(TYPES, values, next))));
        task.setProcessors(List.of(new WheelsProcessor()));
        task.call();
        for (Diagnostic<?> each : found.getDiagnostics()) {
            String message = each.getMessage(Locale.ROOT);
            List<String> lines = message.lines().map(String::strip).toList();
            boolean whole = lines.size() == 3
                    && lines.get(0).startsWith("[wheels/")
                    && lines.get(1).startsWith("hint: ")
                    && lines.get(2).startsWith("see: ");
            if (!whole) {
                throw new AssertionError("says what no user understands: " + message);
            }
        }
    }

    /** Every place with the next value, or an empty one. */
    private static String filled(String template, List<String> values, AtomicInteger next) {
        return PLACE.matcher(template).replaceAll((MatchResult place) -> {
            int index = next.getAndIncrement();
            return Matcher.quoteReplacement(literal(index < values.size() ? values.get(index) : ""));
        });
    }

    private static String literal(String value) {
        StringBuilder literal = new StringBuilder("\"");
        for (int at = 0; at < value.length(); at++) {
            char c = value.charAt(at);
            if (c < ' ' || c == '"' || c == '\\') {
                // In octal: javac 17 misreads a backslash after an escaped surrogate.
                literal.append(String.format(Locale.ROOT, "\\%03o", (int) c));
            } else if (c < 0x7f) {
                literal.append(c);
            } else {
                literal.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            }
        }
        return literal.append('"').toString();
    }

    private static JavaFileObject source(String name, String text) {
        return new SimpleJavaFileObject(
                URI.create("string:///com/acme/" + name + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    private static Path temporary() {
        try {
            Path directory = Files.createTempDirectory("annotation-fuzz");
            directory.toFile().deleteOnExit();
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
