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

    /** What it says while it imports modules, in this order; {@link ImportFailures} reads it. */
    Subprocess.Result imported(List<String> modules, Duration limit) throws IOException {
        return run("import_modules.py", modules, limit);
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
        List<String> command = new ArrayList<>(List.of(
                python.executable().toString(),
                "-I",
                "-S",
                "-c",
                text(script),
                site.packages().toString()));
        command.addAll(arguments);
        return Subprocess.run(command, site.work(), limit);
    }

    private static String text(String script) {
        try (InputStream stream = Objects.requireNonNull(SitePython.class.getResourceAsStream(script), script)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
