// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import static dev.zeus.wheels.core.render.LockBuilder.NO_FACTS;
import static dev.zeus.wheels.core.render.LockBuilder.needs;
import static dev.zeus.wheels.core.render.LockBuilder.wheel;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zeus.wheels.testkit.NeedsNixBuilds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That evaluating what is rendered costs little for each package, however many there are. */
@NeedsNixBuilds
class EvaluationCostTest {
    /** What is counted, on the test kit's nixpkgs; the counts are Nix's own and the same on every machine. */
    private record Cost(long calls, long thunks) {
        Cost forEach(Cost without, int packages) {
            return new Cost((calls - without.calls) / packages, (thunks - without.thunks) / packages);
        }
    }

    @TempDir
    static Path directory;

    private static FixtureNix nix;

    @BeforeAll
    static void find() {
        nix = new FixtureNix(directory);
    }

    /** Half of them compiled, each with requirements and facts. */
    private static Map<String, String> rendered(int packages) {
        LockBuilder lock = new LockBuilder();
        for (int i = 0; i < packages; i++) {
            String file =
                    "p" + i + "-1.0-" + (i % 2 == 0 ? "py3-none-any" : "cp312-cp312-manylinux_2_28_x86_64") + ".whl";
            lock.add(
                    "pypi",
                    NO_FACTS,
                    i < 2 ? List.of() : List.of(needs("p" + i / 2), needs("p" + (i - 1), "darwin")),
                    wheel(file, "cp312-x86_64-linux"));
        }
        return Renderer.render(Sets.of(List.of(), List.of()), lock.lock());
    }

    private Cost cost(List<String> overlays, String body) throws IOException, InterruptedException {
        String expression = nix.expression("x86_64-linux", overlays, "let ps = pkgs.python312Packages; in " + body);
        Path statistics = directory.resolve("statistics.json");
        nix.run(
                "env",
                "NIX_SHOW_STATS=1",
                "NIX_SHOW_STATS_PATH=" + statistics,
                "nix-instantiate",
                "--eval",
                "--strict",
                "--expr",
                expression);
        JsonNode counted = new ObjectMapper().readTree(Files.readString(statistics));
        return new Cost(
                counted.get("nrFunctionCalls").asLong(), counted.get("nrThunks").asLong());
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 500})
    void isBoundedForEachPackage(int packages) throws Exception {
        nix.write(rendered(packages));
        String names = "builtins.length (builtins.attrNames ps)";
        String everything = "builtins.deepSeq (builtins.genList (i: let p = ps.${\"p\" + toString i}; in"
                + " [ p.drvPath p.meta p.wheel ]) " + packages + ") null";
        List<String> overlay = List.of(nix.overlay("generated"));
        Cost nothing = cost(List.of(), names);

        Cost named = cost(overlay, names).forEach(nothing, packages);
        Cost whole = cost(overlay, everything).forEach(nothing, packages);

        assertThat(named.calls).as(named.toString()).isLessThanOrEqualTo(10);
        assertThat(named.thunks).as(named.toString()).isLessThanOrEqualTo(25);
        assertThat(whole.calls).as(whole.toString()).isLessThanOrEqualTo(220);
        assertThat(whole.thunks).as(whole.toString()).isLessThanOrEqualTo(380);
    }

    @Test
    void readsNoFileOfAnotherSystem() throws Exception {
        Map<String, String> files = new TreeMap<>(Renderer.render(
                Sets.of(List.of(), List.of()),
                new LockBuilder()
                        .add(
                                "pypi",
                                NO_FACTS,
                                List.of(),
                                wheel("a-1.0-cp312-cp312-manylinux_2_28_x86_64.whl", "cp312-x86_64-linux"),
                                wheel("a-1.0-cp312-cp312-macosx_14_0_arm64.whl", "cp312-aarch64-darwin"))
                        .lock()));
        files.put("pypi/aarch64-darwin.nix", "throw \"read\"");
        nix.write(files);

        assertThat(nix.eval("pkgs.python312Packages.a.wheel.tags")).isEqualTo("cp312-cp312-manylinux_2_28_x86_64");
        assertThat(nix.eval("pkgs.python311Packages ? a")).isEqualTo("false");
    }
}
