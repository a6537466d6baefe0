// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A Python that has the packages of a site directory imported, each by a process of its own, and itself imports none.
 *
 * <p>What wheels do in those processes can end or fake the answer of their own package only. The script
 * {@code supervise_imports.py} says how.
 */
final class ImportSupervision {
    /** Longer than the answer for a package with many modules. */
    private static final int LONGEST_LINE = 8 << 20;

    /** Beyond the imports themselves: looking at the files before and after, and killing what is left. */
    private static final Duration GRACE = Duration.ofSeconds(60);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SecureRandom RANDOM = new SecureRandom();

    /** That an import has done what makes all answers worthless. */
    static final class DisturbedException extends IOException {
        private static final long serialVersionUID = 1;

        DisturbedException(String message) {
            super(message);
        }
    }

    /** That who watches the imports is gone, or does not answer, before all was said. */
    static final class EndedException extends IOException {
        private static final long serialVersionUID = 1;

        EndedException(String message) {
            super(message);
        }
    }

    private final SitePython python;
    private final Duration limit;
    private final int parallel = Runtime.getRuntime().availableProcessors();

    /**
     * A supervision.
     *
     * @param limit the longest time for one package
     */
    ImportSupervision(SitePython python, Duration limit) {
        this.python = python;
        this.limit = limit;
    }

    /**
     * What became of each task, in their order.
     *
     * @throws EndedException if there is no answer
     * @throws DisturbedException if there is no trustworthy answer
     * @throws IOException if the Python cannot be started
     */
    List<ImportReport> of(List<ImportTask> packages) throws IOException {
        String token = new BigInteger(128, RANDOM).toString(16);
        Process process = Subprocess.start(
                python.command("supervise_imports.py"), python.site().work());
        CompletableFuture<List<String>> said = CompletableFuture.supplyAsync(() -> lines(process));
        try (OutputStream told = process.getOutputStream()) {
            tell(told, plan(packages, token));
            long rounds = ((long) packages.size() + parallel - 1) / parallel;
            Duration longest = limit.multipliedBy(rounds).plus(GRACE);
            return reports(said.get(longest.toMillis(), TimeUnit.MILLISECONDS), packages.size(), token);
        } catch (TimeoutException | ExecutionException e) {
            throw new EndedException("the process that watches the imports does not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while packages were imported", e);
        } finally {
            Subprocess.stop(process);
        }
    }

    private static void tell(OutputStream told, String plan) throws EndedException {
        try {
            told.write(plan.getBytes(StandardCharsets.UTF_8));
            told.flush();
        } catch (IOException e) {
            throw new EndedException("the process that watches the imports takes no orders");
        }
    }

    private static List<String> lines(Process process) {
        List<String> lines = new ArrayList<>();
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            StringBuilder line = new StringBuilder();
            for (int c = reader.read(); c >= 0; c = reader.read()) {
                if (c == '\n') {
                    lines.add(line.toString());
                    line.setLength(0);
                } else if (line.length() < LONGEST_LINE) {
                    line.append((char) c);
                }
            }
        } catch (IOException e) {
            // It was stopped; the last line, with the token, is not among these.
        }
        return lines;
    }

    private String plan(List<ImportTask> packages, String token) throws JsonProcessingException {
        ObjectNode plan = JSON.createObjectNode()
                .put("token", token)
                .put("site", python.site().packages().toString())
                .put("work", python.site().work().toString())
                .put("script", SitePython.text("import_modules.py"))
                .put("seconds", limit.toMillis() / 1000.0)
                .put("parallel", parallel);
        ArrayNode tasks = plan.putArray("packages");
        // By hand: Jackson may not look into a record of a module that does not open it.
        packages.forEach(each -> {
            ObjectNode task = tasks.addObject();
            each.modules().forEach(task.putArray("modules")::add);
            each.path().forEach(task.putArray("path")::add);
        });
        return JSON.writeValueAsString(plan) + "\n";
    }

    private static List<ImportReport> reports(List<String> lines, int packages, String token) throws IOException {
        Map<Integer, ImportReport> reports = new TreeMap<>();
        for (String line : lines) {
            JsonNode node;
            try {
                node = JSON.readTree(line);
            } catch (JsonProcessingException e) {
                // What the loader of the system says of a library, say.
                continue;
            }
            if (node.path("package").isInt()) {
                reports.put(node.path("package").asInt(), ImportReport.of(node));
            } else if (node.path("token").asText().equals(token)) {
                if (!node.path("changed").isEmpty()) {
                    throw new DisturbedException("an import has changed installed files, such as \""
                            + node.path("changed").path(0).asText() + "\"");
                }
                if (reports.size() == packages) {
                    return List.copyOf(reports.values());
                }
            }
        }
        throw new EndedException(
                "the process that watches the imports ended early" + (lines.isEmpty() ? "" : ": " + last(lines)));
    }

    private static String last(List<String> lines) {
        String last = lines.get(lines.size() - 1);
        return last.substring(0, Math.min(200, last.length()));
    }
}
