// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zeus.wheels.core.check.CheckResult;
import dev.zeus.wheels.core.check.Outcome;
import dev.zeus.wheels.core.text.AddressSecrets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The answers of checks as a member of a result: counts, and whatever is neither passed nor failed with its reason. */
final class CheckCounts {
    private CheckCounts() {}

    static ObjectNode of(List<CheckResult> results, long failed) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        SortedMap<String, Integer> reasons = new TreeMap<>();
        ArrayNode excused = JsonNodeFactory.instance.arrayNode();
        long passed = 0;
        long notRun = 0;
        for (CheckResult result : results) {
            if (result.outcome() instanceof Outcome.Passed) {
                passed++;
            } else if (result.outcome() instanceof Outcome.NotRun reason) {
                notRun++;
                reasons.merge(AddressSecrets.shown(reason.reason()), 1, Integer::sum);
            } else if (result.outcome() instanceof Outcome.Excused excuse) {
                excused.addObject()
                        .put("package", result.name().value())
                        .put("target", result.target())
                        .put("check", result.check().title())
                        .put("code", excuse.problem().code())
                        .put("message", AddressSecrets.shown(excuse.problem().message()))
                        .put("reason", AddressSecrets.shown(excuse.reason()));
            }
        }
        node.put("passed", passed).put("failed", failed).put("notRun", notRun);
        ObjectNode because = node.putObject("notRunBecause");
        reasons.forEach(because::put);
        node.set("excused", excused);
        return node;
    }
}
