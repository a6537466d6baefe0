// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeclaredEnvironmentsTest {
    private static final List<String> PYTHONS = List.of("3.9", "3.10", "3.11", "3.12");
    private static final DeclaredEnvironments ALL = DeclaredEnvironments.of(PYTHONS.stream()
            .flatMap(python -> List.of(
                    environment(python, "linux", "x86_64"),
                    environment(python, "linux", "aarch64"),
                    environment(python, "darwin", "arm64"))
                    .stream())
            .toList());

    private static MarkerEnvironment environment(String python, String system, String machine) {
        return new MarkerEnvironment(new TreeMap<>(Map.of(
                "python_version", python,
                "python_full_version", python + ".1",
                "sys_platform", system,
                "os_name", "posix",
                "platform_machine", machine)));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            python_version >= "3.10"                                     | python_version >= "3.10"
            python_full_version < "3.10"                                 | python_version < "3.10"
            python_version == "3.11"                                     | python_version == "3.11"
            python_version > "3.9" and python_version < "3.11"           | python_version == "3.10"
            sys_platform == "linux"                                      | sys_platform == "linux"
            sys_platform == "linux" and platform_machine == "x86_64"     | platform_machine == "x86_64"
            sys_platform != "win32" and python_version >= "3.12"         | python_version >= "3.12"
            (python_version < "3.10" or sys_platform == "darwin") and os_name == "posix" | python_version < "3.10" or sys_platform == "darwin"
            python_version == "3.9" and sys_platform == "linux" or python_version == "3.12" and sys_platform == "darwin" | python_version < "3.10" and sys_platform == "linux" or python_version >= "3.12" and sys_platform == "darwin"
            """)
    void simplifies(String marker, String expected) {
        EnvironmentMarker parsed = EnvironmentMarker.parse(marker);
        EnvironmentMarker simple = ALL.simplify(parsed).orElseThrow();

        assertThat(ALL.where(simple)).isEqualTo(ALL.where(parsed));
        assertThat(simple).hasToString(expected);
    }

    @Test
    void saysNothingWhereNothingNeedsSaying() {
        assertThat(ALL.simplify(EnvironmentMarker.parse("os_name == 'posix'"))).isEmpty();
        assertThat(ALL.marker(ALL.environments())).isEmpty();
    }

    @Test
    void keepsAMarkerThatHoldsNowhere() {
        EnvironmentMarker never = EnvironmentMarker.parse("sys_platform == 'win32'");
        assertThat(ALL.simplify(never)).contains(never);
        assertThat(ALL.not(never)).isEmpty();
    }

    @Test
    void negates() {
        assertThat(ALL.not(EnvironmentMarker.parse("sys_platform == 'linux'")).map(EnvironmentMarker::toString))
                .contains("sys_platform == \"darwin\"");
        assertThatIllegalArgumentException().isThrownBy(() -> ALL.not(EnvironmentMarker.parse("os_name == 'posix'")));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            python_version < "3.11"      | python_version >= "3.11"         | true
            python_version < "3.11"      | sys_platform == "linux"          | false
            sys_platform == "linux"      | platform_machine == "arm64"      | true
            sys_platform == "win32"      | python_version >= "3"            | true
            """)
    void knowsWhatExcludesWhat(String first, String second, boolean disjoint) {
        assertThat(ALL.disjoint(EnvironmentMarker.parse(first), EnvironmentMarker.parse(second)))
                .isEqualTo(disjoint);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void selectsExactlyWhatIsAskedFor(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            List<MarkerEnvironment> chosen = new ArrayList<>(ALL.environments());
            chosen.removeIf(environment -> random.nextInt(3) == 0);
            if (chosen.isEmpty() || chosen.size() == ALL.environments().size()) {
                continue;
            }
            EnvironmentMarker marker = ALL.marker(chosen).orElseThrow();
            assertThat(ALL.where(marker)).as(marker.toString()).containsExactlyElementsOf(chosen);
            assertThat(EnvironmentMarker.parse(marker.toString())).isEqualTo(marker);
        }
    }

    @Test
    void refusesWhatNoMarkerTellsApart() {
        DeclaredEnvironments twins = DeclaredEnvironments.of(List.of(
                environment("3.9", "linux", "x86_64"),
                environment("3.9", "linux", "x86_64").with("unknown_variable", "2")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> twins.marker(List.of(twins.environments().get(0))));
    }
}
