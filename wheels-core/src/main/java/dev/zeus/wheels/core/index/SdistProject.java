// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import dev.zeus.wheels.core.toml.LineTable;
import dev.zeus.wheels.core.toml.Pyproject;
import dev.zeus.wheels.core.toml.TomlSyntaxException;
import dev.zeus.wheels.core.toml.TypedToml;
import dev.zeus.wheels.core.toml.TypedToml.Text;
import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.PackagingParseException;
import dev.zeus.wheels.python.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the {@code pyproject.toml} of a source distribution says of requirements.
 *
 * @param buildRequires what building needs (PEP 518); setuptools where it does not say
 * @param requirements what the built package needs (PEP 621), extras included; empty where it does not say
 */
record SdistProject(List<Requirement> buildRequires, Optional<List<Requirement>> requirements) {
    private static final String KIND = "pyproject.toml";

    /**
     * Reads it; a text that is empty says nothing.
     *
     * @throws PackagingParseException if it is not TOML, or a requirement in it is malformed
     */
    static SdistProject parse(String text) {
        Pyproject pyproject = new Pyproject(new TypedToml(
                table(text),
                (line, path, expected) -> new PackagingParseException(KIND, String.join(".", path), 0, expected)));
        return new SdistProject(
                requirements(pyproject.buildRequires()),
                pyproject.project().isEmpty()
                                || pyproject.isDynamic("dependencies")
                                || pyproject.isDynamic("optional-dependencies")
                        ? Optional.empty()
                        : Optional.of(all(pyproject)));
    }

    private static LineTable table(String text) {
        try {
            return LineTable.parse(text);
        } catch (TomlSyntaxException e) {
            throw new PackagingParseException(KIND, "", 0, "TOML: " + e.getMessage());
        }
    }

    private static List<Requirement> all(Pyproject pyproject) {
        List<Requirement> all = new ArrayList<>(requirements(pyproject.dependencies()));
        pyproject
                .optionalDependencies()
                .forEach((extra, texts) ->
                        requirements(texts).forEach(each -> all.add(each.underExtra(ExtraName.parse(extra)))));
        return all;
    }

    private static List<Requirement> requirements(List<Text> texts) {
        return texts.stream().map(text -> Requirement.parse(text.value())).toList();
    }
}
