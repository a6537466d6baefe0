// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.zeus.wheels.ContinuousIntegrationDeclaration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The workflow of GitHub Actions that checks a wheel set.
 *
 * <p>YAML reads every string of JSON as what it says, so values are written as these.
 */
final class Workflow {
    private static final Pattern PLACE = Pattern.compile("@([a-z]+)@");

    private Workflow() {}

    /** The text of {@code wheels.yml}. */
    static String of(ContinuousIntegrationDeclaration ci, List<String> pythons) {
        Set<String> sections = new HashSet<>(Set.of(ci.cache().name().toLowerCase(Locale.ROOT)));
        if (ci.installNix()) {
            sections.add("hosted");
        }
        if (!ci.upgrades().isEmpty()) {
            sections.add("upgrades");
        }
        Map<String, String> values = Map.of(
                "cache", quoted(ci.cacheName()),
                "directory", quoted(ci.directory().isEmpty() ? "." : ci.directory()),
                "java", quoted(Integer.toString(ci.java())),
                "pythons", quoted(String.join("\n", pythons)),
                "runner", ci.runner().stream().map(Workflow::quoted).collect(Collectors.joining(", ", "[", "]")),
                "upgrades", quoted(ci.upgrades()));
        String text = NixTemplate.of("wheels.yml").with(sections).text();
        return PLACE.matcher(text)
                .replaceAll(place ->
                        Matcher.quoteReplacement(Objects.requireNonNull(values.get(place.group(1)), place.group())));
    }

    private static String quoted(String text) {
        return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }
}
