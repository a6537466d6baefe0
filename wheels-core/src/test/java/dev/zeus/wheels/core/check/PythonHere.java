// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** A Python of this machine, for tests that are left out where it has none. */
final class PythonHere {
    static final HostPythons HERE = HostPythons.ofThisMachine("");

    private PythonHere() {}

    static HostPython python() {
        Optional<HostPython> python = Stream.of("3.13", "3.12", "3.11", "3.10")
                .flatMap(version -> HERE.find(version).stream())
                .findFirst();
        assumeThat(python).as("a Python on this machine").isPresent();
        return python.orElseThrow();
    }

    /** Wheels that are locked for it. */
    static CheckFixture fixture(Path directory) {
        return new CheckFixture(directory, python().version());
    }
}
