// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zeus.wheels.core.check.CheckResult;
import dev.zeus.wheels.core.check.Outcome;
import dev.zeus.wheels.core.event.CodePages;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.text.AddressSecrets;
import dev.zeus.wheels.core.text.JsonText;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Problems as code scanners show them, beside the lines of the declarations.
 *
 * <p>Example: {@code new SarifLog("generated/pylock.toml").failed(problems).warned(warnings).text()}.
 *
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</a>
 */
public final class SarifLog {
    private final String elsewhere;
    private final SortedSet<String> rules = new TreeSet<>();
    private final ArrayNode results = JsonNodeFactory.instance.arrayNode();

    /**
     * An empty log.
     *
     * @param elsewhere the file, as shown from the root of the project, that stands for what no declaration leads to
     */
    public SarifLog(String elsewhere) {
        this.elsewhere = elsewhere;
    }

    /** Adds what ends the build. */
    public SarifLog failed(Collection<Problem> problems) {
        problems.forEach(problem -> add(problem, "error"));
        return this;
    }

    /** Adds what the user should know. */
    public SarifLog warned(Collection<Problem> problems) {
        problems.forEach(problem -> add(problem, "warning"));
        return this;
    }

    /** Adds what of the answers is excused, with the reason. */
    public SarifLog excused(Collection<CheckResult> answers) {
        for (CheckResult answer : answers) {
            if (answer.outcome() instanceof Outcome.Excused excused) {
                add(excused.problem(), "note")
                        .putArray("suppressions")
                        .addObject()
                        .put("kind", "external")
                        .put("justification", AddressSecrets.shown(excused.reason()));
            }
        }
        return this;
    }

    private ObjectNode add(Problem problem, String level) {
        rules.add(problem.code());
        ObjectNode result = results.addObject().put("ruleId", problem.code()).put("level", level);
        String chain = problem.about().neededBy().map(way -> "\n" + way).orElse("");
        result.putObject("message")
                .put(
                        "text",
                        AddressSecrets.shown(problem.message()) + chain + "\nhint: "
                                + AddressSecrets.shown(problem.hint()));
        ObjectNode place = result.putArray("locations").addObject().putObject("physicalLocation");
        place.putObject("artifactLocation")
                .put("uri", uri(problem.about().file().orElse(elsewhere)))
                .put("uriBaseId", "%SRCROOT%");
        place.putObject("region").put("startLine", problem.about().line().orElse(1));
        ObjectNode more = result.putObject("properties");
        problem.about().packageName().ifPresent(name -> more.put("package", name));
        problem.about().target().ifPresent(target -> more.put("target", target));
        problem.about().check().ifPresent(check -> more.put("check", check));
        return result;
    }

    private static String uri(String path) {
        try {
            return new URI(null, null, path, null).toASCIIString();
        } catch (URISyntaxException e) {
            return "";
        }
    }

    /** The log, ended by a line feed. */
    public String text() {
        ObjectNode log = JsonNodeFactory.instance
                .objectNode()
                .put("$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json")
                .put("version", "2.1.0");
        ObjectNode run = log.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver").put("name", "Zeus Wheels");
        ArrayNode known = driver.putArray("rules");
        rules.forEach(rule -> known.addObject().put("id", rule).put("helpUri", CodePages.address(rule)));
        run.put("columnKind", "utf16CodeUnits");
        run.set("results", results);
        return JsonText.print(log);
    }
}
