// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.toml;

import dev.zeus.wheels.core.toml.TypedToml.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tables of a {@code pyproject.toml} that standards define, each value read when it is asked for.
 *
 * <p>Standard: PEP 518 and PEP 621.
 *
 * @param toml the file
 */
public record Pyproject(TypedToml toml) {
    /** What builds a project that does not say it (PEP 518). */
    private static final List<Text> USUAL_BUILD = List.of(new Text("setuptools", 1));

    private static final String PROJECT = "project";
    private static final String EXTRAS = "optional-dependencies";

    /** The table {@code [project]}; empty for a project that keeps to its build system's own way. */
    public Optional<LineTable> project() {
        return toml.table(List.of(PROJECT));
    }

    /** A text of {@code [project]}, such as its {@code version}. */
    public Optional<Text> text(String key) {
        return toml.text(List.of(PROJECT, key));
    }

    /** The fields that only the build system tells. */
    public List<Text> dynamic() {
        return texts("dynamic");
    }

    /** Whether only the build system tells a field. */
    public boolean isDynamic(String field) {
        return dynamic().stream().anyMatch(each -> each.value().equals(field));
    }

    /** The requirements without an extra. */
    public List<Text> dependencies() {
        return texts("dependencies");
    }

    /** The requirements of each extra, in the order of the file. */
    public Map<String, List<Text>> optionalDependencies() {
        Map<String, List<Text>> extras = new LinkedHashMap<>();
        toml.table(List.of(PROJECT, EXTRAS))
                .ifPresent(table -> table.items()
                        .keySet()
                        .forEach(extra -> toml.texts(List.of(PROJECT, EXTRAS, extra))
                                .ifPresent(texts -> extras.put(extra, texts))));
        return extras;
    }

    private List<Text> texts(String key) {
        return toml.texts(List.of(PROJECT, key)).orElse(List.of());
    }

    /** What building the project needs; setuptools where it does not say. */
    public List<Text> buildRequires() {
        return toml.texts(List.of("build-system", "requires")).orElse(USUAL_BUILD);
    }
}
