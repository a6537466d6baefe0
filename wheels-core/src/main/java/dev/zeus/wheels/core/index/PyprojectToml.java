// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.PackagingParseException;
import dev.zeus.wheels.python.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/**
 * What {@code pyproject.toml} says of requirements.
 *
 * @param buildRequires what building needs (PEP 518); setuptools where it does not say
 * @param requirements what the built package needs (PEP 621), extras included; empty where it does not say
 */
record PyprojectToml(List<Requirement> buildRequires, Optional<List<Requirement>> requirements) {
    private static final List<Requirement> USUAL = List.of(Requirement.parse("setuptools"));
    private static final String KIND = "pyproject.toml";

    /**
     * Reads it; a text that is empty says nothing.
     *
     * @throws PackagingParseException if it is no TOML, or a requirement in it is none
     */
    static PyprojectToml parse(String text) {
        TomlParseResult toml = Toml.parse(text);
        if (toml.hasErrors()) {
            throw new PackagingParseException(
                    KIND, "", 0, "TOML: " + toml.errors().get(0).getMessage());
        }
        List<Requirement> build = strings(toml, List.of("build-system", "requires"))
                .map(PyprojectToml::requirements)
                .orElse(USUAL);
        @Nullable TomlTable project = toml.get(List.of("project")) instanceof TomlTable table ? table : null;
        return new PyprojectToml(build, Optional.ofNullable(project).flatMap(PyprojectToml::requirements));
    }

    private static Optional<List<Requirement>> requirements(TomlTable project) {
        List<String> dynamic = strings(project, List.of("dynamic")).orElse(List.of());
        if (dynamic.contains("dependencies") || dynamic.contains("optional-dependencies")) {
            return Optional.empty();
        }
        List<Requirement> all = new ArrayList<>(
                requirements(strings(project, List.of("dependencies")).orElse(List.of())));
        if (project.get(List.of("optional-dependencies")) instanceof TomlTable extras) {
            for (String extra : extras.keySet()) {
                requirements(strings(extras, List.of(extra)).orElse(List.of()))
                        .forEach(each -> all.add(each.underExtra(ExtraName.parse(extra))));
            }
        }
        return Optional.of(all);
    }

    private static List<Requirement> requirements(List<String> texts) {
        return texts.stream().map(Requirement::parse).toList();
    }

    private static Optional<List<String>> strings(TomlTable table, List<String> path) {
        @Nullable Object value = table.get(path);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof TomlArray array) || !array.toList().stream().allMatch(String.class::isInstance)) {
            throw new PackagingParseException(KIND, String.join(".", path), 0, "an array of strings");
        }
        return Optional.of(array.toList().stream().map(String.class::cast).toList());
    }
}
