// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.lock.Target;
import java.util.List;
import java.util.Optional;

/** Whether a wheel's file name fits a target (PEP 425, PEP 600). */
final class TagsCheck implements Asking.TargetQuestion {
    private final Target target;

    TagsCheck(InstalledWheels installed) {
        this.target = installed.target();
    }

    @Override
    public List<Outcome> ask(CheckedWheel wheel) {
        boolean fits = target.tags().rank(wheel.wheel().filename()).isPresent();
        return List.of(Outcome.of(
                fits
                        ? Optional.empty()
                        : Optional.of(new Problem(
                                CheckProblem.OTHER_TAG,
                                "\"" + wheel.wheel().filename() + "\" does not fit " + target.id() + " with the floor "
                                        + target.floor(),
                                "run mvn wheels:generate to lock a wheel that fits"))));
    }
}
