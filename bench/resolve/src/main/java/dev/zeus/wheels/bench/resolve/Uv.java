// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.bench.resolve;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import dev.zeus.wheels.core.lock.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** uv's answers, by {@code uv pip compile --only-binary :all:}. */
record Uv(Path program, Path work) {

    /** Puts uv into a virtual environment under a directory, where it is not there yet. */
    static Uv install(Path directory) throws IOException, InterruptedException {
        Path home = directory.resolve("uv");
        Path program = home.resolve("bin/uv");
        if (!Files.isExecutable(program)) {
            run(List.of("python3", "-m", "venv", home.toString()), directory.resolve("uv.log"));
            run(List.of(home.resolve("bin/pip").toString(), "install", "--quiet", "uv"), directory.resolve("uv.log"));
        }
        return new Uv(program, directory);
    }

    /** One target's answer; {@code pins} are versions that it must have. */
    Answer ask(RequirementSet set, Target target, Path cache, Map<String, String> pins) {
        String arch = target.system().substring(0, target.system().indexOf('-'));
        return compile(
                set,
                cache,
                pins,
                List.of(
                        "--python-version",
                        target.python(),
                        "--python-platform",
                        arch + "-manylinux_" + target.floor().replace('.', '_')));
    }

    /** The answer for every environment from a Python on. */
    Answer askUniversal(RequirementSet set, String oldestPython, Path cache) {
        return compile(set, cache, Map.of(), List.of("--universal", "--python-version", oldestPython));
    }

    private Answer compile(RequirementSet set, Path cache, Map<String, String> pins, List<String> options) {
        try {
            Path requirements = work.resolve("requirements.in");
            Files.writeString(
                    requirements,
                    set.requirements().stream().map(Object::toString).collect(joining("\n")));
            Path constraints = work.resolve("constraints.txt");
            Files.writeString(
                    constraints,
                    pins.entrySet().stream()
                            .map(pin -> pin.getKey() + "==" + pin.getValue())
                            .collect(joining("\n")));
            List<String> words = new ArrayList<>(List.of(program.toString(), "pip", "compile", "--quiet"));
            words.addAll(List.of("--no-header", "--no-annotate", "--only-binary", ":all:"));
            words.addAll(List.of("--cache-dir", cache.toString(), "--constraints", constraints.toString()));
            words.addAll(options);
            words.add(requirements.toString());
            Path log = work.resolve("uv.log");
            return run(words, log) == 0
                    ? Answer.of(versions(Files.readString(log)))
                    : Answer.none(Files.readString(log));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static TreeMap<String, String> versions(String compiled) {
        return compiled.lines()
                .map(line -> line.split(";", 2)[0].strip())
                .filter(line -> line.contains("=="))
                .map(line -> line.split("==", 2))
                .collect(toMap(pin -> pin[0], pin -> pin[1], (a, b) -> b, TreeMap::new));
    }

    private static int run(List<String> words, Path log) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().put("UV_PYTHON_DOWNLOADS", "never");
        return builder.redirectOutput(log.toFile()).start().waitFor();
    }
}
