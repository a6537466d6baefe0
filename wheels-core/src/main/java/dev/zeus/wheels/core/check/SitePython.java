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

    /** What becomes of the modules of each package, imported by themselves. */
    List<ImportReport> imported(List<List<String>> packages, Duration limit) throws IOException {
        return packages.isEmpty() ? List.of() : new ImportSupervision(this, limit).of(packages);
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
