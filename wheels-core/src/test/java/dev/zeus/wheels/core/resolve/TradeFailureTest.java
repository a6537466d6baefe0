// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zeus.wheels.Platform;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.http.HttpOptions;
import dev.zeus.wheels.core.index.IndexSource;
import dev.zeus.wheels.core.index.PackageIndexes;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Requirement;
import dev.zeus.wheels.python.Version;
import dev.zeus.wheels.testkit.Answer;
import dev.zeus.wheels.testkit.LoopbackIndex;
import dev.zeus.wheels.testkit.ProblemExample;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same index gives the same answer, also where what only a trade asks for cannot be had. */
class TradeFailureTest {
    private static final Target TARGET = new Target("3.12", Platform.X86_64_LINUX, "2.39");
    private static final String OLD = "/files/old-1.0-py3-none-any.whl.metadata";
    private static final int TRIES = 2;
    private static final Map<PackageName, List<Version>> NONE = Map.of();
    /** With any preference, there are no trades. */
    private static final Map<PackageName, List<Version>> SOME = Map.of(PackageName.parse("other"), List.of());

    private final List<String> warnings = new ArrayList<>();
    private final LoopbackIndex index = LoopbackIndex.start();

    @TempDir
    Path home;

    /** a gives way to b again and again; then old 1.0 goes with four newer releases of many. */
    @BeforeEach
    void serve() {
        Stream.of("1.0", "2.0").forEach(version -> add("a", version));
        add("b", "1.0");
        for (int i = 0; i < 8; i++) {
            add("b", "2." + i, "a<2");
        }
        add("app", "1.0", "old", "many");
        add("old", "1.0");
        add("old", "2.0", "many<2");
        Stream.of("1.0", "2.0", "3.0", "4.0", "5.0").forEach(version -> add("many", version));
    }

    private void add(String name, String version, String... requires) {
        index.add(WheelBuilder.of(name, version).requires(requires).build());
    }

    @AfterEach
    void stop() {
        index.close();
    }

    private String resolve(boolean offline, Map<PackageName, List<Version>> preferences) {
        HttpOptions options = HttpOptions.DEFAULTS.withOffline(offline).withTries(TRIES, Duration.ofMillis(1));
        try (PackageIndexes indexes = PackageIndexes.open(
                List.of(new IndexSource("one", index.uri())), home.resolve("cache"), home, options, event -> {})) {
            List<RootRequirement> roots = Stream.of("a", "b", "app")
                    .map(name ->
                            new RootRequirement(Requirement.parse(name), "one", AcceptedFile.WHEEL, "com.acme." + name))
                    .toList();
            Resolution resolution = Resolver.resolve(
                    TARGET, roots, new ReadMetadata(), preferences, ResolutionRules.NONE, indexes::of, event -> {
                        if (event instanceof WheelsEvent.Warned warned) {
                            warnings.add(warned.problem().toString());
                        }
                    });
            return Objects.requireNonNull(resolution.packages().get(PackageName.parse("old")))
                            .version() + " "
                    + Objects.requireNonNull(resolution.packages().get(PackageName.parse("many")))
                            .version();
        }
    }

    @Test
    void aServerThatFailsFailsTheRunAndChangesNoAnswer() {
        Answer down = Answer.status(503);
        index.script(OLD, down, down);
        assertThatThrownBy(() -> resolve(false, NONE))
                .isInstanceOf(WheelsException.class)
                .hasMessageContaining("old-1.0-py3-none-any.whl")
                .hasMessageContaining("needed by: app 1.0 -> old, declared by com.acme.app");
        assertThat(index.count(OLD)).isEqualTo(TRIES);

        index.script(OLD, down);
        assertThat(resolve(false, NONE)).isEqualTo("1.0 5.0");
        assertThat(warnings).isEmpty();
    }

    @Test
    void withoutNetworkTheAnswerIsTheSameOrItIsSaid() {
        assertThat(resolve(false, SOME)).isEqualTo("2.0 1.0");
        assertThat(index.count(OLD)).isZero();
        assertThat(resolve(true, NONE)).isEqualTo("2.0 1.0");
        assertThat(warnings)
                .singleElement()
                .asString()
                .satisfies(ProblemExample.printed("R215"))
                .contains(OLD);

        warnings.clear();
        assertThat(resolve(false, NONE)).isEqualTo("1.0 5.0");
        assertThat(resolve(true, NONE)).isEqualTo("1.0 5.0");
        assertThat(warnings).isEmpty();
    }
}
