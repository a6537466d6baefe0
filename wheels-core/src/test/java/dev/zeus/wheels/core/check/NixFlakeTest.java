// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.testkit.NeedsNixBuilds;
import dev.zeus.wheels.testkit.ProblemExample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code nix flake check} passes without a check is not passed. */
@NeedsNixBuilds
final class NixFlakeTest {
    private static final String SYSTEM = HostSystem.name();

    private static final String PASSED = "derivation { name = \"a\"; system = \"SYSTEM\"; builder = \"/bin/sh\";"
            + " args = [ \"-c\" \"echo > $out\" ]; }";
    private static final String PASSING =
            "{ checks.SYSTEM = { python312-all = " + PASSED + "; python312-demo = " + PASSED + "; }; }";

    private final List<WheelsEvent> events = new ArrayList<>();

    @TempDir
    private Path flake;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ }",
                "{ checks = { }; }",
                "{ checks.SYSTEM = { }; }",
                "{ checks.riscv64-linux.a = throw \"not of this system\"; }",
            })
    void withoutChecksNothingIsRun(String outputs) throws IOException {
        assertThat(check(outputs))
                .hasValueSatisfying(reason -> assertThat(reason).startsWith("the flake has no checks for " + SYSTEM));
    }

    @Test
    void checksAreRun() throws IOException {
        assertThat(check(PASSING, "python312-all", "python312-demo")).isEmpty();
    }

    /** Those of others say nothing of ours. */
    @Test
    void whatIsMissingIsNamed() throws IOException {
        assertThat(check(PASSING, "python312-all", "python313-all", "python313-demo"))
                .hasValueSatisfying(reason -> assertThat(reason)
                        .startsWith(
                                "the flake lacks 2 of the 3 generated checks: python313-all, python313-demo; give"));
        assertThat(events)
                .filteredOn(WheelsEvent.Warned.class::isInstance)
                .singleElement()
                .asString()
                .contains("C104", "python313-demo");
    }

    @Test
    void whatFailsFailsWhateverIsMissing() {
        assertThatThrownBy(() -> check("{ checks.SYSTEM.other = throw \"broken\"; }", "python312-all"))
                .isInstanceOfSatisfying(
                        WheelsException.class,
                        e -> ProblemExample.printed("C291").accept(e));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{ checks.SYSTEM.a = throw \"broken\"; }", "{ checks = throw \"broken\"; }", "{ checks = "})
    void whatCannotBeEvaluatedFails(String outputs) {
        assertThatThrownBy(() -> check(outputs))
                .isInstanceOfSatisfying(
                        WheelsException.class,
                        e -> assertThat(e.problem().code()).isEqualTo("C291"));
    }

    private Optional<String> check(String outputs, String... expected) throws IOException {
        Files.writeString(flake.resolve("flake.nix"), "{ outputs = _: " + outputs.replace("SYSTEM", SYSTEM) + "; }");
        return NixFlake.check(Optional.of(flake), Map.of(), SYSTEM, new TreeSet<>(List.of(expected)), events::add);
    }
}
