// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.toml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PyprojectTest {
    private static Pyproject of(String text) {
        return new Pyproject(new TypedToml(
                LineTable.parse(text.replace('|', '\n')),
                (line, path, expected) -> new IllegalStateException(line + " " + path + " " + expected)));
    }

    @Test
    void readsTheStandardsTables() {
        Pyproject project = of("[project]|dependencies = ['a>1']|dynamic = ['version']|"
                + "[project.optional-dependencies]|x = ['b',|'c']|[build-system]|requires = ['hatchling']");
        assertThat(project.dependencies()).containsExactly(new TypedToml.Text("a>1", 2));
        assertThat(project.isDynamic("version")).isTrue();
        assertThat(project.optionalDependencies())
                .isEqualTo(Map.of("x", List.of(new TypedToml.Text("b", 5), new TypedToml.Text("c", 6))));
        assertThat(project.buildRequires()).extracting(TypedToml.Text::value).containsExactly("hatchling");
    }

    @Test
    void isBuiltBySetuptoolsWhereItDoesNotSay() {
        assertThat(of("").buildRequires()).extracting(TypedToml.Text::value).containsExactly("setuptools");
        assertThat(of("").project()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\0',
            value = {
                "project = 1; 1 [project, dependencies] an array",
                "[project]|dependencies = 'a'; 2 [project, dependencies] an array",
                "[project]|dependencies = ['a',|1]; 3 [project, dependencies] an array of texts",
                "[project]|optional-dependencies = 1; 2 [project, optional-dependencies] a table",
                "[project.optional-dependencies]|x = 1; 2 [project, optional-dependencies, x] an array",
            })
    void complainsOfOtherTypes(String text, String complaint) {
        Function<Pyproject, Object> all = project -> List.of(project.dependencies(), project.optionalDependencies());
        assertThatIllegalStateException().isThrownBy(() -> all.apply(of(text))).withMessage(complaint);
    }
}
