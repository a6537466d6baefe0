// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import dev.zeus.wheels.core.disk.PlainFile;
import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.WheelsEvent;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.python.PackageName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The checks of one target that need a Python of this machine: imports and reported versions. */
final class HostChecks {
    private final CheckRequest request;
    private final Target target;
    private final List<CheckedWheel> wheels;
    private final Path memories;

    /**
     * Checks of a target.
     *
     * @param installed the wheels that it installs
     * @param memories where is noted what has passed before
     */
    HostChecks(InstalledWheels installed, Path memories) {
        this.request = installed.request();
        this.target = installed.target();
        this.wheels = installed.wheels();
        this.memories = memories;
    }

    List<CheckResult> run(HostPythons pythons, EventSink events) {
        if (!target.system().equals(HostSystem.name())) {
            return notRun("this machine is " + HostSystem.name());
        }
        Optional<HostPython> python = pythons.find(target.python());
        if (python.isEmpty()) {
            return notRun("no Python " + target.python() + " answers on this machine");
        }
        Optional<CheckedWheel> missing =
                wheels.stream().filter(wheel -> wheel.file().isEmpty()).findFirst();
        if (missing.isPresent()) {
            return notRun("\"" + missing.get().wheel().filename() + "\" is not at hand");
        }
        HostImports imports = new HostImports(request, target, wheels, python.get());
        Optional<PassedImports> memory = PassedImports.of(
                memories,
                python.get(),
                target,
                wheels,
                imports.modules(),
                wheel -> !request.isBroughtAlong(wheel.locked().name()));
        Optional<Map<String, String>> reasons = memory.flatMap(PassedImports::recall);
        if (reasons.isPresent()) {
            events.accept(new WheelsEvent.Finished(
                    "import " + target.id(),
                    "Imports on " + target.id() + " have passed before: the same wheels, Python and system"));
            return passedBefore(imports, reasons.get());
        }
        try (SiteDirectory site = SiteDirectory.create()) {
            for (CheckedWheel wheel : wheels) {
                site.install(wheel.file().orElseThrow());
            }
            return ask(imports, new SitePython(python.get(), site), memory);
        } catch (IOException e) {
            return notRun("the wheels cannot be unpacked: " + PlainFile.reason(e));
        }
    }

    private List<CheckResult> notRun(String reason) {
        List<CheckResult> results = new ArrayList<>();
        for (CheckedWheel wheel : wheels) {
            Check.asked(Asking.OnHost.class)
                    .keySet()
                    .forEach(check -> add(results, wheel, check, new Outcome.NotRun(reason)));
        }
        return results;
    }

    private void add(List<CheckResult> results, CheckedWheel wheel, Check check, Outcome outcome) {
        PackageName name = wheel.locked().name();
        if (request.wants(name, check)) {
            results.add(new CheckResult(name, check, target.id(), outcome));
        }
    }

    /**
     * Adds what a Python answers to all that it is asked.
     *
     * @return whether it denies nothing
     */
    private boolean add(List<CheckResult> results, CheckedWheel wheel, HostAnswer answer) {
        boolean passes = true;
        for (Map.Entry<Check, Asking.OnHost> asked :
                Check.asked(Asking.OnHost.class).entrySet()) {
            for (Outcome outcome : asked.getValue().question().apply(answer)) {
                passes &= !(outcome instanceof Outcome.Failed);
                add(results, wheel, asked.getKey(), outcome);
            }
        }
        return passes;
    }

    private List<CheckResult> passedBefore(HostImports imports, Map<String, String> reasons) {
        List<CheckResult> results = new ArrayList<>();
        for (CheckedWheel wheel : wheels) {
            Optional<Outcome> excuse = Optional.ofNullable(
                            reasons.get(wheel.locked().name().value()))
                    .map(Outcome.NotRun::new);
            ImportAnswer imported =
                    ImportAnswer.lasting(imports.unasked(wheel).or(() -> excuse).orElseGet(Outcome.Passed::new));
            add(
                    results,
                    wheel,
                    new HostAnswer(
                            wheel.locked(), imported, wheel.locked().version().toString()));
        }
        return results;
    }

    private List<CheckResult> ask(HostImports imports, SitePython site, Optional<PassedImports> memory)
            throws IOException {
        List<ImportAnswer> answers = imports.answers(site);
        Map<String, String> versions = site.versions(
                wheels.stream().map(wheel -> wheel.locked().name().value()).toList(), HostImports.LIMIT);
        List<CheckResult> results = new ArrayList<>();
        Map<String, String> reasons = new TreeMap<>();
        boolean lasts = true;
        for (int i = 0; i < wheels.size(); i++) {
            CheckedWheel wheel = wheels.get(i);
            ImportAnswer answer = answers.get(i);
            for (Outcome outcome : answer.outcomes()) {
                if (outcome instanceof Outcome.NotRun notRun) {
                    reasons.put(wheel.locked().name().value(), notRun.reason());
                }
            }
            String reported = versions.getOrDefault(wheel.locked().name().value(), "-");
            boolean passes = add(results, wheel, new HostAnswer(wheel.locked(), answer, reported));
            lasts &= answer.lasts() && passes;
        }
        if (lasts) {
            memory.ifPresent(present -> present.remember(reasons));
        }
        return results;
    }
}
