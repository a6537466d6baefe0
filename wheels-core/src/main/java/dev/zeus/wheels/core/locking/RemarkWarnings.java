// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.locking;

import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.core.resolve.Remark;
import dev.zeus.wheels.core.resolve.Resolution;
import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.NearName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says what the resolutions of a set leave out: once for all targets that it concerns, where it is declared. */
final class RemarkWarnings {
    private final int targets;
    private final Map<Remark, List<Target>> remarks = new LinkedHashMap<>();

    RemarkWarnings(List<Resolution> resolutions) {
        this.targets = resolutions.size();
        for (Resolution resolution : resolutions) {
            resolution
                    .remarks()
                    .forEach(remark -> remarks.computeIfAbsent(remark, each -> new ArrayList<>())
                            .add(resolution.target()));
        }
    }

    void say(EventSink events) {
        remarks.forEach((remark, where) -> {
            Problem problem = problem(remark, where(where));
            boolean asksForNothing = remark instanceof Remark.LeftOut left
                    && left.fault() == Remark.LeftOut.Fault.PYTHON
                    && !left.declared();
            events.accept(asksForNothing ? new WheelsEvent.Noted(problem.message()) : new WheelsEvent.Warned(problem));
        });
    }

    private String where(List<Target> concerned) {
        return concerned.size() == targets
                ? ""
                : " on " + concerned.stream().map(Target::id).collect(Collectors.joining(", "));
    }

    private static Problem problem(Remark remark, String where) {
        if (remark instanceof Remark.MissingExtra missing) {
            return missing(missing, where);
        }
        if (remark instanceof Remark.OverriddenExtra lost) {
            return new Problem(
                    LockingProblem.EXTRA_OVERRIDDEN,
                    askers(remark) + " asks for the extra \"" + lost.extra() + "\" of \"" + lost.name() + "\", and \""
                            + lost.override() + "\" in overrides of @WheelSet replaces that" + where,
                    "write \"" + lost.name() + "[" + lost.extra() + "]\" in overrides to keep the extra");
        }
        return left((Remark.LeftOut) remark, where);
    }

    private static Problem missing(Remark.MissingExtra missing, String where) {
        List<String> provided =
                missing.provided().stream().map(ExtraName::value).toList();
        String has = provided.isEmpty() ? "it has none" : "it has " + String.join(", ", provided);
        return new Problem(
                LockingProblem.NO_SUCH_EXTRA,
                askers(missing) + " asks for the extra \"" + missing.extra() + "\" of \"" + missing.name()
                        + "\", which " + missing.version() + " does not have" + where + "; " + has,
                NearName.among(provided, missing.extra().value())
                        .map(near -> "did you mean \"" + near + "\"?")
                        .orElse("leave the extra out, or ask for a version that has it"));
    }

    private static Problem left(Remark.LeftOut left, String where) {
        String wanted = left.declared() ? askers(left) + " gets" : askers(left) + " needs, and gets,";
        return new Problem(
                LockingProblem.NEWER_UNUSABLE,
                wanted + " \"" + left.name() + "\" " + left.chosen() + where + ": " + left.versions() + ' '
                        + left.fault().text() + ": " + left.why(),
                way(left) + "; to select the older one on purpose, give \"" + left.name() + "\" a version");
    }

    private static String way(Remark.LeftOut left) {
        return switch (left.fault()) {
            case BROKEN -> "tell its authors";
            case PYTHON -> "target a Python that the newer one supports";
            case ADDRESS -> left.ways().stream().findFirst().orElse("tell its authors");
        };
    }

    private static String askers(Remark remark) {
        return remark.askers().isEmpty() ? "a package" : String.join(" and ", remark.askers());
    }
}
