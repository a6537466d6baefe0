// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import dev.zeus.wheels.core.declaring.Addition;
import dev.zeus.wheels.core.declaring.ModuleSources;
import dev.zeus.wheels.core.declaring.NotDeclaredException;
import dev.zeus.wheels.core.declaring.Removal;
import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.generated.GeneratedFiles;
import dev.zeus.wheels.core.http.CacheContent;
import dev.zeus.wheels.core.http.CacheItem;
import dev.zeus.wheels.core.output.SourceChange;
import dev.zeus.wheels.core.setup.AskedRequirements;
import dev.zeus.wheels.core.setup.OptionProblem;
import dev.zeus.wheels.core.setup.OptionWords;
import dev.zeus.wheels.python.NearName;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.PackagingParseException;
import dev.zeus.wheels.python.Requirement;
import dev.zeus.wheels.python.WheelFilename;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A change of what a wheel set declares, that takes effect only once it is locked: the sources and the generated files
 * change together, or neither does.
 *
 * @param change what becomes of the sources
 * @param told what to say of the names of types
 * @param names the packages that come or go
 */
public record Redeclaration(SourceChange change, List<String> told, List<PackageName> names) {
    public Redeclaration {
        told = List.copyOf(told);
        names = List.copyOf(names);
    }

    /**
     * Declares packages.
     *
     * @param asked requirements, separated by commas
     * @throws WheelsException I201 for what is not a requirement, I207, I208, I209 for what cannot be declared
     */
    public static Redeclaration add(ModuleSources sources, String asked) {
        Map<String, Requirement> requirements = new LinkedHashMap<>();
        for (Requirement each : AskedRequirements.parse("wheels.add", asked)) {
            boolean again = requirements.values().stream()
                    .anyMatch(other -> other.name().equals(each.name()));
            if (again) {
                throw new WheelsException(
                        OptionProblem.BAD_REQUIREMENT,
                        "wheels.add is \"" + asked + "\", which names \"" + each.name() + "\" twice",
                        "write its bounds behind one name, as in " + each.name() + ">=1,<2");
            }
            requirements.put(AskedRequirements.written(asked, each.name()), each);
        }
        Addition.Outcome outcome = Addition.of(sources, requirements);
        return new Redeclaration(
                outcome.change(),
                outcome.told(),
                requirements.values().stream().map(Requirement::name).toList());
    }

    /**
     * Takes declarations out.
     *
     * @param asked names, separated by commas
     * @throws WheelsException I216 for what is not a name, I210, I211, I212 for what cannot be taken out
     */
    public static Redeclaration remove(ModuleSources sources, String asked) {
        List<PackageName> names = OptionWords.of(asked).stream()
                .map(word -> name(asked, word))
                .distinct()
                .toList();
        if (names.isEmpty()) {
            throw noName(asked);
        }
        try {
            return new Redeclaration(Removal.of(sources, names), List.of(), names);
        } catch (NotDeclaredException e) {
            PackageName missing = e.missing();
            throw new WheelsException(
                    e.problem().code(),
                    e.problem().message(),
                    NearName.among(e.declared(), missing.value())
                            .map(near -> "did you mean -Dwheels.remove=" + near + "?")
                            .orElse(e.problem().hint()));
        }
    }

    private static PackageName name(String asked, String word) {
        try {
            return PackageName.parse(word);
        } catch (PackagingParseException e) {
            throw noName(asked);
        }
    }

    private static WheelsException noName(String asked) {
        return new WheelsException(
                OptionProblem.BAD_REMOVAL,
                "wheels.remove is \"" + asked + "\"; expected names of packages, separated by commas",
                "give -Dwheels.remove=httpx,numpy");
    }

    /**
     * Ends a change that was cut short.
     *
     * @throws WheelsException I215 where there was one
     */
    public static void recover(Path outputDirectory, EventSink events) {
        GeneratedFiles.in(outputDirectory).reserve(events).close();
    }

    /**
     * Locks what is declared with the change, and makes it with that.
     *
     * @param request of the changed declarations
     * @param project the directory that paths are shown from
     * @param place where it is locked
     * @return what to say of it
     * @throws WheelsException as {@link Generate#run}; nothing has changed then
     */
    public List<String> generate(GenerateRequest request, Path project, RunPlace place, EventSink events) {
        try {
            List<String> lines = new ArrayList<>(told);
            lines.addAll(ForkedGenerate.run(request, change, () -> place, events));
            lines.addAll(lines.size() - 1, change.lines(project));
            return lines;
        } catch (WheelsException e) {
            throw near(request, e);
        }
    }

    /** A name that no index has is probably a misspelt one of those that are known here. */
    private WheelsException near(GenerateRequest request, WheelsException failure) {
        String said = String.valueOf(failure.problem().message());
        List<PackageName> named =
                names.stream().filter(name -> said.contains("\"" + name + "\"")).toList();
        if (named.isEmpty()) {
            return failure;
        }
        try {
            SortedSet<String> locked = new TreeSet<>();
            GeneratedFiles.lock(request.outputDirectory())
                    .ifPresent(lock -> lock.packages()
                            .forEach(each -> locked.add(each.name().value())));
            return near(named, locked, "is locked", failure)
                    .or(() -> near(named, cached(request.access().cacheDirectory()), "is in the cache", failure))
                    .orElse(failure);
        } catch (WheelsException | UncheckedIOException unreadable) {
            return failure;
        }
    }

    private static Optional<WheelsException> near(
            List<PackageName> named, SortedSet<String> known, String where, WheelsException failure) {
        Problem problem = failure.problem();
        return named.stream()
                .filter(name -> !known.contains(name.value()))
                .flatMap(name -> NearName.among(known, name.value()).stream())
                .findFirst()
                .map(near -> new WheelsException(
                        new Problem(
                                problem.code(),
                                problem.message(),
                                "did you mean \"" + near + "\", which " + where + "? Else: " + problem.hint()),
                        failure));
    }

    /** The packages of which any project that uses the cache has taken a wheel. */
    private static SortedSet<String> cached(Path directory) {
        SortedSet<String> names = new TreeSet<>();
        for (CacheItem item : new CacheContent(directory).items()) {
            try {
                names.add(WheelFilename.parse(String.valueOf(item.path().getFileName()))
                        .name()
                        .value());
            } catch (PackagingParseException otherFile) {
                // A page, a source distribution, what was found in a wheel: it has no name, or one that wheels have,
                // too.
            }
        }
        return names;
    }
}
