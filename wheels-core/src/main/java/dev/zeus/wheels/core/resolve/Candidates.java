package dev.zeus.wheels.core.resolve;

import dev.zeus.wheels.core.index.ProjectPage;
import dev.zeus.wheels.core.index.SdistFile;
import dev.zeus.wheels.core.index.WheelFile;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.python.BuildTag;
import dev.zeus.wheels.python.CompatibleTags;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.PreReleases;
import dev.zeus.wheels.python.Tag;
import dev.zeus.wheels.python.Version;
import dev.zeus.wheels.python.VersionSpecifiers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * All versions of a project on its page, oldest first, with the best wheel of each for the target.
 *
 * @param versions every version, usable or not
 * @param wheels the best wheel of each usable or yanked version, by the version's number
 * @param exclusions the versions that cannot be used, by kind of reason
 * @param exists whether the index has the project at all
 */
record Candidates(
        PackageName name,
        String source,
        List<Version> versions,
        Map<Integer, WheelFile> wheels,
        List<Exclusion> exclusions,
        boolean exists) {
    private static final int TAGS_SHOWN = 6;
    private static final Tag PURE = new Tag("py3", "none", "any");

    static Candidates missing(PackageName name, String source) {
        return new Candidates(name, source, List.of(), Map.of(), List.of(), false);
    }

    static Candidates of(
            ProjectPage page, String source, Target target, boolean pureOnly, Optional<Instant> uploadedBefore) {
        SortedMap<Version, List<WheelFile>> files = new TreeMap<>();
        for (WheelFile wheel : page.wheels()) {
            files.computeIfAbsent(wheel.filename().version(), v -> new ArrayList<>())
                    .add(wheel);
        }
        for (SdistFile sdist : page.sdists()) {
            files.computeIfAbsent(sdist.filename().version(), v -> new ArrayList<>());
        }
        List<Version> versions = List.copyOf(files.keySet());
        CompatibleTags tags = target.tags();
        Version python = Version.parse(target.environment().get("python_full_version"));
        Predicate<WheelFile> fits = pureOnly
                ? wheel -> wheel.filename().tags().contains(PURE)
                : wheel -> tags.rank(wheel.filename()).isPresent();
        Comparator<WheelFile> best = Comparator.<WheelFile>comparingInt(
                        wheel -> tags.rank(wheel.filename()).orElse(Integer.MAX_VALUE))
                .thenComparing(wheel -> wheel.filename().build(), Candidates::higherBuildFirst)
                .thenComparing(wheel -> wheel.filename().text());
        Map<Integer, WheelFile> wheels = new HashMap<>();
        Map<Exclusion.Kind, List<Integer>> excluded = new EnumMap<>(Exclusion.Kind.class);
        for (int i = 0; i < versions.size(); i++) {
            List<WheelFile> all = files.getOrDefault(versions.get(i), List.of());
            List<WheelFile> fitting = all.stream().filter(fits).toList();
            List<WheelFile> wanted = fitting.stream()
                    .filter(wheel ->
                            wheel.requiresPython().map(r -> admits(r, python)).orElse(true))
                    .toList();
            List<WheelFile> old = wanted.stream()
                    .filter(wheel ->
                            uploadedBefore.map(moment -> isOlder(wheel, moment)).orElse(true))
                    .toList();
            List<WheelFile> kept =
                    old.stream().filter(wheel -> wheel.yanked().isEmpty()).toList();
            if (fitting.isEmpty()) {
                Exclusion.Kind kind = pureOnly ? Exclusion.Kind.NOT_PURE : Exclusion.Kind.NO_WHEEL;
                excluded.computeIfAbsent(kind, k -> new ArrayList<>()).add(i);
            } else if (wanted.isEmpty()) {
                excluded.computeIfAbsent(Exclusion.Kind.PYTHON, k -> new ArrayList<>())
                        .add(i);
            } else if (old.isEmpty()) {
                excluded.computeIfAbsent(Exclusion.Kind.TOO_NEW, k -> new ArrayList<>())
                        .add(i);
            } else if (kept.isEmpty()) {
                excluded.computeIfAbsent(Exclusion.Kind.YANKED, k -> new ArrayList<>())
                        .add(i);
            }
            Optional<WheelFile> chosen = (kept.isEmpty() ? old : kept).stream().min(best);
            if (chosen.isPresent()) {
                wheels.put(i, chosen.get());
            }
        }
        List<Exclusion> exclusions = new ArrayList<>();
        excluded.forEach((kind, numbers) -> exclusions.add(new Exclusion(
                page.name(),
                kind,
                VersionSet.of(versions.size(), numbers.stream().mapToInt(n -> n)),
                detail(
                        kind,
                        numbers.stream()
                                .flatMap(n -> files.getOrDefault(versions.get(n), List.of()).stream())
                                .toList()))));
        return new Candidates(page.name(), source, versions, Map.copyOf(wheels), List.copyOf(exclusions), true);
    }

    /**
     * Whether a file was uploaded before a moment; one that nobody says the time of was not. What lies in a folder was
     * put there on purpose.
     */
    private static boolean isOlder(WheelFile wheel, Instant moment) {
        boolean own = "file".equals(wheel.url().getScheme());
        return own || wheel.uploadTime().map(time -> time.isBefore(moment)).orElse(false);
    }

    static boolean admits(VersionSpecifiers requiresPython, Version python) {
        return requiresPython.contains(python, PreReleases.ALLOW);
    }

    private static int higherBuildFirst(Optional<BuildTag> a, Optional<BuildTag> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return Boolean.compare(a.isEmpty(), b.isEmpty());
        }
        return b.get().compareTo(a.get());
    }

    private static String detail(Exclusion.Kind kind, List<WheelFile> files) {
        return switch (kind) {
            case NO_WHEEL, NOT_PURE ->
                files.isEmpty()
                        ? "only source archives"
                        : "wheels for "
                                + shown(files.stream()
                                        .flatMap(file -> file.filename().tags().stream())
                                        .map(Tag::toString)
                                        .collect(Collectors.toCollection(TreeSet::new)));
            case PYTHON ->
                "Python "
                        + shown(files.stream()
                                .flatMap(file -> file.requiresPython().stream())
                                .map(VersionSpecifiers::toString)
                                .collect(Collectors.toCollection(TreeSet::new)));
            case TOO_NEW ->
                files.stream()
                        .flatMap(file -> file.uploadTime().stream())
                        .min(Comparator.naturalOrder())
                        .map(time -> "uploaded " + time)
                        .orElse("with no upload time on the index");
            case YANKED ->
                files.stream()
                        .flatMap(file -> file.yanked().stream())
                        .filter(reason -> !reason.isBlank())
                        .findFirst()
                        .map(reason -> "\"" + reason.strip() + '"')
                        .orElse("");
            default -> "";
        };
    }

    private static String shown(TreeSet<String> texts) {
        String first = texts.stream().limit(TAGS_SHOWN).collect(Collectors.joining(", "));
        return texts.size() <= TAGS_SHOWN ? first : first + " and " + (texts.size() - TAGS_SHOWN) + " more";
    }

    /**
     * The versions that some specifiers admit; whether pre-releases are wanted is a question of choice, not of this.
     */
    VersionSet matching(VersionSpecifiers specifiers) {
        return VersionSet.of(
                versions.size(),
                IntStream.range(0, versions.size())
                        .filter(i -> specifiers.contains(versions.get(i), PreReleases.ALLOW)));
    }

    /** The versions that were yanked. */
    VersionSet yanked() {
        return exclusions.stream()
                .filter(exclusion -> exclusion.kind() == Exclusion.Kind.YANKED)
                .map(Exclusion::versions)
                .findFirst()
                .orElse(VersionSet.none(versions.size()));
    }
}
