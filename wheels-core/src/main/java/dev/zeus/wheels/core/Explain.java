// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zeus.wheels.core.event.CodePages;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.setup.AnswerFormat;
import dev.zeus.wheels.core.setup.OptionProblem;
import dev.zeus.wheels.core.text.JsonText;
import dev.zeus.wheels.core.text.Printable;
import dev.zeus.wheels.python.NearName;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says what a code means, with an example of it and how that is put right; of the pages of the documentation, and
 * offline.
 */
public final class Explain {
    private static final Pattern SECTION = Pattern.compile("(?ms)^## ([A-Z]\\d{3})\n(.*?)(?=^## |\\z)");
    private static final Pattern CODE = Pattern.compile("[A-Z]\\d{3}");
    private static final Pattern TITLE = Pattern.compile("(?s)\\*\\*(.+?)\\*\\*");
    private static final Pattern GIVEN = Pattern.compile("(?:WHEELS/|\\[WHEELS/)?([A-Z]\\d{3})]?");

    private final Map<String, String> sections = new TreeMap<>();

    /** Of the texts of the pages. */
    public Explain(Iterable<String> pages) {
        for (String page : pages) {
            Matcher section = SECTION.matcher(page);
            while (section.find()) {
                sections.put(section.group(1), section.group(2).strip());
            }
        }
    }

    /**
     * The answer for a code, as it is printed or in lower case: {@code C301}, {@code wheels/C301}, {@code c301}.
     *
     * @throws WheelsException D265 where no code is given, D266 where there is no such code, with near ones
     */
    public String run(Optional<String> asked, AnswerFormat format) {
        String text = asked.filter(each -> !each.isBlank())
                .orElseThrow(() -> new WheelsException(
                        OptionProblem.NO_CODE,
                        "wheels:explain has no code to explain; expected one in wheels.code",
                        "give -Dwheels.code=L201"))
                .strip();
        Matcher given = GIVEN.matcher(text.toUpperCase(Locale.ROOT));
        String code = given.matches() ? given.group(1) : text;
        String section = Optional.ofNullable(sections.get(code)).orElseThrow(() -> unknown(text));
        if (format == AnswerFormat.JSON) {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            node.put("code", code).put("title", title(code)).put("page", CodePages.address(code));
            return JsonText.print(node.put("text", section));
        }
        return Printable.page(code + "\n\n" + section + "\n\n" + CodePages.address(code) + "\n");
    }

    /**
     * Of a code that could be one the nearest number of its area, of its beginning the first, else the nearest word.
     */
    private Optional<String> near(String text) {
        if (!CODE.matcher(text).matches()) {
            return sections.keySet().stream()
                    .filter(code -> text.length() > 1 && code.startsWith(text))
                    .min(Comparator.naturalOrder())
                    .or(() -> NearName.among(sections.keySet(), text));
        }
        return sections.keySet().stream()
                .filter(code -> code.charAt(0) == text.charAt(0))
                .min(Comparator.comparingInt(code -> Math.abs(number(code) - number(text))));
    }

    private static int number(String code) {
        return Integer.parseInt(code.substring(1));
    }

    /** What is wrong, in a few words. */
    private String title(String code) {
        Matcher title = TITLE.matcher(sections.getOrDefault(code, ""));
        return title.find() ? title.group(1).replaceAll("\\.$", "") : code;
    }

    private WheelsException unknown(String text) {
        String hint = near(text.toUpperCase(Locale.ROOT))
                .map(code -> "did you mean -Dwheels.code=" + code + ", \"" + title(code) + "\"?")
                .orElse("all codes are on " + CodePages.INDEX);
        return new WheelsException(
                OptionProblem.NO_SUCH_CODE,
                "wheels.code is \"" + Printable.of(text, 40) + "\", which is not a code; expected one such as L201",
                hint);
    }
}
