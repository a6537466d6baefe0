// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.bench.python;

import dev.zeus.wheels.python.EnvironmentMarker;
import dev.zeus.wheels.python.MarkerEnvironment;
import dev.zeus.wheels.python.Version;
import dev.zeus.wheels.python.VersionSpecifiers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The three questions, a million times each; every answer is checked against the peer's. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 10)
@Measurement(iterations = 10)
@Fork(
        value = 1,
        jvmArgs = {"-Xms3g", "-Xmx3g", "-Xmn2g", "-XX:+UseParallelGC"})
public class Standards {
    /** Where the input lies. */
    static final String FOLDER = "wheels.bench.input";

    private static final int ENVIRONMENTS = 1_000;

    private List<String> texts = List.of();
    private List<VersionSpecifiers> specifiers = List.of();
    private List<Version> candidates = List.of();
    private List<EnvironmentMarker> markers = List.of();
    private List<MarkerEnvironment> environments = List.of();

    /** Reads the input. */
    @Setup
    public void read() {
        Input input = new Input(Path.of(System.getProperty(FOLDER)));
        texts = input.read("versions.txt");
        specifiers = input.read("specifiers.txt").stream()
                .map(VersionSpecifiers::parse)
                .toList();
        candidates = input.read("candidates.txt").stream().map(Version::parse).toList();
        markers =
                input.read("markers.txt").stream().map(EnvironmentMarker::parse).toList();
        environments = new ArrayList<>();
        for (int i = 0; i < ENVIRONMENTS; i++) {
            environments.add(environment(i));
        }
    }

    /** Reads a million versions and sorts them: the sum of the numbers of a few tells that the order is right. */
    @Benchmark
    public String parseAndSort() {
        List<Version> versions = new ArrayList<>(texts.size());
        for (String text : texts) {
            versions.add(Version.parse(text));
        }
        Collections.sort(versions);
        return versions.get(0) + " " + versions.get(versions.size() / 2) + " " + versions.get(versions.size() - 1);
    }

    /** Asks a thousand specifiers about a thousand versions; how many fit. */
    @Benchmark
    public String match() {
        int fitting = 0;
        for (VersionSpecifiers specifier : specifiers) {
            for (Version candidate : candidates) {
                fitting += specifier.contains(candidate) ? 1 : 0;
            }
        }
        return String.valueOf(fitting);
    }

    /** Asks a thousand markers in a thousand environments; how many hold. */
    @Benchmark
    public String evaluate() {
        int holding = 0;
        for (EnvironmentMarker marker : markers) {
            for (MarkerEnvironment environment : environments) {
                holding += marker.evaluate(environment) ? 1 : 0;
            }
        }
        return String.valueOf(holding);
    }

    private static MarkerEnvironment environment(int i) {
        String python = "3." + (8 + i % 7);
        boolean mac = i / 7 % 3 == 0;
        return MarkerEnvironment.of(Map.ofEntries(
                Map.entry("implementation_name", "cpython"),
                Map.entry("implementation_version", python + "." + i),
                Map.entry("os_name", "posix"),
                Map.entry("platform_machine", i % 2 == 0 ? "x86_64" : mac ? "arm64" : "aarch64"),
                Map.entry("platform_python_implementation", "CPython"),
                Map.entry("platform_release", "6.1." + i),
                Map.entry("platform_system", mac ? "Darwin" : "Linux"),
                Map.entry("platform_version", ""),
                Map.entry("python_full_version", python + "." + i),
                Map.entry("python_version", python),
                Map.entry("sys_platform", mac ? "darwin" : "linux"),
                Map.entry("extra", i % 5 == 0 ? "all" : "")));
    }
}
