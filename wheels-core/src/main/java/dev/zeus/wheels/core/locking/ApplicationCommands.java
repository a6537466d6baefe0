// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.locking;

import dev.zeus.wheels.ApplicationDeclaration;
import dev.zeus.wheels.EnvironmentDeclaration;
import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.Subject;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.project.OwnProblem;
import dev.zeus.wheels.core.project.OwnSources;
import dev.zeus.wheels.core.render.CommandSources;
import dev.zeus.wheels.core.text.Counted;
import dev.zeus.wheels.python.NearName;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Holds the commands of applications against what the packages of their environment install.
 *
 * <p>The lock has the main program of each package. For any other command, the wheels of its environment are examined:
 * in the cache, where locking has left what it read, else by the index.
 */
public final class ApplicationCommands {
    private static final int SHOWN = 12;

    private final LockRequest request;
    private final EventSink events;

    public ApplicationCommands(LockRequest request, EventSink events) {
        this.request = request;
        this.events = events;
    }

    /** A command that is still to be found. */
    private record Asked(CommandSources sources, ApplicationDeclaration application, String command) {}

    /**
     * Looks for all of them.
     *
     * @throws WheelsException N328 for a command that nothing of its environment has on one of its targets
     */
    public void check(Lock lock, OwnSources own) {
        Set<Asked> open = new LinkedHashSet<>();
        Set<LockedPackage> packages = new LinkedHashSet<>();
        for (CommandSources sources : CommandSources.of(request.set(), lock, own)) {
            for (ApplicationDeclaration application : sources.environment().parts(ApplicationDeclaration.class)) {
                application.commands().stream()
                        .filter(command -> !isKnown(command, sources))
                        .forEach(command -> open.add(new Asked(sources, application, command)));
            }
        }
        open.forEach(asked -> packages.addAll(asked.sources.wheels()));
        if (packages.isEmpty()) {
            open.forEach(asked -> check(asked, InstalledCommands.NONE));
            return;
        }
        InstalledCommands installed = InstalledCommands.of(packages, request, events);
        open.forEach(asked -> check(asked, installed));
    }

    private static boolean isKnown(String command, CommandSources sources) {
        return sources.own().contains(command)
                || sources.wheels().stream()
                        .anyMatch(locked -> locked.facts()
                                .mainProgram()
                                .filter(command::equals)
                                .isPresent());
    }

    private void check(Asked asked, InstalledCommands installed) {
        SortedSet<String> there = new TreeSet<>(asked.sources.own());
        SortedSet<String> unknown = new TreeSet<>(asked.sources.others());
        for (LockedPackage locked : asked.sources.wheels()) {
            installed
                    .of(locked)
                    .ifPresentOrElse(
                            there::addAll, () -> unknown.add(locked.name().value()));
        }
        if (there.contains(asked.command)) {
            return;
        }
        if (!unknown.isEmpty()) {
            events.accept(new WheelsEvent.Noted("whether " + named(asked) + " exists, only the build can tell: what "
                    + list(unknown) + (unknown.size() == 1 ? " installs" : " install") + " is not known here"));
            return;
        }
        throw new WheelsException(problem(asked, there));
    }

    private Problem problem(Asked asked, SortedSet<String> there) {
        EnvironmentDeclaration environment = asked.sources.environment();
        Optional<String> near = NearName.among(there, asked.command);
        String hint = near.map(each -> "did you mean \"" + each + "\"?")
                .orElseGet(() -> "add the package that has it to the environment"
                        + (there.isEmpty() ? "" : ", or name one of these: " + list(there)));
        return new Problem(
                        OwnProblem.NO_COMMAND,
                        request.sources().mention(environment.type(), asked.command) + ": " + named(asked)
                                + " is in no package of the environment \"" + environment.name() + "\" on "
                                + asked.sources.target().id(),
                        hint)
                .about(request.sources().at(Subject.UNKNOWN, environment.type()));
    }

    private static String named(Asked asked) {
        return "the command \"" + asked.command + "\" of the application \"" + asked.application.name() + "\"";
    }

    private static String list(SortedSet<String> names) {
        return Counted.first(SHOWN, names);
    }
}
