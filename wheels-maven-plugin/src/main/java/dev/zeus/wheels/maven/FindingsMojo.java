// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.maven;

import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.Findings;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.report.SarifLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** A goal that looks for what is wrong, and tells it to people, to programs or to code scanners. */
@SuppressWarnings("NullAway.Init") // Maven fills the parameters in before execute()
abstract class FindingsMojo extends WheelsMojo {

    /**
     * {@code text}; {@code json}, which is what the result file holds; or {@code sarif}, for code scanners, with file
     * and line of the declarations. The latter two are on standard output.
     */
    @Parameter(property = "wheels.format", defaultValue = "text")
    private String format;

    @Override
    final void run(WheelSetDeclaration set) throws MojoFailureException {
        Findings.Format written = Findings.Format.parse(format);
        Findings found;
        try {
            found = find(set);
        } catch (WheelsException e) {
            print(written, Findings.of(e.problem()));
            throw e;
        }
        print(written, found);
        end(found);
    }

    /** Looks for what is wrong. */
    abstract Findings find(WheelSetDeclaration set);

    /** Fails where something is. */
    abstract void end(Findings found) throws MojoFailureException;

    private void print(Findings.Format written, Findings found) {
        switch (written) {
            case TEXT -> found.lines().forEach(getLog()::info);
            case JSON -> finish(found).ifPresent(StandardOutput::print);
            case SARIF ->
                StandardOutput.print(new SarifLog(lock())
                        .failed(found.problems())
                        .warned(warnings())
                        .excused(found.results())
                        .text());
        }
    }

    /** What the result file holds, which a failed goal has not written yet where its use case did not. */
    private Optional<String> finish(Findings found) {
        Path file = resultFile();
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException e) {
            return Optional.of(found.result(goal()).text());
        }
    }

    private List<Problem> warnings() {
        return record().warnings();
    }

    private String lock() {
        Path base = sourceRoots().project().toAbsolutePath().normalize();
        Path lock = outputDirectory().toAbsolutePath().normalize().resolve("pylock.toml");
        return (lock.startsWith(base) ? base.relativize(lock) : lock).toString().replace('\\', '/');
    }
}
