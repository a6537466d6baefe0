// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.bench.resolve;

import dev.zeus.wheels.Platform;
import dev.zeus.wheels.TargetDeclaration;
import dev.zeus.wheels.core.Generate;
import dev.zeus.wheels.core.GenerateRequest;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.setup.IndexAccess;
import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.core.setup.SourceRoots;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One run of {@code wheels:generate} for a set, in a JVM of its own, as a user's build pays for it. */
final class OneRun {
    private static final List<TargetDeclaration> NINE = List.of(
            new TargetDeclaration(Platform.X86_64_LINUX, "2.39"),
            new TargetDeclaration(Platform.AARCH64_LINUX, "2.39"),
            new TargetDeclaration(Platform.AARCH64_DARWIN, "14.0"));

    private OneRun() {}

    /** {@code SETS NAME TARGETS CACHE WORK}: prints when each step ended, in milliseconds since the JVM's start. */
    public static void main(String[] arguments) throws Exception {
        RequirementSet set =
                RequirementSet.read(Path.of(arguments[0]), arguments[1]).get(0);
        boolean nine = arguments[2].equals("9");
        Path work = Path.of(arguments[4]);
        IndexAccess standard = IndexAccess.standard();
        IndexAccess access = new IndexAccess(
                Path.of(arguments[3]), false, Map.of(), standard.logins(), standard.netrc(), standard.http());
        GenerateRequest request = new GenerateRequest(
                set.declaration(
                        nine ? List.of("3.11", "3.12", "3.13") : List.of("3.13"), nine ? NINE : NINE.subList(0, 1)),
                work.resolve("generated"),
                work.resolve("result.json"),
                new LockUpdate.UpgradeAll(),
                Optional.empty(),
                false,
                SourceRoots.none(),
                access);
        Generate.run(request, event -> {
            if (event instanceof WheelsEvent.Finished finished) {
                System.out.println(sinceStart() + " ms  " + finished.task() + ": " + finished.summary());
            }
        });
        System.out.println(sinceStart() + " ms  all");
    }

    private static long sinceStart() {
        return System.currentTimeMillis()
                - java.lang.management.ManagementFactory.getRuntimeMXBean().getStartTime();
    }
}
