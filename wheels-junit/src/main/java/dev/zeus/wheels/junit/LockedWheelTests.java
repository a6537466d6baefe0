// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.junit;

import dev.zeus.wheels.core.LockedWheels;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/**
 * The checks of {@code wheels:check} as JUnit tests: a container for each locked package, in it a test for each check
 * and target.
 *
 * <p>One empty class in the module that declares the wheels makes them run in an IDE, in Surefire and in Failsafe:
 *
 * <pre>{@code
 * class WheelsIT implements LockedWheelTests {}
 * }</pre>
 *
 * <p>A check that could not be asked, such as an import without a Python of the target, is an aborted test that says
 * why, never a passed one. The first test shows that the generated files are what the lock renders to; where they are
 * not, nothing else is asked. All checks run once, when the first package is reached.
 *
 * <p>System properties say what they say to the goal: {@code wheels.targets} ({@code host} or {@code all}),
 * {@code wheels.check.read} ({@code whole} or {@code ranges}), {@code wheels.outputDirectory}, {@code wheels.pythons},
 * {@code wheels.cacheDirectory}, {@code wheels.index.NAME}. Logins come from {@code WHEELS_INDEX_…} variables and
 * netrc, not from Maven's settings.
 */
public interface LockedWheelTests {
    /** {@return the tests} */
    @TestFactory
    default Stream<DynamicNode> wheels() {
        return TestTree.coded("locked wheels", () -> {
            LockedWheels wheels = ModuleUnderTest.of(getClass().getClassLoader(), System.getProperties());
            return new TestTree(wheels, new LoggedEvents()).nodes();
        });
    }
}
