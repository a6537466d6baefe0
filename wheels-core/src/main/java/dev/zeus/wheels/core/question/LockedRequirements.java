package dev.zeus.wheels.core.question;

import dev.zeus.wheels.core.answer.Bound;
import dev.zeus.wheels.core.answer.Link;
import dev.zeus.wheels.core.index.PackageIndexes;
import dev.zeus.wheels.core.index.WheelFile;
import dev.zeus.wheels.core.lock.LockedWheel;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.python.CoreMetadata;
import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.MarkerEvaluationException;
import dev.zeus.wheels.python.Requirement;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What locked packages ask of others, in the words of their metadata. The lock has only who is needed, so that the
 * words are read from the cache, or from an index where one may be asked.
 */
record LockedRequirements(PackageIndexes indexes, Path lockDirectory, List<Target> targets) {

    /** What a link's package asks of the other; empty where its metadata is not at hand. */
    Optional<List<Bound>> of(Link link) {
        return link.from().wheels().stream()
                .filter(wheel -> !Collections.disjoint(wheel.targets(), link.targets()))
                .findFirst()
                .flatMap(wheel -> metadata(link, wheel))
                .map(metadata -> metadata.requiresDist().stream()
                        .filter(requirement ->
                                requirement.name().equals(link.to().name()))
                        .filter(requirement -> holds(requirement, link))
                        .map(requirement -> new Bound(
                                requirement.toString(),
                                link.from().name() + " " + link.from().version(),
                                requirement.specifiers()))
                        .distinct()
                        .toList());
    }

    private Optional<CoreMetadata> metadata(Link link, LockedWheel wheel) {
        return IndexAnswer.of(() -> indexes.of(link.from().source()).metadata(file(wheel)));
    }

    /** The locked file as its page would list it: what is in it is known by its digest. */
    private WheelFile file(LockedWheel wheel) {
        return new WheelFile(
                wheel.filename(),
                wheel.isLocal()
                        ? lockDirectory
                                .resolve(wheel.url().getPath())
                                .normalize()
                                .toUri()
                        : wheel.url(),
                Optional.of(wheel.sha256()),
                wheel.requiresPython(),
                wheel.size(),
                wheel.uploadTime(),
                Optional.empty(),
                false,
                Optional.empty());
    }

    private boolean holds(Requirement requirement, Link link) {
        Set<ExtraName> extras = new TreeSet<>(link.through().stream().toList());
        return requirement.marker().isEmpty()
                || targets.stream()
                        .filter(target -> link.targets().contains(target.id()))
                        .anyMatch(target -> {
                            try {
                                return requirement.marker().get().evaluate(target.environment(), extras);
                            } catch (MarkerEvaluationException e) {
                                return true;
                            }
                        });
    }
}
