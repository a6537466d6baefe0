// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.zeus.wheels.WheelRegistry;
import dev.zeus.wheels.WheelSetDeclaration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/** Compiles declarations with the processor, and loads the registry that it has written. */
final class RegistryCompilation {
    /** A set of two Pythons, two targets and two sources. */
    static final String SET = """
            @WheelSet(
                    pythons = {"3.12", "3.13"},
                    targets = {
                        @On(value = Platform.X86_64_LINUX, glibc = "2.39"),
                        @On(value = Platform.AARCH64_DARWIN, macos = "14.0")
                    },
                    sources = @Source(name = "nautech", url = "https://index.example/simple"))
            package com.acme.python;

            import dev.zeus.wheels.*;
            """;

    private RegistryCompilation() {}

    static String withoutSources(String set) {
        return set.replaceAll("(?s),\\s*sources = .*simple\"\\)\\)", ")");
    }

    static Compilation compile(String... texts) {
        return compile(sources(texts));
    }

    static Compilation compile(JavaFileObject... sources) {
        Compilation compilation = javac().withOptions("-Xlint:all", "-Werror")
                .withProcessors(new WheelsProcessor())
                .compile(sources);
        assertThat(compilation.diagnostics()).isEmpty();
        return compilation;
    }

    static JavaFileObject[] sources(String... texts) {
        return Arrays.stream(texts)
                .map(text -> JavaFileObjects.forSourceString(className(text), text))
                .toArray(JavaFileObject[]::new);
    }

    static String className(String text) {
        if (text.startsWith("module ")) {
            return "module-info";
        }
        String packageName = text.lines()
                .filter(line -> line.startsWith("package "))
                .map(line -> line.substring(8, line.indexOf(';')))
                .findFirst()
                .orElse("");
        String simple = text.startsWith("@WheelSet")
                ? "package-info"
                : Stream.of("Declarations", "User", "Many")
                        .filter(name -> text.contains("final class " + name))
                        .findFirst()
                        .orElseThrow();
        return packageName + "." + simple;
    }

    static String generated(Compilation compilation, String path) {
        assertThat(compilation.diagnostics()).isEmpty();
        Optional<JavaFileObject> file = compilation.generatedFile(StandardLocation.SOURCE_OUTPUT, path);
        return file.map(RegistryCompilation::text).orElseThrow();
    }

    static String text(JavaFileObject file) {
        try {
            return file.getCharContent(false).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String modulePath() {
        return Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .filter(entry -> entry.contains("wheels-api") || entry.contains("jspecify"))
                .reduce((left, right) -> left + java.io.File.pathSeparator + right)
                .orElseThrow();
    }

    static WheelSetDeclaration load(Compilation compilation, String registry) throws ReflectiveOperationException {
        assertThat(compilation.errors()).isEmpty();
        ClassLoader loader = new ClassLoader(RegistryCompilation.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                byte[] bytes = compilation
                        .generatedFile(StandardLocation.CLASS_OUTPUT, name.replace('.', '/') + ".class")
                        .map(RegistryCompilation::bytes)
                        .orElseThrow(() -> new ClassNotFoundException(name));
                return defineClass(name, bytes, 0, bytes.length);
            }
        };
        WheelRegistry loaded =
                (WheelRegistry) loader.loadClass(registry).getConstructor().newInstance();
        assertThat(loaded.apiVersion()).isEqualTo(WheelRegistry.API_VERSION);
        return loaded.wheelSet();
    }

    static byte[] bytes(JavaFileObject file) {
        try (var stream = file.openInputStream()) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
