// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zeus.wheels.core.text.JsonText;
import dev.zeus.wheels.python.Version;
import java.util.List;

/** The reasons of a package for programs. */
public final class WhyJson {
    private WhyJson() {}

    /** The document, ended by a line feed. */
    public static String of(LockGraph graph, List<Reasons> versions) {
        ObjectNode document = JsonDocument.begin("why");
        ArrayNode packages = document.putArray("packages");
        versions.forEach(reasons -> packages.add(entry(graph, reasons)));
        return JsonText.print(document);
    }

    private static ObjectNode entry(LockGraph graph, Reasons reasons) {
        ObjectNode entry = JsonDocument.named(reasons.locked());
        entry.set("targets", JsonDocument.texts(reasons.locked().targets()));
        ArrayNode chains = entry.putArray("neededBy");
        Chains.to(graph, reasons.locked()).forEach(chain -> {
            ObjectNode node =
                    chains.addObject().put("declaredBy", chain.declared().origin());
            ArrayNode way = node.putArray("way");
            chain.packages().forEach(one -> way.add(JsonDocument.named(one)));
        });
        ArrayNode bounds = entry.putArray("boundedBy");
        reasons.bounds()
                .forEach(bound -> bounds.addObject()
                        .put("requirement", bound.requirement())
                        .put("by", bound.by()));
        entry.set("unread", JsonDocument.texts(reasons.unread()));
        reasons.outlook().ifPresent(outlook -> entry.set("outlook", outlook(outlook)));
        ArrayNode elsewhere = entry.putArray("elsewhere");
        reasons.elsewhere()
                .forEach((target, reason) ->
                        elsewhere.addObject().put("target", target).put("reason", reason));
        ArrayNode files = entry.putArray("files");
        reasons.locked()
                .wheels()
                .forEach(wheel -> files.addObject()
                        .put("name", wheel.name())
                        .set("targets", JsonDocument.texts(wheel.targets())));
        reasons.locked()
                .sdist()
                .ifPresent(sdist -> files.addObject()
                        .put("name", sdist.name())
                        .set("targets", JsonDocument.texts(reasons.locked().targets())));
        return entry;
    }

    /** What could be newer, and what holds it. */
    static ObjectNode outlook(Outlook outlook) {
        ObjectNode node = JsonDocument.named(outlook.locked());
        Version locked = outlook.locked().version();
        node.put("newest", outlook.newest().orElse(locked).toString());
        node.put("allowed", outlook.allowed().orElse(locked).toString());
        node.set("holds", JsonDocument.texts(outlook.holds()));
        return node;
    }
}
