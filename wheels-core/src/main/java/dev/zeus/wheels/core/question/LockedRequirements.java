// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.question;

import dev.zeus.wheels.core.answer.Bound;
import dev.zeus.wheels.core.answer.Link;
import dev.zeus.wheels.core.index.PackageIndexes;
import dev.zeus.wheels.core.lock.LockedWheel;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.core.setup.IndexAnswer;
import dev.zeus.wheels.core.setup.ListedWheel;
import dev.zeus.wheels.python.CoreMetadata;
import dev.zeus.wheels.python.ExtraName;
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
        return IndexAnswer.of(() -> indexes.of(link.from().source()).metadata(ListedWheel.of(wheel, lockDirectory)));
    }

    private boolean holds(Requirement requirement, Link link) {
        Set<ExtraName> extras = new TreeSet<>(link.through().stream().toList());
        return requirement.marker().isEmpty()
                || targets.stream()
                        .filter(target -> link.targets().contains(target.id()))
                        .anyMatch(target -> requirement.marker().get().mayHold(target.environment(), extras));
    }
}
