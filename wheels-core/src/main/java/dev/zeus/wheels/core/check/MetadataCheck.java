// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.ProblemKind;
import dev.zeus.wheels.core.lock.Departures;
import dev.zeus.wheels.core.lock.LockedDependency;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.core.text.Counted;
import dev.zeus.wheels.core.wheel.ImportNames;
import dev.zeus.wheels.core.wheel.SelfRequirements;
import dev.zeus.wheels.core.wheel.WheelArchive;
import dev.zeus.wheels.python.CoreMetadata;
import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.MarkerEnvironment;
import dev.zeus.wheels.python.MarkerEvaluationException;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.PackagingParseException;
import dev.zeus.wheels.python.PreReleases;
import dev.zeus.wheels.python.Requirement;
import dev.zeus.wheels.python.Version;
import dev.zeus.wheels.python.VersionSpecifiers;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares a wheel's {@code METADATA} with the lock on one target: the same name, version and Pythons, and exactly the
 * requirements that hold there, each met by the locked version or by a decision of the set that the lock records; and
 * the modules, which are what is imported.
 */
final class MetadataCheck implements Asking.TargetQuestion {
    private static final int SHOWN = 5;

    private final Target target;
    private final List<LockedPackage> all;
    private final Map<PackageName, LockedPackage> installed = new HashMap<>();

    MetadataCheck(InstalledWheels wheels) {
        this.target = wheels.target();
        this.all = wheels.request().lock().packages();
        wheels.request().packages(target).forEach(locked -> installed.put(locked.name(), locked));
    }

    @Override
    public List<Outcome> ask(CheckedWheel wheel) {
        String name = wheel.wheel().filename().text();
        return wheel.ask(
                archive -> problem(archive, name, wheel.locked()).stream().toList());
    }

    /** The first thing in which wheel and lock disagree. */
    private Optional<Problem> problem(WheelArchive archive, String wheel, LockedPackage locked) {
        Optional<String> text = archive.text(archive.distInfo() + "METADATA");
        try {
            CoreMetadata metadata = CoreMetadata.parse(text.orElse(""));
            return disagreement(metadata, wheel, locked)
                    .or(() -> unnamed(archive, metadata, locked))
                    .map(what -> wrong(CheckProblem.OTHER_METADATA, wheel, what));
        } catch (PackagingParseException e) {
            return Optional.of(
                    wrong(CheckProblem.GARBLED_METADATA, wheel, "its METADATA is garbled: expected " + e.expected()));
        } catch (MarkerEvaluationException e) {
            return Optional.of(wrong(
                    CheckProblem.GARBLED_METADATA, wheel, "a marker of its METADATA has no answer: " + e.getMessage()));
        }
    }

    private static Problem wrong(ProblemKind code, String wheel, String what) {
        return new Problem(
                code,
                "\"" + wheel + "\" disagrees with the lock: " + what,
                "run mvn wheels:generate -Dwheels.upgrade to lock it again; if that does not help, use another version");
    }

    /**
     * Modules that the lock does not name, so that they would not be imported: all of them, where another wheel of the
     * version may install others; else any.
     */
    private static Optional<String> unnamed(WheelArchive archive, CoreMetadata metadata, LockedPackage locked) {
        List<String> named = locked.facts().imports();
        Set<String> installs = new TreeSet<>(ImportNames.of(archive.paths(), metadata.importNames()));
        boolean only = locked.wheels().size() == 1;
        if (!named.isEmpty() && !only) {
            return Optional.empty();
        }
        installs.removeAll(named);
        return installs.isEmpty()
                ? Optional.empty()
                : Optional.of("it installs "
                        + Counted.first(
                                SHOWN,
                                installs.stream()
                                        .map(module -> "\"" + module + "\"")
                                        .toList())
                        + ", which the lock does not name among its modules");
    }

    private Optional<String> disagreement(CoreMetadata metadata, String wheel, LockedPackage locked) {
        if (!metadata.name().equals(locked.name())) {
            return Optional.of("it is named \"" + metadata.name() + "\", expected \"" + locked.name() + "\"");
        }
        if (!metadata.version().equals(locked.version())) {
            return Optional.of("it has the version " + metadata.version() + ", expected " + locked.version());
        }
        Optional<VersionSpecifiers> python = locked.requiresPython(wheel);
        if (!metadata.requiresPython().equals(python)) {
            return Optional.of("it requires Python \"" + show(metadata.requiresPython()) + "\", locked is \""
                    + show(python) + "\"");
        }
        Optional<String> base =
                edges(metadata, locked, locked.dependencies(), Set.of()).map(what -> what + " on " + target.id());
        if (base.isPresent()) {
            return base;
        }
        return locked.optionalDependencies().entrySet().stream()
                .filter(extra -> !isOnlyForOthers(metadata, locked.name(), extra.getKey())
                        || extra.getValue().stream()
                                .anyMatch(edge -> edge.targets().contains(target.id())))
                .flatMap(extra -> edges(metadata, locked, extra.getValue(), Set.of(extra.getKey())).stream()
                        .map(what -> what + " on " + target.id() + " with the extra \"" + extra.getKey() + "\""))
                .findFirst();
    }

    /** Whether what asks for an extra asks for it on other targets only. */
    private boolean isOnlyForOthers(CoreMetadata metadata, PackageName name, ExtraName extra) {
        List<LockedDependency> asking = all.stream()
                .flatMap(LockedPackage::allDependencies)
                .filter(edge -> edge.name().equals(name)
                        && edge.extras().stream().anyMatch(asked -> leadsTo(metadata, asked, extra)))
                .toList();
        return !asking.isEmpty()
                && asking.stream().noneMatch(edge -> edge.targets().contains(target.id()));
    }

    /** Whether an extra is another one, or asks for it of the package itself. */
    private boolean leadsTo(CoreMetadata metadata, ExtraName asked, ExtraName extra) {
        Set<ExtraName> met = new TreeSet<>();
        SelfRequirements.resolved(metadata.name(), required(metadata, Set.of(asked)), next -> {
            met.add(next);
            return required(metadata, Set.of(next));
        });
        return asked.equals(extra) || met.contains(extra);
    }

    /** The requirements that hold, with an extra those that it adds. */
    private List<Requirement> required(CoreMetadata metadata, Set<ExtraName> extras) {
        return metadata.requiresDist().stream()
                .filter(requirement -> holds(requirement, extras))
                .toList();
    }

    private static String show(Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }

    /** Compares requirements that hold, with an extra those that it adds, and the lock's dependencies. */
    private Optional<String> edges(
            CoreMetadata metadata, LockedPackage locked, List<LockedDependency> dependencies, Set<ExtraName> extras) {
        Map<PackageName, Set<ExtraName>> edges = new HashMap<>();
        for (LockedDependency dependency : dependencies) {
            if (dependency.targets().contains(target.id())) {
                edges.computeIfAbsent(dependency.name(), name -> new TreeSet<>())
                        .addAll(dependency.extras());
            }
        }
        Departures departures = locked.departures();
        List<Requirement> written = required(metadata, extras);
        Set<PackageName> required = new HashSet<>();
        for (Requirement requirement :
                SelfRequirements.resolved(metadata.name(), written, extra -> required(metadata, Set.of(extra)))) {
            required.add(requirement.name());
            // An override of the package itself may leave out extras that it wants of itself.
            boolean optional = departures.relaxes(metadata.name(), target.id()) && !written.contains(requirement);
            Optional<String> unmet = optional ? Optional.empty() : unmet(requirement, departures, edges);
            if (unmet.isPresent()) {
                return unmet;
            }
        }
        Optional<String> otherSelf = written.stream()
                .filter(requirement -> requirement.name().equals(metadata.name())
                        && !departures.relaxes(metadata.name(), target.id())
                        && !requirement.specifiers().contains(locked.version(), PreReleases.ALLOW))
                .findFirst()
                .map(requirement -> "it requires \"" + requirement + "\" of itself; locked: " + locked.version());
        if (otherSelf.isPresent()) {
            return otherSelf;
        }
        return edges.keySet().stream()
                .filter(name -> !required.contains(name))
                .sorted()
                .findFirst()
                .map(name -> "the lock has the dependency \"" + name + "\", which it does not require");
    }

    private boolean holds(Requirement requirement, Set<ExtraName> extras) {
        MarkerEnvironment environment = target.environment();
        return requirement
                .marker()
                .map(marker -> marker.evaluate(environment, extras)
                        && (extras.isEmpty() || !marker.evaluate(environment, Set.of())))
                .orElse(extras.isEmpty());
    }

    /** What is wrong with a requirement, unless the set has decided that it does without. */
    private Optional<String> unmet(
            Requirement requirement, Departures departures, Map<PackageName, Set<ExtraName>> edges) {
        if (departures.removes(requirement.name(), target.id())) {
            return Optional.empty();
        }
        Set<ExtraName> extras = edges.get(requirement.name());
        LockedPackage met = installed.get(requirement.name());
        if (extras == null || met == null) {
            return Optional.of("it requires \"" + requirement + "\", which the lock leaves out");
        }
        if (departures.relaxes(requirement.name(), target.id())) {
            return Optional.empty();
        }
        Version version = met.version();
        if (!requirement.specifiers().contains(version, PreReleases.ALLOW)) {
            return Optional.of("it requires \"" + requirement + "\", locked is " + version);
        }
        return extras.containsAll(requirement.extras())
                ? Optional.empty()
                : Optional.of("it requires \"" + requirement + "\", the lock leaves out an extra");
    }
}
