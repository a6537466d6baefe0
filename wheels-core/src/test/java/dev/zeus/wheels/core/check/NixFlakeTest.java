package dev.zeus.wheels.core.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.testkit.NeedsNixBuilds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code nix flake check} passes without a check is not passed. */
@NeedsNixBuilds
final class NixFlakeTest {
    private static final String SYSTEM = HostSystem.name();

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
        String passing = "{ checks.SYSTEM.a = derivation { name = \"a\"; system = \"SYSTEM\"; builder = \"/bin/sh\";"
                + " args = [ \"-c\" \"echo > $out\" ]; }; }";

        assertThat(check(passing)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{ checks.SYSTEM.a = throw \"broken\"; }", "{ checks = throw \"broken\"; }", "{ checks = "})
    void whatCannotBeEvaluatedFails(String outputs) {
        assertThatThrownBy(() -> check(outputs))
                .isInstanceOfSatisfying(
                        WheelsException.class,
                        e -> assertThat(e.problem().code()).isEqualTo("C291"));
    }

    private Optional<String> check(String outputs) throws IOException {
        Files.writeString(flake.resolve("flake.nix"), "{ outputs = _: " + outputs.replace("SYSTEM", SYSTEM) + "; }");
        return NixFlake.check(Optional.of(flake), Map.of(), SYSTEM, event -> {});
    }
}
