// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.WheelRegistry;
import dev.zeus.wheels.testkit.LoopbackIndex;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code wheels:generate} after Maven's compiler plugin, with its incremental mode and without it: the registry is that
 * of a clean build after each of many random edits, and the lock has each declared wheel. It takes long, so that
 * {@code .ci/incremental-check} runs it, in one JVM with the Maven that {@code incremental.maven} names.
 */
@EnabledIfSystemProperty(named = "incremental.maven", matches = ".+")
class MavenIncrementalTest {
    private static final int EDITS = Integer.getInteger("incremental.edits", 300);
    private static final int SEED = Integer.getInteger("incremental.seed", 17);
    private static final String VERSION = System.getProperty("incremental.version", "0.1.0-SNAPSHOT");
    private static final Pattern LOCKED = Pattern.compile("(?m)^name = \"(.*)\"$");
    private static final Pattern UNDECLARED = Pattern.compile("No longer declared: (.*)");

    @TempDir
    Path directory;

    private final LoopbackIndex index = LoopbackIndex.start();
    private final Set<String> served = new HashSet<>();

    @AfterEach
    void stop() {
        index.close();
    }

    @Test
    void losesNothingInAnyEdit() throws Exception {
        Random random = new Random(SEED);
        EditedSources sources = new EditedSources(directory.resolve("src"), 40, random);
        Map<Boolean, Path> projects = new TreeMap<>();
        for (boolean incremental : new boolean[] {true, false}) {
            projects.put(incremental, project(directory.resolve(incremental ? "whole" : "stale"), incremental));
        }
        try (Maven maven = new Maven(Path.of(System.getProperty("incremental.maven")), index.uri())) {
            serve(sources.wheels());
            for (Path project : projects.values()) {
                maven.generate(project);
            }
            for (int i = 0; i < EDITS; i++) {
                Set<String> gone = sources.packages();
                List<String> edits = sources.edit();
                Set<String> declared = sources.wheels();
                gone.removeAll(sources.packages());
                serve(declared);
                for (Map.Entry<Boolean, Path> entry : projects.entrySet()) {
                    Path project = entry.getValue();
                    // The registry says of each constant what is locked so far.
                    String lock = "-Awheels.lock=" + project.resolve("generated/pylock.toml");
                    String expected = IncrementalTest.registry(sources, directory.resolve("clean"), lock);
                    String said = maven.generate(project);

                    assertThat(IncrementalTest.difference(expected, text(project)))
                            .as("edit %d, incremental mode %s: %s", i, entry.getKey(), edits)
                            .isEmpty();
                    assertThat(locked(project))
                            .as("edit %d, incremental mode %s: %s", i, entry.getKey(), edits)
                            .isEqualTo(declared);
                    assertThat(undeclared(said))
                            .as("edit %d, incremental mode %s: %s", i, entry.getKey(), edits)
                            .isEqualTo(gone);
                }
                System.out.println("edit " + (i + 1) + " of " + EDITS + ": " + edits);
            }
        }
    }

    private void serve(Set<String> projects) {
        for (String project : projects) {
            if (served.add(project)) {
                for (String version : List.of("0", "1000")) {
                    index.add(WheelBuilder.of(project, version)
                            .extras("one", "more")
                            .build());
                }
            }
        }
    }

    private static Set<String> locked(Path project) throws IOException {
        return LOCKED.matcher(Files.readString(project.resolve("generated/pylock.toml")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The declarations that generate names as gone. */
    private static Set<String> undeclared(String said) {
        return UNDECLARED
                .matcher(said)
                .results()
                .flatMap(found -> Stream.of(found.group(1).split(", ")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(Path project) throws IOException {
        return Files.readString(project.resolve("target/generated-sources/annotations/com/acme/python/AcmeWheels.java"))
                + Files.readString(
                        project.resolve("target/classes/META-INF/services/" + WheelRegistry.class.getName()));
    }

    private Path project(Path project, boolean incremental) throws IOException {
        Files.createDirectories(project);
        Files.writeString(
                project.resolve("pom.xml"),
                String.format("""
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>com.acme</groupId>
                  <artifactId>edited</artifactId>
                  <version>1.0</version>
                  <properties>
                    <maven.compiler.release>17</maven.compiler.release>
                    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
                  </properties>
                  <dependencies>
                    <dependency>
                      <groupId>dev.zeus.wheels</groupId>
                      <artifactId>wheels-api</artifactId>
                      <version>%1$s</version>
                    </dependency>
                  </dependencies>
                  <build>
                    <sourceDirectory>../src</sourceDirectory>
                    <plugins>
                      <plugin>
                        <artifactId>maven-compiler-plugin</artifactId>
                        <version>%2$s</version>
                        <configuration>
                          <useIncrementalCompilation>%3$s</useIncrementalCompilation>
                          <annotationProcessorPaths>
                            <path>
                              <groupId>dev.zeus.wheels</groupId>
                              <artifactId>wheels-processor</artifactId>
                              <version>%1$s</version>
                            </path>
                          </annotationProcessorPaths>
                        </configuration>
                      </plugin>
                    </plugins>
                  </build>
                </project>
                """, VERSION, System.getProperty("incremental.compilerPlugin", "3.16.0"), incremental));
        return project;
    }

    /** Maven in this JVM, which is warm after a few builds. */
    private static final class Maven implements AutoCloseable {
        private final URLClassLoader loader;
        private final URI index;

        Maven(Path home, URI index) throws IOException {
            this.index = index;
            System.setProperty("maven.home", home.toString());
            List<URL> jars = new ArrayList<>();
            for (String part : List.of("lib", "boot")) {
                try (Stream<Path> files = Files.list(home.resolve(part))) {
                    files.filter(file -> file.toString().endsWith(".jar")).forEach(file -> jars.add(url(file)));
                }
            }
            loader = new URLClassLoader(jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        }

        private static URL url(Path file) {
            try {
                return file.toUri().toURL();
            } catch (MalformedURLException e) {
                throw new IllegalArgumentException(e);
            }
        }

        /** Answers what Maven says. */
        String generate(Path project) throws ReflectiveOperationException {
            System.setProperty("maven.multiModuleProjectDirectory", project.toString());
            List<String> arguments = new ArrayList<>(List.of(
                    "-B",
                    "-ntp",
                    "compiler:compile",
                    "dev.zeus.wheels:wheels-maven-plugin:" + VERSION + ":generate-no-fork",
                    "-Dwheels.fork=false",
                    "-Dwheels.index.pypi=" + index,
                    "-Dwheels.cacheDirectory=" + project.resolve("cache")));
            String repository = System.getProperty("incremental.repository", "");
            if (!repository.isEmpty()) {
                arguments.add("-Dmaven.repo.local=" + repository);
            }
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
            Thread thread = Thread.currentThread();
            ClassLoader before = thread.getContextClassLoader();
            thread.setContextClassLoader(loader);
            try {
                Class<?> type = loader.loadClass("org.apache.maven.cli.MavenCli");
                Object status = type.getMethod(
                                "doMain", String[].class, String.class, PrintStream.class, PrintStream.class)
                        .invoke(
                                type.getConstructor().newInstance(),
                                arguments.toArray(String[]::new),
                                project.toString(),
                                stream,
                                stream);
                assertThat(status).as(said.toString(StandardCharsets.UTF_8)).isEqualTo(0);
                return said.toString(StandardCharsets.UTF_8);
            } finally {
                thread.setContextClassLoader(before);
            }
        }

        @Override
        public void close() throws IOException {
            loader.close();
        }
    }
}
