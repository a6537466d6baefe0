// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import dev.zeus.wheels.processor.hint.Suggestion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Suggestions as messages say them: {@code did you mean ">=1.2,<2"?}, {@code write name = "fastapi", …}. */
final class Hints {
    private Hints() {}

    /** The suggestion, or what is said without one. */
    static String or(Optional<Suggestion> suggestion, String otherwise) {
        return suggestion.map(Hints::said).orElse(otherwise);
    }

    /** The near name, or what is said without one. */
    static String near(Optional<String> name, String otherwise) {
        return or(name.map(Suggestion::value), otherwise);
    }

    private static String said(Suggestion suggestion) {
        if (suggestion instanceof Suggestion.Value value) {
            return "did you mean " + choice(value.alternatives()) + "?";
        } else if (suggestion instanceof Suggestion.Elements elements) {
            return "write each by itself: " + Quoted.all(elements.values());
        } else if (suggestion instanceof Suggestion.Members members) {
            return "write "
                    + members.values().entrySet().stream().map(Hints::member).collect(Collectors.joining(", "));
        } else if (suggestion instanceof Suggestion.Omission omission) {
            return "leave it out: " + omission.reason();
        }
        return ((Suggestion.Advice) suggestion).text();
    }

    private static String choice(List<String> texts) {
        int last = texts.size() - 1;
        return last == 0
                ? Quoted.text(texts.get(0))
                : Quoted.all(texts.subList(0, last)) + " or " + Quoted.text(texts.get(last));
    }

    private static String member(Map.Entry<String, List<String>> member) {
        List<String> values = member.getValue();
        return member.getKey() + " = "
                + (values.size() == 1 ? Quoted.text(values.get(0)) : "{" + Quoted.all(values) + "}");
    }
}
