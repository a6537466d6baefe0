// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zeus.wheels.core.check.CheckResult;
import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.output.FileChanges;
import dev.zeus.wheels.core.text.AddressSecrets;
import dev.zeus.wheels.core.text.JsonText;
import dev.zeus.wheels.python.Advisory;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/**
 * The outcome of a goal for machines: {@code target/wheels/result.json}.
 *
 * <p>Its {@code schema} number grows when a member changes its meaning; new members may appear at any time.
 */
public final class RunResult {
    static final int SCHEMA = 2;

    private final ObjectNode root;

    private RunResult(String goal, String outcome) {
        root = JsonNodeFactory.instance.objectNode();
        root.put("schema", SCHEMA).put("goal", goal).put("outcome", outcome);
    }

    /** The result of a goal that did its work. */
    public static RunResult ok(String goal) {
        return new RunResult(goal, "ok");
    }

    /** The result of a goal that was not asked to do anything. */
    public static RunResult skipped(String goal) {
        return new RunResult(goal, "skipped");
    }

    /** The result of a goal that these problems ended. */
    public static RunResult failed(String goal, Collection<Problem> problems) {
        RunResult result = new RunResult(goal, "failed");
        problems.stream().findFirst().ifPresent(first -> result.root.put("kind", ProblemJson.kind(first)));
        result.root.set("problems", ProblemJson.array(problems));
        return result;
    }

    /**
     * Writes the result of a goal that this exception ended, and hands it back; that it cannot be written, on a full
     * disk say, hides nothing.
     */
    public static WheelsException failed(String goal, WheelsException cause, RunRecord record, Path file) {
        try {
            failed(goal, List.of(cause.problem())).with(record).write(file);
        } catch (WheelsException e) {
            cause.addSuppressed(e);
        }
        return cause;
    }

    /** Adds what is remembered of the run. */
    public RunResult with(RunRecord record) {
        root.set("warnings", ProblemJson.array(record.warnings()));
        root.put("milliseconds", record.time().toMillis())
                .put("requests", record.requests())
                .put("bytes", record.bytes());
        ArrayNode tasks = root.putArray("tasks");
        record.times()
                .forEach((task, time) -> tasks.addObject().put("task", task).put("milliseconds", time.toMillis()));
        return this;
    }

    /** Says that what is said was not done. */
    public RunResult dry() {
        root.put("dryRun", true);
        return this;
    }

    /** Adds what happened to packages and files. */
    public RunResult with(List<LockChange> packages, FileChanges files) {
        ArrayNode changes = root.putArray("packages");
        for (LockChange change : packages) {
            ObjectNode node = changes.addObject();
            node.put("name", change.name().value()).put("change", change.kind());
            change.before().forEach(version -> node.withArray("before").add(version.toString()));
            change.after().forEach(version -> node.withArray("after").add(version.toString()));
        }
        ObjectNode names = root.putObject("files");
        files.added().forEach(name -> names.withArray("added").add(name));
        files.changed().forEach(name -> names.withArray("changed").add(name));
        files.removed().forEach(name -> names.withArray("removed").add(name));
        return this;
    }

    /**
     * Adds what checks answered.
     *
     * @param failed how many failed, including what could not be asked
     * @param nix what became of the checks by Nix
     */
    public RunResult with(List<CheckResult> results, long failed, String nix) {
        root.set("checks", CheckCounts.of(results, failed).put("nix", nix));
        return this;
    }

    /** Adds which packages have known vulnerabilities. */
    public RunResult withVulnerabilities(List<LockedPackage> vulnerable) {
        ArrayNode list = root.putArray("vulnerable");
        for (LockedPackage locked : vulnerable) {
            ObjectNode node = list.addObject();
            node.put("name", locked.name().value())
                    .put("version", locked.version().toString());
            ArrayNode advisories = node.putArray("vulnerabilities");
            for (Advisory advisory : locked.standing().vulnerabilities()) {
                ObjectNode one = advisories.addObject().put("id", advisory.id().value());
                advisory.aliases().forEach(alias -> one.withArray("aliases").add(alias.value()));
                advisory.fixedIn().forEach(version -> one.withArray("fixedIn").add(version.toString()));
                one.put("summary", AddressSecrets.without(advisory.summary()));
            }
        }
        return this;
    }

    /** The document. */
    public String text() {
        return JsonText.print(root);
    }

    /**
     * Writes the result, replacing an older one.
     *
     * @throws WheelsException E305 where the file cannot be written, E307 where another file is in its place
     */
    public void write(Path file) {
        ResultPlace.write(file, text());
    }

    /** As {@link #write}, for a goal that writes nothing else: in a read-only project it only warns. */
    public void write(Path file, EventSink events) {
        try {
            write(file);
        } catch (WheelsException e) {
            events.accept(new WheelsEvent.Warned(e.problem()));
        }
    }
}
