package dev.zeus.wheels.core.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of the process that imported the modules of one package.
 *
 * @param failures what could not be imported
 * @param timedOut whether it was killed at the limit
 * @param exit its exit code; minus a number for the signal that ended it
 * @param last the last line that it said
 */
record ImportReport(ImportFailures failures, boolean timedOut, int exit, String last) {

    static ImportReport of(JsonNode node) {
        List<ImportFailures.Failure> failures = new ArrayList<>();
        for (JsonNode failure : node.path("failures")) {
            failures.add(new ImportFailures.Failure(
                    failure.path(0).asText(),
                    failure.path(1).asText(),
                    failure.path(2).asText()));
        }
        return new ImportReport(
                new ImportFailures(failures, node.path("complete").asBoolean()),
                node.path("timedOut").asBoolean(),
                node.path("exit").asInt(-1),
                node.path("last").asText());
    }

    /** Of a process that has ended those that watched it, too. */
    static ImportReport none(String said) {
        return new ImportReport(new ImportFailures(List.of(), false), false, -1, said);
    }

    /** Why it is no pass, where no module says why. */
    String ended() {
        String how = exit < 0 ? "signal " + -exit : "exit code " + exit;
        return "the process ended with " + how + " before all modules were imported"
                + (last.isBlank() ? "" : "; it last said: " + last);
    }
}
