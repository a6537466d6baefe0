// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.maven.session;

import dev.zeus.wheels.Sources;
import dev.zeus.wheels.testkit.FileTree;
import dev.zeus.wheels.testkit.LoopbackIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A consumer build beside an index, and how commands are run in it. */
final class Shop implements AutoCloseable {
    /** As of a user without any setting that Maven or the goals read. */
    private static final Map<String, String> USUAL = Map.of(
            "MAVEN_OPTS",
            "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dstdout.encoding=UTF-8 -Dsun.stdout.encoding=UTF-8"
                    // No process outlives the tests.
                    + " -Dwheels.daemon=false"
                    + withoutWarnings(),
            "TERM",
            "xterm",
            "CI",
            "",
            "NO_COLOR",
            "",
            "COLUMNS",
            "",
            "MAVEN_ARGS",
            "");

    private static final String NEW = "new";
    private static final Pattern VERSION = Pattern.compile("<wheels.version>([^<]+)<");

    private final Path directory;
    private final String maven;
    private final LoopbackIndex index = ShopIndex.start();

    /** @param maven the beginning of each command line: the program, and where it has its plugins from */
    Shop(Path directory, String maven) throws IOException {
        this.directory = directory;
        this.maven = maven;
        Files.createDirectories(directory.resolve(".mvn"));
        Files.writeString(
                directory.resolve(".mvn/maven.config"),
                "-Dwheels.cacheDirectory=" + cache() + "\n-Dwheels.index.pypi=" + index.uri() + "\n");
    }

    private Path cache() {
        return directory.resolve("cache");
    }

    /** Of what Maven itself calls; a newer Maven gives these flags by itself. */
    private static String withoutWarnings() {
        return Runtime.version().feature() < 24
                ? ""
                : " --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED";
    }

    /** What a terminal shows of a command, as lines. */
    List<String> lines(String command, PseudoTerminal terminal) {
        return lines(directory, command, terminal);
    }

    /** The same in an empty folder; {@code VERSION} is this plugin's. */
    List<String> linesOfNew(String command, PseudoTerminal terminal) throws IOException {
        FileTree.delete(file(NEW));
        Files.createDirectories(file(NEW));
        return lines(file(NEW), command.replace("VERSION", version()), terminal);
    }

    private String version() throws IOException {
        Matcher version = VERSION.matcher(Files.readString(file("pom.xml")));
        if (!version.find()) {
            throw new AssertionError("no version of the plugin in the pom");
        }
        return version.group(1);
    }

    private List<String> lines(Path where, String command, PseudoTerminal terminal) {
        String written = written(where, command, terminal, Map.of());
        // A pipe has no width.
        int columns = terminal.columns() == 0 ? Integer.MAX_VALUE : terminal.columns();
        return Screen.lines(written, columns);
    }

    /** What a command writes, byte for byte. */
    String written(String command, PseudoTerminal terminal, Map<String, String> environment) {
        return written(directory, command, terminal, environment);
    }

    private String written(Path where, String command, PseudoTerminal terminal, Map<String, String> environment) {
        Map<String, String> all = new LinkedHashMap<>(USUAL);
        all.putAll(environment);
        return terminal.written(where, all, command.replaceFirst("^mvn", maven));
    }

    /** What stands in a recording for what is another in each run. */
    Map<Pattern, String> stands() {
        Map<Pattern, String> stands = new LinkedHashMap<>();
        stands.put(Pattern.compile(Pattern.quote(index.uri().resolve("/").toString())), "https://index.example/");
        // The public index is nowhere named but where it is declared.
        stands.put(Pattern.compile(Pattern.quote(Sources.PYPI_URL)), "https://index.example/simple/");
        Sources.pypi()
                .files()
                .forEach(place -> stands.put(Pattern.compile(Pattern.quote(place)), "https://files.example"));
        stands.put(Pattern.compile(Pattern.quote(directory.toString())), "/home/you/shop");
        stands.put(Pattern.compile(ShopIndex.FRESH.toString()), "2026-01-08T09:00:00Z");
        stands.put(
                Pattern.compile(day(ShopIndex.FRESH.plus(Duration.ofDays(7)).toString()) + "T[0-9:]*Z"),
                "2026-01-15T09:00:00Z");
        stands.put(Pattern.compile("before " + "\\d{4}-\\d\\d-\\d\\dT[0-9:]*Z"), "before 2026-01-03T10:00:00Z");
        stands.put(Pattern.compile("\\d+(\\.\\d)? (m?s)\\b"), "0.7 s");
        // As large as the compressor of this machine makes it.
        stands.put(Pattern.compile("[0-9a-f]{64}"), "…");
        stands.put(Pattern.compile("(entr\\w+) +[0-9.]+ (K?i?B)"), "$1   2.1 KiB");
        stands.put(Pattern.compile("(, |\\()[0-9.]+ KiB"), "$112.3 KiB");
        stands.put(Pattern.compile("wheels-maven-plugin:[^:]*:"), "wheels-maven-plugin:VERSION:");
        // What is imported depends on the Pythons of the machine.
        stands.put(Pattern.compile("passed   \\d+ checks"), "passed   190 checks");
        stands.put(Pattern.compile(", (import|version) \\(\\d+\\)"), "");
        // Maven names the execution, and one that the pom has options of is no other for a user.
        stands.put(Pattern.compile("\\([a-z]+\\) on project"), "(default-cli) on project");
        return stands;
    }

    private static String day(String instant) {
        return instant.substring(0, 10);
    }

    Path file(String path) {
        return directory.resolve(path);
    }

    /**
     * As if nothing was ever locked or fetched. The archives of classes stay, which hold nothing of the shop: to write
     * one takes longer than all else that a goal does here.
     */
    void forget() {
        FileTree.delete(file("generated"));
        Path archives = cache().resolve("v1/classes");
        FileTree.deleteAll(FileTree.files(cache()).stream()
                .filter(file -> !file.startsWith(archives))
                .toList());
    }

    @Override
    public void close() {
        index.close();
    }
}
