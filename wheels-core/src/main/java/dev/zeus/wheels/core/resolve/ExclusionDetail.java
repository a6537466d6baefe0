// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.resolve;

import dev.zeus.wheels.core.index.IndexFile;
import dev.zeus.wheels.core.index.WheelFile;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.core.text.Counted;
import dev.zeus.wheels.python.Requirement;
import dev.zeus.wheels.python.Tag;
import dev.zeus.wheels.python.VersionSpecifiers;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is there instead of what was wanted, in a few words. */
final class ExclusionDetail {
    private static final int SHOWN = 6;

    private ExclusionDetail() {}

    /** The constraints that rule versions out. */
    static String of(List<Requirement> constraints) {
        return constraints.stream().map(constraint -> "\"" + constraint + '"').collect(Collectors.joining(" and "));
    }

    /** What the files of excluded versions say of themselves. */
    static String of(Exclusion.Kind kind, Target target, List<? extends IndexFile> files) {
        return switch (kind) {
            case NOT_PURE ->
                "wheels for " + shown(tags(files).map(Tag::toString).toList());
            case NO_WHEEL ->
                files.isEmpty()
                        ? "only source archives"
                        : "wheels for " + new NearestTags(target).of(tags(files).toList());
            case NO_SDIST -> "only wheels";
            case PYTHON ->
                "Python "
                        + shown(files.stream()
                                .flatMap(file -> file.requiresPython().stream())
                                .map(VersionSpecifiers::toString)
                                .toList());
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

    private static Stream<Tag> tags(List<? extends IndexFile> files) {
        return files.stream()
                .filter(WheelFile.class::isInstance)
                .flatMap(file -> ((WheelFile) file).filename().tags().stream());
    }

    private static String shown(Collection<String> all) {
        return Counted.first(SHOWN, new TreeSet<>(all));
    }
}
