// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.resolve;

import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.python.CoreMetadata;
import dev.zeus.wheels.python.EnvironmentMarker;
import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.MarkerEnvironment;
import dev.zeus.wheels.python.Requirement;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Says of which requirements a machine decides that no target knows: of Linux its kernel.
 *
 * <p>For example {@code bridge>=10 ; platform_release >= "6.0"}. What such a marker asks for is taken to be empty, as
 * other resolvers do that resolve for another machine than their own.
 */
final class UnknownMachines {
    private final Target target;
    private final MarkerEnvironment environment;
    private final Set<String> unknown;
    private final EventSink events;

    UnknownMachines(Target target, EventSink events) {
        this.target = target;
        this.environment = target.environment();
        this.unknown = target.unknown();
        this.events = events;
    }

    /** Warns of what a chosen version requires, by itself or by the extras that are asked for. */
    void warn(CoreMetadata metadata, Set<ExtraName> extras) {
        for (Requirement requirement : metadata.requiresDist()) {
            requirement.marker().filter(marker -> isUndecided(marker, extras)).ifPresent(marker -> {
                boolean holds = marker.evaluate(environment, Set.of()) || marker.evaluate(environment, extras);
                warn(
                        "\"" + metadata.name() + "\" " + metadata.version() + " requires \"" + requirement + '"',
                        holds ? "counts as needed" : "counts as not needed",
                        holds
                                ? "if your machines do not need it, leave it out: excludes = \"" + requirement.name()
                                        + "\" in @WheelSet"
                                : "if your machines need it, declare \"" + requirement.name() + "\", too");
            });
        }
    }

    /** Warns of what the wheel set says itself. */
    void warn(ResolutionRules rules) {
        Stream.concat(rules.constraints().stream(), rules.overrides().stream())
                .filter(requirement -> requirement
                        .marker()
                        .filter(marker -> isUndecided(marker, Set.of()))
                        .isPresent())
                .forEach(requirement -> warn(
                        "@WheelSet says \"" + requirement + '"',
                        requirement.marker().orElseThrow().evaluate(environment, Set.of())
                                ? "applies"
                                : "does not apply",
                        "write a marker that does not depend on the kernel"));
    }

    private void warn(String what, String taken, String hint) {
        String system = target.isLinux() ? "Linux" : "macOS";
        events.accept(new WheelsEvent.Warned(new Problem(
                ResolveProblem.UNKNOWN_MACHINE,
                what + ", which depends on the kernel of a " + system + " machine; no target specifies that, so it "
                        + taken,
                hint)));
    }

    private boolean isUndecided(EnvironmentMarker marker, Set<ExtraName> extras) {
        return marker.dependsOn(unknown, environment, Set.of())
                || (!extras.isEmpty() && marker.dependsOn(unknown, environment, extras));
    }
}
