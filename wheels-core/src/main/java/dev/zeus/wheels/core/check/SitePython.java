// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A Python of this machine that sees a site directory, and neither the user's nor the environment. */
record SitePython(HostPython python, SiteDirectory site) {

    /**
     * What becomes of each task: all at once; if one kills the process, each in a process of its own, so that it loses
     * only its own answer.
     */
    List<ImportReport> imported(List<ImportTask> tasks, Duration limit) throws IOException {
        try {
            return together(tasks, limit);
        } catch (ImportSupervision.EndedException e) {
            List<ImportReport> reports = new ArrayList<>();
            for (ImportTask task : tasks) {
                try {
                    reports.addAll(together(List.of(task), limit));
                } catch (ImportSupervision.EndedException alone) {
                    reports.add(ImportReport.none(String.valueOf(alone.getMessage())));
                }
            }
            return reports;
        }
    }

    private List<ImportReport> together(List<ImportTask> tasks, Duration limit) throws IOException {
        return tasks.isEmpty() ? List.of() : new ImportSupervision(this, limit).of(tasks);
    }

    /** The versions that distributions report, by name; {@code -} for one that is not there. */
    Map<String, String> versions(List<String> names, Duration limit) throws IOException {
        Map<String, String> versions = new HashMap<>();
        for (String line :
                run("report_versions.py", names, limit).output().lines().toList()) {
            int space = line.indexOf(' ');
            if (space > 0) {
                versions.put(line.substring(0, space), line.substring(space + 1));
            }
        }
        return versions;
    }

    private Subprocess.Result run(String script, List<String> arguments, Duration limit) throws IOException {
        List<String> command = command(script);
        command.add(site.packages().toString());
        command.addAll(arguments);
        return Subprocess.run(command, site.work(), limit);
    }

    /** The command that runs one of our scripts. */
    List<String> command(String script) {
        return new ArrayList<>(List.of(python.executable().toString(), "-I", "-S", "-c", text(script)));
    }

    static String text(String script) {
        try (InputStream stream = Objects.requireNonNull(SitePython.class.getResourceAsStream(script), script)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
