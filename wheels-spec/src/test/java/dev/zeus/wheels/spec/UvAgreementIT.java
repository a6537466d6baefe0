// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.spec;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.WheelDeclaration;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.Generate;
import dev.zeus.wheels.core.GenerateRequest;
import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.generated.GeneratedFiles;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.core.setup.IndexAccess;
import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.core.setup.SourceRoots;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A lock made anew holds, for each Linux target, the versions that {@code uv pip compile} picks at the same moment.
 *
 * <p>They may differ for one reason only: a target takes the version of the target that leads where it can, and uv,
 * which resolves one target at a time, knows of no other. A difference counts as explained when uv accepts our version,
 * and the leading target has it.
 */
final class UvAgreementIT {
    @TempDir
    Path home;

    @Test
    void aNewLockAgreesWithUv() throws Exception {
        PythonTools tools = PythonTools.install();
        WheelSetDeclaration set = new ZeusWheels().wheelSet();
        Path generated = home.resolve("generated");
        Generate.run(
                new GenerateRequest(
                        set,
                        generated,
                        home.resolve("result.json"),
                        new LockUpdate.UpgradeAll(),
                        Optional.empty(),
                        false,
                        SourceRoots.none(),
                        IndexAccess.standard()),
                EventSink.SILENT);
        Lock lock = Lock.parse(Files.readString(generated.resolve(GeneratedFiles.LOCK_FILE)));
        Target leader = Lock.leader(lock.targets());

        List<String> unexplained = new ArrayList<>();
        for (Target target : lock.targets()) {
            if (target.isLinux()) {
                Map<String, String> ours = versions(lock, target);
                Map<String, String> theirs = uv(tools, set, target, Optional.empty());
                assertThat(ours.keySet()).as("packages of %s", target.id()).isEqualTo(theirs.keySet());
                Map<String, String> differing = differences(ours, theirs);
                if (!differing.isEmpty()) {
                    Map<String, String> confirmed = uv(tools, set, target, Optional.of(ours));
                    assertThat(confirmed)
                            .as("uv accepts the versions of %s", target.id())
                            .isEqualTo(ours);
                    differing
                            .keySet()
                            .removeIf(name ->
                                    ours.get(name).equals(versions(lock, leader).get(name)));
                    differing.values().forEach(difference -> unexplained.add(target.id() + ": " + difference));
                }
            }
        }
        assertThat(unexplained).isEmpty();
    }

    private static SortedMap<String, String> versions(Lock lock, Target target) {
        return lock.packages().stream()
                .filter(locked -> locked.targets().contains(target.id()))
                .collect(toMap(
                        locked -> locked.name().value(),
                        locked -> locked.version().toString(),
                        (a, b) -> a + " and " + b,
                        TreeMap::new));
    }

    private static Map<String, String> differences(Map<String, String> ours, Map<String, String> theirs) {
        Map<String, String> differences = new TreeMap<>();
        ours.forEach((name, version) -> {
            if (!version.equals(theirs.get(name))) {
                differences.put(name, name + " " + version + ", uv " + theirs.get(name));
            }
        });
        return differences;
    }

    private SortedMap<String, String> uv(
            PythonTools tools, WheelSetDeclaration set, Target target, Optional<Map<String, String>> constraints)
            throws Exception {
        Path requirements = home.resolve("requirements.in");
        Files.writeString(
                requirements,
                set.wheels().stream()
                        .filter(wheel -> isWanted(wheel, target))
                        .map(UvAgreementIT::requirement)
                        .collect(joining("\n")));
        Path pins = home.resolve("constraints.txt");
        Files.writeString(
                pins,
                constraints.orElse(Map.of()).entrySet().stream()
                        .map(pin -> pin.getKey() + "==" + pin.getValue())
                        .collect(joining("\n")));
        String compiled = Command.of(
                        tools.uv(),
                        "pip",
                        "compile",
                        "--quiet",
                        "--no-header",
                        "--no-annotate",
                        "--only-binary",
                        ":all:",
                        "--python-version",
                        target.python(),
                        "--python-platform",
                        uvPlatform(target),
                        "--constraints",
                        pins,
                        requirements)
                .output(home);
        return compiled.lines()
                .map(String::strip)
                .filter(line -> line.contains("=="))
                .map(line -> line.split("==", 2))
                .collect(toMap(pin -> pin[0], pin -> pin[1], (a, b) -> b, TreeMap::new));
    }

    private static boolean isWanted(WheelDeclaration wheel, Target target) {
        return wheel.pythons().contains(target.python())
                && (wheel.platforms().contains(target.platform())
                        || wheel.platforms().contains(dev.zeus.wheels.Platform.UNIVERSAL));
    }

    private static String requirement(WheelDeclaration wheel) {
        String extras = wheel.extras().isEmpty() ? "" : "[" + String.join(",", wheel.extras()) + "]";
        return wheel.name() + extras + wheel.version();
    }

    /** How uv names a Linux platform with its glibc: {@code x86_64-manylinux_2_39}. */
    private static String uvPlatform(Target target) {
        String arch = target.system().substring(0, target.system().indexOf('-'));
        return arch + "-manylinux_" + target.floor().replace('.', '_');
    }
}
