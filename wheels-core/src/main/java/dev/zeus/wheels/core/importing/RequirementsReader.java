// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.importing;

import dev.zeus.wheels.SourceFormat;
import dev.zeus.wheels.core.text.Valid;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.PackagingParseException;
import dev.zeus.wheels.python.Requirement;
import dev.zeus.wheels.python.RequirementsFile;
import dev.zeus.wheels.python.RequirementsFile.Line;
import dev.zeus.wheels.python.Version;
import dev.zeus.wheels.python.VersionSpecifiers;
import dev.zeus.wheels.python.WheelFilename;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads a requirements.txt with what it includes.
 *
 * <p>In a compiled one, whose comments say who needs what ({@code # via flask}), the project asks only for what nothing
 * else in the file needs; the rest is locked.
 */
final class RequirementsReader {
    /** More files than a project splits its requirements into, and few enough to read at once. */
    private static final int MOST_FILES = 100;

    /** Options that change nothing of what is installed. */
    private static final Set<String> SILENT =
            Set.of("--require-hashes", "--prefer-binary", "--no-cache-dir", "--use-feature", "--only-binary");

    /** What {@code conda list --export} writes: name, version and build. */
    private static final Pattern OF_CONDA = Pattern.compile("[A-Za-z0-9_.-]+=[^=\\s]+=[^=\\s]+");

    /** What Debian's pip lists of itself, and no index has. */
    private static final String OF_DEBIAN = "pkg-resources==0.0.0";

    private static final Pattern REPOSITORY = Pattern.compile("(git|hg|svn|bzr)(\\+|:)");

    private static final String OF_REPOSITORY =
            "it comes from a repository, and only wheels are declared; build a wheel of"
                    + " it, or declare a @CustomPackage";

    private final ImportedProject project;
    private final Gathering gathering;
    private final Set<Path> included = new HashSet<>();
    private final List<Compiled> compiled = new ArrayList<>();
    private int hashes;
    private boolean constraints;

    /** A line of the file, with who needs it. */
    private record Compiled(Requirement requirement, List<String> via, Place place) {}

    private RequirementsReader(ImportedProject project, Gathering gathering) {
        this.project = project;
        this.gathering = gathering;
    }

    static void read(ForeignText file, Gathering gathering) {
        RequirementsReader reader = new RequirementsReader(file.project(), gathering);
        reader.include(file);
        reader.sort(file);
        if (reader.hashes > 0) {
            gathering.leave(
                    file.at(1),
                    reader.hashes + " hashes",
                    "the index says them when the versions are locked, and every target gets those of its own files");
        }
    }

    private void include(ForeignText file) {
        if (!included.add(file.path().toAbsolutePath().normalize())) {
            return;
        }
        if (included.size() > MOST_FILES) {
            throw ImportProblems.malformed(file.at(1), "more than " + MOST_FILES + " files include each other");
        }
        List<String> lines = file.text().lines().toList();
        for (int i = 0; i < lines.size(); ) {
            int start = i;
            StringBuilder logical = new StringBuilder(lines.get(i)).append('\n');
            while (i + 1 < lines.size()
                    && lines.get(i).endsWith("\\")
                    && !lines.get(i).stripLeading().startsWith("#")) {
                i++;
                logical.append(lines.get(i)).append('\n');
            }
            i++;
            List<String> via = new ArrayList<>();
            for (; i < lines.size() && lines.get(i).startsWith("    #"); i++) {
                via.add(lines.get(i).strip().substring(1).strip());
            }
            line(file, logical.toString(), via, file.at(start + 1));
        }
    }

    private void line(ForeignText file, String text, List<String> via, Place place) {
        try {
            for (Line line : RequirementsFile.parse(text).lines()) {
                if (line instanceof Line.Needs needs) {
                    hashes += needs.hashes().size();
                    needs.options().forEach(option -> gathering.leave(place, option, "it is an option of pip's alone"));
                    add(needs.requirement(), via(via), place);
                } else if (line instanceof Line.Location location
                        && named(location).isPresent()) {
                    hashes += location.hashes().size();
                    add(named(location).get(), List.of(), place);
                } else if (line instanceof Line.Location location) {
                    gathering.leave(place, location.location(), why(location.location()));
                } else if (line instanceof Line.Option option) {
                    option(file, option, place);
                }
            }
        } catch (PackagingParseException e) {
            if (OF_CONDA.matcher(text.strip()).matches()) {
                throw ImportProblems.ofConda(place, text.strip());
            }
            throw ImportProblems.malformed(place, String.valueOf(e.getMessage()));
        }
    }

    /** Why a place is not a package that can be declared. */
    private static String why(String location) {
        if (REPOSITORY.matcher(location).lookingAt()) {
            return OF_REPOSITORY;
        }
        boolean address = location.contains("://") && !location.startsWith("file:");
        return address
                ? "it has no name; declare it with a @Source of format FLAT, or a @CustomPackage"
                : "a file or folder of this machine is none that others have; put a wheel into a @Source of format"
                        + " FLAT, import the pyproject.toml of a folder, or declare a @CustomPackage";
    }

    /** A wheel at an address says its name. */
    private static Optional<Requirement> named(Line.Location location) {
        String url = location.location();
        String file = url.replaceAll("[?#].*", "").replaceAll(".*/", "").replace("%2B", "+");
        if (!url.startsWith("https://") || !WheelFilename.isWheel(file)) {
            return Optional.empty();
        }
        return Optional.of(new Requirement(
                WheelFilename.parse(file).name(),
                new TreeSet<>(),
                VersionSpecifiers.ANY,
                Optional.of(url),
                location.marker()));
    }

    private static List<String> via(List<String> comments) {
        if (comments.isEmpty() || !comments.get(0).startsWith("via")) {
            return List.of();
        }
        List<String> all = new ArrayList<>();
        for (String comment : comments) {
            String names = comment.startsWith("via") ? comment.substring(3) : comment;
            for (String name : names.split(",", -1)) {
                // What bounds a version asks for nothing.
                if (!name.isBlank() && !name.strip().startsWith("-c ")) {
                    all.add(name.strip());
                }
            }
        }
        return all;
    }

    private void add(Requirement requirement, List<String> via, Place place) {
        if (requirement.toString().equals(OF_DEBIAN)) {
            gathering.leave(place, OF_DEBIAN, "a mistake of Debian's pip; no index has it");
        } else if (constraints) {
            gathering.constrain(requirement, place);
        } else {
            compiled.add(new Compiled(requirement, via, place));
        }
    }

    /** What the project asks for itself, and what that needs. */
    private void sort(ForeignText file) {
        Set<String> names =
                compiled.stream().map(each -> each.requirement().name().value()).collect(Collectors.toSet());
        boolean said = compiled.stream().anyMatch(each -> !each.via().isEmpty());
        // A compiler writes all extras or none.
        boolean stripped = said
                && compiled.stream()
                        .allMatch(each -> each.requirement().extras().isEmpty());
        CompiledFrom from = CompiledFrom.of(
                file,
                stripped
                        ? compiled.stream().flatMap(each -> each.via().stream()).toList()
                        : List.of());
        if (stripped && !from.knowsAll() && !file.text().contains("--no-strip-extras")) {
            gathering.leave(
                    file.at(1),
                    "extras",
                    "the file was compiled without them; import what it was compiled from, put that beside it, or say"
                            + " extras = … where one was asked for");
        }
        for (Compiled each : compiled) {
            Requirement requirement = each.requirement();
            Optional<Version> pinned = pinned(requirement);
            pinned.ifPresent(version ->
                    gathering.lock(LockedNode.pinned(requirement.name(), version, requirement.marker(), each.place())));
            boolean needed =
                    !each.via().isEmpty() && each.via().stream().allMatch(name -> names.contains(normal(name)));
            if (!needed) {
                // What a compiler has pinned is a locked version, and no wish of the project.
                gathering.need(
                        said && pinned.isPresent() ? compiled(requirement, from) : requirement,
                        Optional.empty(),
                        each.place());
            }
        }
    }

    private static String normal(String name) {
        return Valid.of(name, PackageName::parse).map(PackageName::value).orElse(name);
    }

    /** The only version that a requirement allows. */
    static Optional<Version> pinned(Requirement requirement) {
        String text = requirement.specifiers().toString();
        if (!text.startsWith("==") || text.startsWith("===") || text.contains(",") || text.contains("*")) {
            return Optional.empty();
        }
        return Optional.of(Version.parse(text.substring(2)));
    }

    /** What a compiled requirement was before: without its pin, and with the extras that it was asked for. */
    private static Requirement compiled(Requirement requirement, CompiledFrom from) {
        return new Requirement(
                requirement.name(),
                requirement.extras().isEmpty() ? from.extras(requirement.name()) : requirement.extras(),
                VersionSpecifiers.ANY,
                Optional.empty(),
                requirement.marker());
    }

    private void option(ForeignText file, Line.Option option, Place place) {
        String value = option.value();
        switch (option.name()) {
            case "--requirement" -> nested(file, value, place, constraints);
            case "--constraint" -> nested(file, value, place, true);
            case "--index-url" ->
                gathering
                        .index(Optional.empty(), value, SourceFormat.SIMPLE, place)
                        .ifPresent(gathering::usual);
            case "--extra-index-url" -> {
                gathering.index(Optional.empty(), value, SourceFormat.SIMPLE, place);
                gathering.leave(
                        place, option.name(), "the source is declared; say source = … where a package comes from it");
            }
            case "--find-links" ->
                gathering
                        .index(Optional.empty(), value, SourceFormat.FLAT, place)
                        .ifPresent(name -> gathering.leave(
                                place,
                                option.name(),
                                "the source \"" + name
                                        + "\" is declared; say source = … where a package comes from it"));
            case "--pre" -> gathering.prereleases();
            case "--no-binary" -> noBinary(value, place);
            case "--editable" ->
                gathering.leave(
                        place,
                        "-e " + value,
                        value.contains("://")
                                ? OF_REPOSITORY
                                : "a folder of this machine is no wheel; import its pyproject.toml, or declare a"
                                        + " @CustomPackage");
            default -> {
                if (!SILENT.contains(option.name())) {
                    gathering.leave(place, option.name() + " " + value, "it is an option of pip's alone");
                }
            }
        }
    }

    private void noBinary(String value, Place place) {
        for (String name : value.split(",", -1)) {
            if (name.startsWith(":")) {
                gathering.leave(place, "--no-binary " + name, "say provider = Provider.SDIST where it is meant");
            } else {
                gathering.build(PackageName.parse(name.strip()));
            }
        }
    }

    private void nested(ForeignText file, String name, Place place, boolean constraining) {
        if (name.contains("://")) {
            gathering.leave(place, name, "nothing is fetched; save it beside this file and name that");
            return;
        }
        boolean before = constraints;
        constraints = constraining;
        include(ForeignText.included(file.path(name, place), project, place));
        constraints = before;
    }
}
