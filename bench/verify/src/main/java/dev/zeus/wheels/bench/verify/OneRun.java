// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.bench.verify;

import dev.zeus.wheels.core.LockedWheels;
import dev.zeus.wheels.core.check.CheckResult;
import dev.zeus.wheels.core.check.Outcome;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.setup.Declarations;
import dev.zeus.wheels.core.setup.IndexAccess;
import dev.zeus.wheels.core.setup.TargetChoice;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;

/** One run of {@code wheels:check} without Nix, in a JVM of its own, as a user's build pays for it. */
final class OneRun {
    private OneRun() {}

    /** {@code GENERATED TARGETS}: prints when each step ended, in milliseconds since the JVM's start. */
    public static void main(String[] arguments) {
        LockedWheels wheels = new LockedWheels(
                Declarations.wheelSet(OneRun.class.getClassLoader()).orElseThrow(),
                Path.of(arguments[0]),
                TargetChoice.parse(arguments[1]),
                "",
                List.of(),
                IndexAccess.standard());
        Lock lock = wheels.lock(OneRun::print);
        List<CheckResult> results = wheels.check(lock, OneRun::print);
        long passed = results.stream()
                .filter(result -> result.outcome() instanceof Outcome.Passed)
                .count();
        long notRun = results.stream()
                .filter(result -> result.outcome() instanceof Outcome.NotRun)
                .count();
        System.out.println(sinceStart() + " ms  all: " + passed + " passed, " + notRun + " not run, "
                + (results.size() - passed - notRun) + " failed");
    }

    private static void print(WheelsEvent event) {
        if (event instanceof WheelsEvent.Finished finished) {
            System.out.println(sinceStart() + " ms  " + finished.task() + ": " + finished.summary());
        }
    }

    private static long sinceStart() {
        return System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
    }
}
