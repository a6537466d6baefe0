// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.bench.python;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs both sides on the same input, one after the other, and prints how many times as fast this module is at its best.
 */
final class Comparison {
    private static final String PACKAGING = "packaging==26.3";
    private static final Map<String, String> QUESTIONS = Map.of(
            "parseAndSort", "parse and sort 1,000,000 versions",
            "match", "match 1,000,000 specifier and version pairs",
            "evaluate", "evaluate 1,000,000 markers");

    private Comparison() {}

    /** What the peer took and said. */
    private record Answer(double milliseconds, String text) {
        static Answer parse(String text) {
            String[] words = text.split(" ", 2);
            return new Answer(Double.parseDouble(words[0]), words[1]);
        }
    }

    /** Takes the folder to work in. */
    public static void main(String[] arguments) throws IOException, InterruptedException, RunnerException {
        Path folder = Path.of(arguments[0]).toAbsolutePath();
        Path gathered = folder.resolve("../../../wheels-python/src/test/resources/differential");
        Input input = Input.write(gathered.normalize(), folder.resolve("input"));

        Collection<RunResult> ours = new Runner(new OptionsBuilder()
                        .include(Standards.class.getName())
                        .jvmArgsAppend("-D" + Standards.FOLDER + "=" + input.folder())
                        .build())
                .run();
        Map<String, Answer> theirs = peer(folder, input);

        System.out.println("\n| question | packaging | wheels-python | times as fast |\n|---|---|---|---|");
        for (RunResult result : ours) {
            String label = result.getPrimaryResult().getLabel();
            double peer = answer(theirs, label).milliseconds();
            double mine = result.getPrimaryResult().getStatistics().getMin();
            System.out.printf(
                    Locale.ROOT, "| %s | %.0f ms | %.0f ms | %.0f |%n", QUESTIONS.get(label), peer, mine, peer / mine);
        }
        check(input, theirs);
    }

    /** A fast wrong answer is none. */
    private static void check(Input input, Map<String, Answer> theirs) {
        System.setProperty(Standards.FOLDER, input.folder().toString());
        Standards standards = new Standards();
        standards.read();
        Map<String, String> ours = Map.of(
                "parseAndSort", standards.parseAndSort(),
                "match", standards.match(),
                "evaluate", standards.evaluate());
        ours.forEach((label, answer) -> {
            String other = answer(theirs, label).text();
            if (!answer.equals(other)) {
                throw new IllegalStateException(label + ": " + answer + " here, " + other + " there");
            }
        });
    }

    private static Answer answer(Map<String, Answer> answers, String label) {
        return Optional.ofNullable(answers.get(label)).orElseThrow(() -> new IllegalStateException("no " + label));
    }

    /** The peer's milliseconds and answer for each question. */
    private static Map<String, Answer> peer(Path folder, Input input) throws IOException, InterruptedException {
        Path python = folder.resolve("venv/bin/python");
        if (!Files.exists(python)) {
            run("python3", "-m", "venv", folder.resolve("venv").toString());
            run(python.toString(), "-m", "pip", "install", "--quiet", PACKAGING);
        }
        Path script = folder.resolve("peer.py");
        try (InputStream in = Comparison.class.getResourceAsStream("peer.py")) {
            Files.write(script, in.readAllBytes());
        }
        String answers =
                run(python.toString(), script.toString(), input.folder().toString());
        return answers.lines()
                .map(line -> line.split(" ", 2))
                .collect(Collectors.toMap(words -> words[0], words -> Answer.parse(words[1])));
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("failed: " + List.of(command));
        }
        return output;
    }
}
