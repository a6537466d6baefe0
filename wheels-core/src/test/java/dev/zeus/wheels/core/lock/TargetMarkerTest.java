package dev.zeus.wheels.core.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.Platform;
import dev.zeus.wheels.python.EnvironmentMarker;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetMarkerTest {
    private static final List<Target> ALL = List.of(
            new Target("3.9", Platform.X86_64_LINUX, "2.28"),
            new Target("3.12", Platform.AARCH64_DARWIN, "14.0"),
            new Target("3.12", Platform.AARCH64_LINUX, "2.39"),
            new Target("3.12", Platform.X86_64_LINUX, "2.39"),
            new Target("3.13", Platform.AARCH64_DARWIN, "14.0"),
            new Target("3.13", Platform.X86_64_DARWIN, "14.0"),
            new Target("3.13", Platform.AARCH64_LINUX, "2.39"),
            new Target("3.13", Platform.X86_64_LINUX, "2.39"));

    @Test
    void isTrueForExactlyItsTargetsWhateverTheyAre() {
        TargetMarker markers = new TargetMarker(ALL);
        for (int subset = 1; subset < 1 << ALL.size(); subset++) {
            SortedSet<String> ids = new TreeSet<>();
            for (int i = 0; i < ALL.size(); i++) {
                if ((subset >> i & 1) == 1) {
                    ids.add(ALL.get(i).id());
                }
            }
            Optional<EnvironmentMarker> marker = markers.of(ids).map(EnvironmentMarker::parse);
            List<String> matched = new ArrayList<>();
            for (Target target : ALL) {
                if (marker.map(value -> value.evaluate(target.environment())).orElse(true)) {
                    matched.add(target.id());
                }
            }
            assertThat(matched).as("%s", markers.of(ids)).containsExactlyInAnyOrderElementsOf(ids);
        }
    }

    @Test
    void namesOneTargetAlone() {
        for (Target target : ALL) {
            EnvironmentMarker marker = EnvironmentMarker.parse(TargetMarker.of(target));
            assertThat(ALL.stream().filter(other -> marker.evaluate(other.environment())))
                    .containsExactly(target);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cp311-x86_64-linux cp312-x86_64-linux cp311-aarch64-darwin cp312-aarch64-darwin | ''",
                "cp312-x86_64-linux cp312-aarch64-darwin | \"python_version == '3.12'\"",
                "cp311-x86_64-linux cp312-x86_64-linux | \"sys_platform == 'linux'\"",
                "cp311-x86_64-linux | \"python_version == '3.11' and sys_platform == 'linux'\"",
                "cp311-x86_64-linux cp312-aarch64-darwin | \"(python_version == '3.11' and sys_platform == 'linux')"
                        + " or (python_version == '3.12' and sys_platform == 'darwin')\"",
            },
            quoteCharacter = '"')
    void saysNoMoreThanItMust(String ids, String expected) {
        TargetMarker markers = new TargetMarker(List.of(
                new Target("3.11", Platform.AARCH64_DARWIN, "14.0"),
                new Target("3.11", Platform.X86_64_LINUX, "2.39"),
                new Target("3.12", Platform.AARCH64_DARWIN, "14.0"),
                new Target("3.12", Platform.X86_64_LINUX, "2.39")));

        assertThat(markers.of(Arrays.asList(ids.split(" "))).orElse("''")).isEqualTo(expected);
    }
}
