// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.bench.speed;

import dev.zeus.wheels.DependencyPolicy;
import dev.zeus.wheels.Platform;
import dev.zeus.wheels.Provider;
import dev.zeus.wheels.ResolutionSettings;
import dev.zeus.wheels.SourceDeclaration;
import dev.zeus.wheels.TargetDeclaration;
import dev.zeus.wheels.WheelDeclaration;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.Generate;
import dev.zeus.wheels.core.GenerateRequest;
import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.setup.IndexAccess;
import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.core.setup.SourceRoots;
import dev.zeus.wheels.python.PackageName;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** One run of {@code wheels:generate} in a JVM of its own, without Maven. */
final class OneRun {
    private static final List<TargetDeclaration> ON = List.of(
            new TargetDeclaration(Platform.X86_64_LINUX, "2.39"),
            new TargetDeclaration(Platform.AARCH64_LINUX, "2.39"),
            new TargetDeclaration(Platform.AARCH64_DARWIN, "14.0"),
            new TargetDeclaration(Platform.X86_64_DARWIN, "14.0"));

    private OneRun() {}

    /** {@code INDEX WORK TARGETS keep|upgrade|NAME WHEEL…}: reads {@code WORK/cache}, writes {@code WORK/generated}. */
    public static void main(String[] arguments) {
        Path work = Path.of(arguments[1]);
        int targets = Integer.parseInt(arguments[2]);
        LockUpdate update =
                switch (arguments[3]) {
                    case "keep" -> new LockUpdate.Keep();
                    case "upgrade" -> new LockUpdate.UpgradeAll();
                    default -> new LockUpdate.UpgradePackages(new TreeSet<>(List.of(PackageName.parse(arguments[3]))));
                };
        WheelSetDeclaration set = set(arguments[0], targets, List.of(arguments).subList(4, arguments.length));
        IndexAccess standard = IndexAccess.standard();
        IndexAccess access = new IndexAccess(
                work.resolve("cache"), false, Map.of(), standard.logins(), standard.netrc(), standard.http());
        Generate.run(
                new GenerateRequest(
                        set,
                        work.resolve("generated"),
                        work.resolve("result.json"),
                        update,
                        Optional.empty(),
                        false,
                        SourceRoots.none(),
                        access),
                EventSink.SILENT);
    }

    /** A set for 1, 3, 9, 12 or 20 targets. */
    static WheelSetDeclaration set(String index, int targets, List<String> names) {
        List<String> pythons = targets == 1
                ? List.of("3.13")
                : targets % 3 == 0 && targets < 12
                        ? List.of("3.11", "3.12", "3.13")
                        : targets == 12
                                ? List.of("3.11", "3.12", "3.13", "3.14")
                                : List.of("3.9", "3.10", "3.11", "3.12", "3.13");
        List<TargetDeclaration> on = ON.subList(0, targets / pythons.size());
        List<WheelDeclaration> wheels = names.stream()
                .map(name -> new WheelDeclaration(
                        "bench." + name,
                        name,
                        name,
                        "replayed",
                        on.stream().map(TargetDeclaration::platform).toList(),
                        pythons,
                        "",
                        List.of(),
                        List.of(),
                        Provider.WHEEL))
                .toList();
        return new WheelSetDeclaration(
                "bench",
                pythons,
                on,
                List.of(new SourceDeclaration("replayed", index)),
                DependencyPolicy.WHEELS,
                ResolutionSettings.DEFAULT,
                wheels,
                List.of());
    }
}
