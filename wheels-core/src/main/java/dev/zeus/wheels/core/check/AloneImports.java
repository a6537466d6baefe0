// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import dev.zeus.wheels.core.check.ImportFailures.Failure;
import dev.zeus.wheels.core.disk.PlainFile;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.python.PackageName;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * Which modules of each package of a target import as Nix imports them when it builds that package alone: in one
 * process, with the package and what it requires on the path, each in a place of its own, and nothing else.
 */
final class AloneImports {
    private static final int TRIES = 2;

    private final InstalledWheels installed;
    private final Target target;
    private final BiFunction<PackageName, String, Set<PackageName>> paths;
    private final Duration limit;
    private final List<String> left = new ArrayList<>();

    /**
     * The imports of a target.
     *
     * @param paths the packages that are on the path of one on a target; none where nothing is built of it
     * @param limit the longest time for one package, for each of its tries
     */
    AloneImports(InstalledWheels installed, BiFunction<PackageName, String, Set<PackageName>> paths, Duration limit) {
        this.installed = installed;
        this.target = installed.target();
        this.paths = paths;
        this.limit = limit;
    }

    private record Asked(PackageName name, List<String> modules, List<String> path) {
        ImportTask task() {
            return new ImportTask(modules, path);
        }
    }

    ImportRecord record(HostPythons pythons) {
        Optional<HostPython> python = pythons.find(target.python());
        if (python.isEmpty()) {
            return ImportRecord.none(target, "no Python " + target.python() + " answers on this machine");
        }
        List<CheckedWheel> wheels = installed.wheels();
        try (SiteDirectory site = SiteDirectory.create()) {
            SortedMap<PackageName, String> parts = new TreeMap<>();
            for (CheckedWheel wheel : wheels) {
                if (wheel.file().isEmpty()) {
                    return ImportRecord.none(target, "\"" + wheel.wheel().filename() + "\" is not at hand");
                }
                String part = Integer.toString(parts.size());
                site.install(wheel.file().get(), part);
                parts.put(wheel.locked().name(), part);
            }
            HostImports imports = new HostImports(installed.request(), target, wheels, python.get());
            List<Asked> asked = wheels.stream()
                    .filter(wheel -> imports.unasked(wheel).isEmpty())
                    .flatMap(wheel -> asked(wheel, parts).stream())
                    .toList();
            SortedMap<PackageName, List<String>> modules = new TreeMap<>();
            answers(new SitePython(python.get(), site), asked, TRIES, modules);
            return new ImportRecord(target, modules, left);
        } catch (IOException e) {
            return ImportRecord.none(target, "nothing can be imported: " + PlainFile.reason(e));
        }
    }

    private Optional<Asked> asked(CheckedWheel wheel, SortedMap<PackageName, String> parts) {
        PackageName name = wheel.locked().name();
        Set<PackageName> path = paths.apply(name, target.id());
        List<String> modules = modules(wheel);
        return path.isEmpty() || modules.isEmpty()
                ? Optional.empty()
                : Optional.of(new Asked(
                        name,
                        modules,
                        Stream.concat(Stream.of(name), path.stream().filter(other -> !other.equals(name)))
                                .flatMap(each -> Optional.ofNullable(parts.get(each)).stream())
                                .toList()));
    }

    /** Its modules in the order in which its build imports them: of what is declared, those of its own name first. */
    private List<String> modules(CheckedWheel wheel) {
        PackageName name = wheel.locked().name();
        Comparator<String> mainFirst =
                Comparator.comparing(module -> installed.request().isBroughtAlong(name)
                        || !PackageName.normalize(module).equals(name));
        return wheel.locked().facts().imports().stream()
                .filter(module -> !InstalledPath.isRemoved(module))
                .sorted(mainFirst.thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** What fails is left out, and the rest asked again while there are tries: it may have worked only after that. */
    private void answers(SitePython site, List<Asked> all, int tries, SortedMap<PackageName, List<String>> modules)
            throws IOException {
        List<ImportReport> reports = site.imported(all.stream().map(Asked::task).toList(), limit);
        List<Asked> again = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Asked asked = all.get(i);
            List<String> rest = modules(asked, reports.get(i));
            boolean isWhole = rest.equals(asked.modules());
            modules.put(asked.name(), isWhole ? rest : List.of());
            if (!isWhole && !rest.isEmpty()) {
                again.add(new Asked(asked.name(), rest, asked.path()));
            }
        }
        if (tries > 1) {
            answers(site, again, tries - 1, modules);
        }
    }

    /** Those that have not failed, by an answer that counts; says of the others why not. */
    private List<String> modules(Asked asked, ImportReport report) {
        if (!report.failures().complete()) {
            leave(asked, report.timedOut() ? "it took longer than " + limit.toSeconds() + " s" : report.ended());
            return List.of();
        }
        List<Failure> failures = report.failures().failures();
        failures.forEach(failure -> leave(asked, "\"" + failure.module() + "\": " + failure.said()));
        Set<String> failed = Set.copyOf(failures.stream().map(Failure::module).toList());
        return asked.modules().stream()
                .filter(module -> !failed.contains(module))
                .toList();
    }

    private void leave(Asked asked, String reason) {
        left.add(target.id() + " " + asked.name() + ": " + reason);
    }
}
