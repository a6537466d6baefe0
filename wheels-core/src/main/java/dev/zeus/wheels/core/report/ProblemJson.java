// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zeus.wheels.core.event.CodePages;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.Subject;
import dev.zeus.wheels.core.text.AddressSecrets;
import java.util.Collection;
import java.util.Locale;

/** Problems as members of a result. */
final class ProblemJson {
    private ProblemJson() {}

    static ArrayNode array(Collection<Problem> problems) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        problems.forEach(problem -> array.add(of(problem)));
        return array;
    }

    static String kind(Problem problem) {
        return problem.mender().name().toLowerCase(Locale.ROOT);
    }

    private static ObjectNode of(Problem problem) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("code", problem.code())
                .put("kind", kind(problem))
                .put("message", AddressSecrets.shown(problem.message()))
                .put("page", CodePages.address(problem.code()));
        ArrayNode hints = node.putArray("hints");
        problem.hints().forEach(hint -> hints.add(AddressSecrets.shown(hint)));
        Subject about = problem.about();
        about.packageName().ifPresent(name -> node.put("package", name));
        about.target().ifPresent(target -> node.put("target", target));
        about.check().ifPresent(check -> node.put("check", check));
        about.file().ifPresent(file -> node.put("file", file));
        about.line().ifPresent(line -> node.put("line", line));
        about.neededBy().ifPresent(chain -> node.put("neededBy", chain));
        return node;
    }
}
