// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of the process that imported the modules of one package.
 *
 * @param failures what could not be imported
 * @param timedOut whether it was killed at the limit
 * @param tried how many modules it has said something of, in their order
 * @param exit its exit code; minus a number for the signal that ended it
 * @param last the last line that it said
 */
record ImportReport(ImportFailures failures, boolean timedOut, int tried, int exit, String last) {

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
                node.path("tried").asInt(),
                node.path("exit").asInt(-1),
                node.path("last").asText());
    }

    /** Of a process that has ended those that watched it, too. */
    static ImportReport none(String said) {
        return new ImportReport(new ImportFailures(List.of(), false), false, 0, -1, said);
    }

    /** With what became of the modules behind the one that took too long. */
    ImportReport and(ImportReport rest) {
        List<ImportFailures.Failure> failures = new ArrayList<>(failures().failures());
        failures.addAll(rest.failures().failures());
        if (!rest.timedOut && !rest.failures.complete()) {
            failures.add(new ImportFailures.Failure("the modules behind it", "-", rest.ended()));
        }
        return new ImportReport(new ImportFailures(failures, false), timedOut, tried, exit, last);
    }

    /** Why it is no pass, where no module says why. */
    String ended() {
        String how = exit < 0 ? "signal " + -exit : "exit code " + exit;
        return "the process ended with " + how + " before all modules were imported"
                + (last.isBlank() ? "" : "; it last said: " + last);
    }
}
