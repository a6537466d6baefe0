// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A lock file: what to install, by hash, for every environment that it was made for.
 *
 * <pre>{@code
 * Pylock lock = Pylock.of(tomlReader.read("pylock.toml"));
 * lock.select(environment, tags, Set.of(), Set.copyOf(lock.defaultGroups())); // {attrs=…attrs-25.4.0-py3-none-any.whl, …}
 * }</pre>
 *
 * <p>Standard: pylock.toml, <a href="https://peps.python.org/pep-0751/">PEP 751</a>. Reading TOML is the caller's.
 *
 * @param lockVersion the version of the format, 1.x
 * @param environments the environments it was made for, any where it does not say
 * @param requiresPython the Python versions that it is for; empty for any
 * @param extras the extras that can be asked for
 * @param dependencyGroups the groups that can be asked for
 * @param defaultGroups the groups that are installed unless others are asked for
 * @param createdBy the tool that wrote it
 * @param packages the packages
 * @param tool what that tool keeps here
 */
public record Pylock(
        Version lockVersion,
        Optional<List<EnvironmentMarker>> environments,
        Optional<VersionSpecifiers> requiresPython,
        List<ExtraName> extras,
        List<ExtraName> dependencyGroups,
        List<ExtraName> defaultGroups,
        String createdBy,
        List<PylockPackage> packages,
        Map<String, Object> tool) {
    private static final Version FIRST = Version.parse("1");
    private static final Version UNKNOWN = Version.parse("2.dev0");

    /** What an entry installs: a file that was chosen, or the whole of a source that is not a list of files. */
    public sealed interface Choice {
        /** A wheel, or the sdist where no wheel fits. */
        record File(PylockFile file) implements Choice {}

        /** An archive, a folder or a repository. */
        record Direct(PylockSource source) implements Choice {}
    }

    /**
     * Copies the lists.
     *
     * @param lockVersion the version of the format, 1.x
     * @param environments the environments it was made for, any where it does not say
     * @param requiresPython the Python versions that it is for; empty for any
     * @param extras the extras that can be asked for
     * @param dependencyGroups the groups that can be asked for
     * @param defaultGroups the groups that are installed unless others are asked for
     * @param createdBy the tool that wrote it
     * @param packages the packages
     * @param tool what that tool keeps here
     */
    public Pylock {
        environments = environments.map(List::copyOf);
        extras = List.copyOf(extras);
        dependencyGroups = List.copyOf(dependencyGroups);
        defaultGroups = List.copyOf(defaultGroups);
        packages = List.copyOf(packages);
    }

    /**
     * Reads the file's table as a TOML reader gives it: maps, lists, text, numbers, booleans, and times as
     * {@link java.time.OffsetDateTime} or {@link java.time.Instant}.
     *
     * @param toml the table of the whole file
     * @return the lock
     * @throws PackagingParseException if a key that must be there is missing, a value is not of its type or standard, a
     *     file is of another package, or the format is of another major version
     */
    public static Pylock of(Map<String, ?> toml) {
        TomlTable table = new TomlTable("pylock.toml", "", toml);
        Version version = table.required("lock-version", Version::parse);
        if (version.compareTo(FIRST) < 0 || version.compareTo(UNKNOWN) >= 0) {
            throw table.wrong("lock-version", version, "1.x");
        }
        return new Pylock(
                version,
                table.has("environments")
                        ? Optional.of(table.list("environments", EnvironmentMarker::parse))
                        : Optional.empty(),
                table.parsed("requires-python", VersionSpecifiers::parse),
                table.list("extras", Pylock::extra),
                table.list("dependency-groups", ExtraName::normalize),
                table.list("default-groups", ExtraName::normalize),
                table.requiredText("created-by"),
                table.requiredTables("packages").stream().map(PylockPackage::of).toList(),
                table.table("tool").map(TomlTable::opaque).orElse(Map.of()));
    }

    /**
     * {@return what to install in an environment, by the standard's own steps: one choice for each package whose marker
     * holds}
     *
     * @param environment the environment to install in
     * @param tags what runs there
     * @param asked the extras that are asked for
     * @param groups the dependency groups that are asked for
     * @throws PylockSelectionException if the lock was not made for the environment, an extra or group that is asked
     *     for is not one of its own, two entries of a package hold, or no file of one fits
     * @throws MarkerEvaluationException if the environment lacks a variable that a marker asks for
     */
    public Map<PylockPackage, Choice> select(
            MarkerEnvironment environment, CompatibleTags tags, Set<ExtraName> asked, Set<ExtraName> groups) {
        Version python = Version.parse(environment.get("python_full_version"));
        requirePython(requiresPython, python, "the lock");
        requireDeclared("extra", asked, extras);
        requireDeclared(
                "group",
                groups,
                Stream.concat(dependencyGroups.stream(), defaultGroups.stream()).toList());
        if (environments
                .map(markers -> markers.stream().noneMatch(marker -> marker.evaluate(environment)))
                .orElse(false)) {
            throw new PylockSelectionException("the lock was made for none of the markers that hold here");
        }
        Map<PackageName, PylockPackage> wanted = new LinkedHashMap<>();
        for (PylockPackage locked : packages) {
            if (locked.marker()
                    .map(marker -> marker.evaluateLocked(environment, asked, groups))
                    .orElse(true)) {
                requirePython(locked.requiresPython(), python, locked.name().value());
                if (wanted.put(locked.name(), locked) != null) {
                    throw new PylockSelectionException("two entries of " + locked.name() + " are for this environment");
                }
            }
        }
        Map<PylockPackage, Choice> chosen = new LinkedHashMap<>();
        wanted.values().forEach(locked -> chosen.put(locked, choice(locked, tags)));
        return chosen;
    }

    private static ExtraName extra(String text) {
        ExtraName name = ExtraName.parse(text);
        if (!name.value().equals(text)) {
            throw new PackagingParseException("normalised extra name", text, 0, name.value());
        }
        return name;
    }

    private static void requireDeclared(String what, Set<ExtraName> asked, List<ExtraName> declared) {
        asked.stream()
                .filter(name -> !declared.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw new PylockSelectionException("the lock has no " + what + " \"" + name + '"');
                });
    }

    private static void requirePython(Optional<VersionSpecifiers> required, Version python, String what) {
        if (!required.map(specifiers -> specifiers.contains(python)).orElse(true)) {
            throw new PylockSelectionException(
                    what + " needs Python " + required.orElseThrow() + ", this is " + python);
        }
    }

    private static Choice choice(PylockPackage locked, CompatibleTags tags) {
        if (!(locked.source() instanceof PylockSource.Distributions files)) {
            return new Choice.Direct(locked.source());
        }
        int best = Integer.MAX_VALUE;
        Optional<PylockFile> chosen = Optional.empty();
        for (PylockFile wheel : files.wheels()) {
            OptionalInt rank = tags.rank(WheelFilename.parse(wheel.name()));
            if (rank.isPresent() && rank.getAsInt() < best) {
                best = rank.getAsInt();
                chosen = Optional.of(wheel);
            }
        }
        return new Choice.File(chosen.or(files::sdist)
                .orElseThrow(() -> new PylockSelectionException(
                        "no wheel of " + locked.name() + " fits, and there is" + " no sdist")));
    }
}
