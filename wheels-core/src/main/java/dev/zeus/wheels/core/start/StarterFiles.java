// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.start;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a project consists of beside its declarations: a {@code pom.xml}, a flake, a {@code .gitignore}, a workflow, and
 * flags that halve what the JVM of a short build spends.
 *
 * <p>Example: {@code new StarterFiles("com.acme", "acme-wheels", "1.0", List.of("3.12")).texts().get("pom.xml")}.
 *
 * @param group the group of the project
 * @param artifact its name
 * @param version the version of Zeus Wheels that it uses
 * @param pythons the Pythons that its workflow installs
 */
public record StarterFiles(String group, String artifact, String version, List<String> pythons) {
    /** The names of the files, each with the template that it is made of. */
    private static final Map<String, String> TEMPLATES = Map.of(
            "pom.xml", "pom.xml",
            "flake.nix", "flake.nix",
            ".gitignore", "gitignore",
            ".github/workflows/wheels.yml", "workflow.yml",
            ".mvn/jvm.config", "jvm.config");

    private static final Pattern PLACE = Pattern.compile("@\\{([a-z]+)}");

    public StarterFiles {
        pythons = List.copyOf(pythons);
    }

    /** The names of all files. */
    public static SortedMap<String, String> names() {
        return new TreeMap<>(TEMPLATES);
    }

    /** The texts by the names of the files. */
    public SortedMap<String, String> texts() {
        Map<String, String> values = Map.of(
                "group", group,
                "artifact", artifact,
                "version", version,
                "pythons", pythons.stream().map(each -> " ".repeat(12) + each).collect(Collectors.joining("\n")));
        SortedMap<String, String> texts = new TreeMap<>();
        TEMPLATES.forEach((name, template) -> texts.put(name, filled(template(template), values)));
        return texts;
    }

    private static String filled(String template, Map<String, String> values) {
        return PLACE.matcher(template)
                .replaceAll(place -> Matcher.quoteReplacement(Objects.requireNonNull(values.get(place.group(1)))));
    }

    private static String template(String name) {
        try (InputStream in = StarterFiles.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
