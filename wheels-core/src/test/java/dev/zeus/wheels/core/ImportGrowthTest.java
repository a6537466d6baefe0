// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.sun.management.ThreadMXBean;
import dev.zeus.wheels.core.importing.ImportedSet;
import dev.zeus.wheels.python.ExtraName;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What reading a file of another tool takes grows as the file does, whatever leads on to what in it. */
class ImportGrowthTest {
    private static final int FEW = 300;
    private static final int TIMES = 4;
    private static final String URL = "https://files.example/";

    private interface Line {
        String of(int number);
    }

    private static String each(int count, Line line) {
        return IntStream.range(0, count).mapToObj(line::of).collect(Collectors.joining("\n"));
    }

    /** The number of what is last of a chain is the first that the file names, which is the worst order. */
    private static String backwards(int count, Line line) {
        return each(count, number -> line.of(count - 1 - number));
    }

    private static String uv(String project, String packages) {
        return "version = 1\nrequires-python = \">=3.12\"\n\n[[package]]\nname = \"proj\"\nversion = \"0\"\n"
                + "source = { virtual = \".\" }\n" + project + "\n" + packages;
    }

    private static String uvPackage(int number, String rest) {
        return "[[package]]\nname = \"p" + number + "\"\nversion = \"1.0\"\n"
                + "source = { registry = \"https://pypi.org/simple\" }\n" + rest + "\n";
    }

    private static String poetry(int count, IntFunction<String> rest) {
        return each(
                        count,
                        number -> "[[package]]\nname = \"p" + number + "\"\nversion = \"1.0\"\noptional = false\n"
                                + "python-versions = \">=3.8\"\ngroups = [\"main\"]\nfiles = []\n\n"
                                + rest.apply(number))
                + "\n[metadata]\nlock-version = \"2.1\"\npython-versions = \">=3.12\"\n";
    }

    static Stream<Arguments> shapes() {
        return Stream.of(
                arguments("uv.lock", "a chain of packages", (IntFunction<String>) count -> uv(
                        "dependencies = [{ name = \"p0\" }]\n[package.metadata]\nrequires-dist = [{ name = \"p0\" }]",
                        backwards(
                                count,
                                number -> uvPackage(
                                        number,
                                        number + 1 < count
                                                ? "dependencies = [{ name = \"p" + (number + 1) + "\" }]"
                                                : "")))),
                arguments("uv.lock", "a chain of extras of the project", (IntFunction<String>) count -> uv(
                        "dependencies = [{ name = \"p0\" }]\n[package.metadata]\nrequires-dist = [{ name = \"p0\" },\n"
                                + backwards(
                                        count,
                                        number -> "{ name = \"proj\", extras = [\"e" + (number + 1)
                                                + "\"], marker = \"extra == 'e" + number + "'\" },")
                                + "]",
                        uvPackage(0, ""))),
                arguments("uv.lock", "one package that all others ask another extra of", (IntFunction<String>) count ->
                        uv(
                                "dependencies = [" + each(count, number -> "{ name = \"p" + number + "\" },")
                                        + "]\n[package.metadata]\nrequires-dist = [{ name = \"p0\" }]",
                                each(
                                                count,
                                                number -> uvPackage(
                                                        number,
                                                        "dependencies = [{ name = \"all\", extra = [\"e" + number
                                                                + "\"] }]"))
                                        + "\n[[package]]\nname = \"all\"\nversion = \"1.0\"\n"
                                        + "source = { registry = \"https://pypi.org/simple\" }\n"
                                        + "[package.optional-dependencies]\n"
                                        + each(count, number -> "e" + number + " = [{ name = \"p0\" }]"))),
                arguments("poetry.lock", "a chain of packages", (IntFunction<String>) count -> poetry(
                        count,
                        number ->
                                number + 1 < count ? "[package.dependencies]\np" + (number + 1) + " = \">=1\"\n" : "")),
                arguments("poetry.lock", "pairs that need each other", (IntFunction<String>)
                        count -> poetry(count, number -> "[package.dependencies]\np" + (number ^ 1) + " = \">=1\"\n")),
                arguments("poetry.lock", "packages that nothing needs", (IntFunction<String>)
                        count -> poetry(count, number -> "")),
                arguments("poetry.lock", "a chain of extras", (IntFunction<String>) count -> poetry(
                        count,
                        number -> number + 1 < count
                                ? "[package.dependencies]\np" + (number + 1)
                                        + " = {version = \">=1\", optional = true}\n\n[package.extras]\nmore = [\"p"
                                        + (number + 1) + "\"]\n"
                                : "")),
                arguments("pdm.lock", "a chain of packages", (IntFunction<String>) count ->
                        "[metadata]\ngroups = [\"default\"]\nlock_version = \"4.5.0\"\n\n"
                                + "[[metadata.targets]]\nrequires_python = \">=3.12\"\n\n"
                                + each(
                                        count,
                                        number -> "[[package]]\nname = \"p" + number
                                                + "\"\nversion = \"1.0\"\ngroups = [\"default\"]\nfiles = []\n"
                                                + "dependencies = ["
                                                + (number + 1 < count ? "\"p" + (number + 1) + ">=1\"" : "") + "]\n")),
                arguments("pylock.toml", "a chain of packages", (IntFunction<String>) count ->
                        "lock-version = \"1.0\"\ncreated-by = \"x\"\nrequires-python = \">=3.12\"\n\n"
                                + each(
                                        count,
                                        number -> "[[packages]]\nname = \"p" + number
                                                + "\"\nversion = \"1.0\"\nwheels = [{ url = \"" + URL + "p" + number
                                                + "-1.0-py3-none-any.whl\", hashes = { sha256 = \"" + "0".repeat(64)
                                                + "\" } }]\n"
                                                + (number + 1 < count
                                                        ? "dependencies = [{ name = \"p" + (number + 1) + "\" }]\n"
                                                        : ""))),
                arguments("pyproject.toml", "a chain of extras of the project", (IntFunction<String>)
                        count -> "[project]\nname = \"proj\"\nversion = \"1\"\ndependencies = [\"p0\"]\n"
                                + "[project.optional-dependencies]\n"
                                + backwards(
                                        count,
                                        number -> "e" + number + " = [\"proj[e" + (number + 1) + "]\", \"q" + number
                                                + "\"]")),
                arguments("pyproject.toml", "an extra of Poetry's with all that is optional", (IntFunction<String>)
                        count -> "[tool.poetry]\nname = \"proj\"\nversion = \"1\"\n[tool.poetry.dependencies]\n"
                                + each(count, number -> "p" + number + " = {version = \">=1\", optional = true}")
                                + "\n[tool.poetry.extras]\ne0 = ["
                                + each(count, number -> "\"p" + number + "\",") + "]\n"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("shapes")
    void takesAsMuchMoreAsThereIsMore(String file, String shape, IntFunction<String> text, @TempDir Path folder)
            throws IOException {
        Path few = write(folder, FEW, file, text);
        Path many = write(folder, TIMES * FEW, file, text);
        read(few);
        long less = allocated(few);
        long more = allocated(many);
        assertThat(more).as("%s, after %d", shape, less).isLessThan(less * (TIMES + 1));
    }

    private static Path write(Path folder, int count, String file, IntFunction<String> text) throws IOException {
        Path at = Files.createDirectories(folder.resolve(Integer.toString(count)));
        return Files.writeString(at.resolve(file), text.apply(count));
    }

    private static ImportedSet read(Path file) {
        return ImportedSet.read(file, "com.acme", Optional.empty(), Optional.empty(), Set.of(ExtraName.parse("e0")));
    }

    private static long allocated(Path file) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        read(file);
        return threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    }
}
