// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.bench.speed;

import dev.zeus.wheels.Platform;
import dev.zeus.wheels.TargetDeclaration;
import dev.zeus.wheels.WheelSetDeclaration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A Maven project with the same declarations, set up as {@code wheels:init} does it. The product must be installed in
 * the local repository, which the property {@code repository} names.
 *
 * @param directory where it is, with a cache of its own beside it
 * @param index the root of the simple API
 */
record MavenProject(Path directory, String index, int targets) {
    private static final String REPOSITORY = System.getProperty("repository", "");
    private static final String VERSION = System.getProperty("version", "");

    /** Whether there is a Maven, and a product for it. */
    static boolean isPossible() {
        return Peers.program("mvn").isPresent()
                && Files.isDirectory(Path.of(REPOSITORY, "dev/zeus/wheels/wheels-maven-plugin", VERSION));
    }

    /** What a goal does on the way to ours, and nothing else: compiles the module where that is to be done. */
    List<String> empty(List<String> names) {
        return command(names, List.of("process-classes"));
    }

    /** {@code wheels:generate}. */
    List<String> generate(List<String> names, List<String> options) {
        List<String> words = new ArrayList<>(List.of("wheels:generate", "-Dwheels.cacheDirectory=" + cache()));
        words.addAll(options);
        return command(names, words);
    }

    private Path cache() {
        return directory.resolve("cache");
    }

    /** What a run without a lock must not find. */
    List<Path> lock() {
        return List.of(directory.resolve("generated"));
    }

    /** What was fetched; the JVM's archive of classes, which is in the cache, too, stays. */
    List<Path> fetched() {
        Path content = cache().resolve("v1");
        return List.of(
                directory.resolve("generated"),
                content.resolve("http"),
                content.resolve("listing"),
                content.resolve("metadata"));
    }

    private List<String> command(List<String> names, List<String> words) {
        write(names);
        List<String> command = new ArrayList<>(List.of(Peers.program("mvn").orElse("mvn")));
        command.addAll(List.of("--quiet", "--batch-mode", "--no-transfer-progress"));
        command.addAll(List.of("-Dmaven.repo.local=" + REPOSITORY, "--file", directory + "/pom.xml"));
        command.addAll(words);
        return command;
    }

    /** Writes what is not as it should be, so that Maven compiles where declarations have changed. */
    private void write(List<String> names) {
        Path sources = directory.resolve("src/main/java/bench");
        writeIfOther(directory.resolve(".mvn/jvm.config"), "-XX:TieredStopAtLevel=1\n-XX:+UseSerialGC\n");
        writeIfOther(directory.resolve("pom.xml"), POM.replace("@version@", VERSION));
        writeIfOther(sources.resolve("package-info.java"), wheelSet(OneRun.set(index, targets, names)));
        writeIfOther(
                sources.resolve("Bench.java"),
                IntStream.range(0, names.size())
                        .mapToObj(i -> "    @Wheel(name = \"" + names.get(i)
                                + "\", source = \"replayed\")\n    interface W" + i + " {}\n")
                        .collect(Collectors.joining(
                                "\n",
                                "package bench;\n\nimport dev.zeus.wheels.Wheel;\n\ninterface Bench {\n",
                                "}\n")));
    }

    private static void writeIfOther(Path file, String text) {
        if (!Uv.read(file).equals(text)) {
            Uv.write(file, text);
        }
    }

    private static String wheelSet(WheelSetDeclaration set) {
        return "@WheelSet(\n        pythons = {"
                + set.pythons().stream().map(python -> '"' + python + '"').collect(Collectors.joining(", "))
                + "},\n        sources = @Source(name = \"replayed\", url = \""
                + set.sources().get(0).url()
                + "\"),\n        targets = {"
                + set.targets().stream().map(MavenProject::on).collect(Collectors.joining(", "))
                + "})\npackage bench;\n\nimport dev.zeus.wheels.On;\nimport dev.zeus.wheels.Platform;\n"
                + "import dev.zeus.wheels.Source;\nimport dev.zeus.wheels.WheelSet;\n";
    }

    private static String on(TargetDeclaration target) {
        Platform platform = target.platform();
        String version = platform.name().toLowerCase(Locale.ROOT).contains("darwin") ? "macos" : "glibc";
        return "@On(value = Platform." + platform.name() + ", " + version + " = \"" + target.floor() + "\")";
    }

    private static final String POM = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>com.example</groupId>
              <artifactId>bench</artifactId>
              <version>1</version>
              <properties>
                <maven.compiler.release>17</maven.compiler.release>
                <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
              </properties>
              <dependencies>
                <dependency>
                  <groupId>dev.zeus.wheels</groupId>
                  <artifactId>wheels-api</artifactId>
                  <version>@version@</version>
                </dependency>
              </dependencies>
              <build>
                <plugins>
                  <plugin>
                    <artifactId>maven-compiler-plugin</artifactId>
                    <version>3.16.0</version>
                    <configuration>
                      <useIncrementalCompilation>false</useIncrementalCompilation>
                      <annotationProcessorPaths>
                        <path>
                          <groupId>dev.zeus.wheels</groupId>
                          <artifactId>wheels-processor</artifactId>
                          <version>@version@</version>
                        </path>
                      </annotationProcessorPaths>
                    </configuration>
                  </plugin>
                  <plugin>
                    <groupId>dev.zeus.wheels</groupId>
                    <artifactId>wheels-maven-plugin</artifactId>
                    <version>@version@</version>
                  </plugin>
                </plugins>
              </build>
            </project>
            """;
}
