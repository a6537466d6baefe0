// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.junit;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.zeus.wheels.core.LockedWheels;
import dev.zeus.wheels.core.check.CheckResult;
import dev.zeus.wheels.core.check.Outcome;
import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.text.Printable;
import dev.zeus.wheels.python.PackageName;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.function.Executable;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** The tests of locked wheels, which JUnit takes one after the other. */
final class TestTree {
    private final LockedWheels wheels;
    private final EventSink events;

    TestTree(LockedWheels wheels, EventSink events) {
        this.wheels = wheels;
        this.events = events;
    }

    /** Nothing is asked of a wheel before the first container of a package is taken from the stream. */
    Stream<DynamicNode> nodes() {
        return coded("generated files", () -> nodes(wheels.lock(events)));
    }

    private Stream<DynamicNode> nodes(Lock lock) {
        if (wheels.targets(lock).isEmpty()) {
            return Stream.of(generatedFiles(() -> {}), dynamicTest("targets", () -> {
                throw new TestAbortedException("this machine is none of the targets " + lock.ids()
                        + "; -Dwheels.targets=all checks the wheels of other machines");
            }));
        }
        return Stream.concat(
                Stream.of(generatedFiles(() -> {})),
                Stream.of(lock).flatMap(each -> coded("checks", () -> containers(wheels.check(each, events)))));
    }

    /** The tests, or one of this name that fails with the problem; unexpected failures have a code, too. */
    static Stream<DynamicNode> coded(String name, Supplier<Stream<DynamicNode>> tests) {
        try {
            return tests.get();
        } catch (RuntimeException | LinkageError | OutOfMemoryError | StackOverflowError e) {
            WheelsException problem = WheelsException.unexpected("the test of " + name, e);
            AssertionFailedError failure =
                    new AssertionFailedError(Printable.text(problem.problem().toString()));
            failure.setStackTrace(e.getStackTrace());
            return Stream.of(dynamicTest(name, () -> {
                throw failure;
            }));
        }
    }

    private static DynamicNode generatedFiles(Executable test) {
        return dynamicTest("generated files", test);
    }

    /** One for each package. */
    static Stream<DynamicNode> containers(List<CheckResult> results) {
        SortedMap<PackageName, List<CheckResult>> packages =
                results.stream().collect(Collectors.groupingBy(CheckResult::name, TreeMap::new, Collectors.toList()));
        return packages.entrySet().stream()
                .map(each -> dynamicContainer(
                        each.getKey().value(), each.getValue().stream().map(TestTree::test)));
    }

    private static DynamicNode test(CheckResult result) {
        return dynamicTest(result.check().title() + " " + result.target(), () -> assertPassed(result));
    }

    private static void assertPassed(CheckResult result) {
        if (result.outcome() instanceof Outcome.Failed) {
            throw new AssertionFailedError(Printable.text(result.toString()));
        }
        if (result.outcome() instanceof Outcome.NotRun) {
            throw new TestAbortedException(Printable.text(result.toString()));
        }
    }
}
