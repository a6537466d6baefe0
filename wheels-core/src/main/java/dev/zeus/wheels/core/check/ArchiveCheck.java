// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.ProblemKind;
import dev.zeus.wheels.core.text.Printable;
import dev.zeus.wheels.core.wheel.WheelArchive;
import dev.zeus.wheels.core.wheel.WheelEntry;
import dev.zeus.wheels.python.WheelFilename;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether every reader unpacks the same files of a wheel, on every file system: nothing hidden in the archive, no two
 * paths that are one where case or Unicode form do not count, no file where another one has a directory.
 */
final class ArchiveCheck {
    private static final int LONGEST = 100;

    private ArchiveCheck() {}

    /**
     * The first thing wrong with the archive.
     *
     * @throws dev.zeus.wheels.core.wheel.BrokenWheelException {@code X503} where it hides something, {@code X504} where
     *     it has no metadata, or is not a wheel's
     */
    static List<Problem> problems(WheelArchive archive, WheelFilename wheel) {
        archive.requireNothingHidden();
        return problemOfPaths(archive, wheel.text()).stream().toList();
    }

    /** As {@link #problems}, as far as the archive's directory tells: nothing else of it is read. */
    static List<Problem> problemsOfDirectory(WheelArchive archive, WheelFilename wheel) {
        archive.requireNoRoomToHide();
        return problemOfPaths(archive, wheel.text()).stream().toList();
    }

    private static Optional<Problem> problemOfPaths(WheelArchive archive, String wheel) {
        String distInfo = archive.distInfo();
        Map<String, String> folded = new HashMap<>();
        Set<String> directories = new HashSet<>();
        for (WheelEntry entry : archive.entries()) {
            String path =
                    entry.isDirectory() ? entry.path().substring(0, entry.path().length() - 1) : entry.path();
            @Nullable String twin = folded.putIfAbsent(folded(path), path);
            if (twin != null) {
                return wrong(
                        CheckProblem.SAME_FILE,
                        wheel,
                        "\"" + shown(twin) + "\" and \"" + shown(path)
                                + "\", which are the same file if case or Unicode form is ignored");
            }
            Optional<String> misplaced = entry.isDirectory() ? Optional.empty() : DataDirectory.problem(path, distInfo);
            if (misplaced.isPresent()) {
                return wrong(CheckProblem.MISPLACED, wheel, "\"" + shown(path) + "\" " + misplaced.get());
            }
            if (entry.isDirectory() && entry.size() > 0) {
                return wrong(
                        CheckProblem.FILE_AND_DIRECTORY,
                        wheel,
                        "the directory \"" + shown(path) + "\" with content of its own");
            }
            for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
                directories.add(path.substring(0, slash));
            }
        }
        return archive.paths().stream()
                .filter(directories::contains)
                .findFirst()
                .flatMap(path -> wrong(
                        CheckProblem.FILE_AND_DIRECTORY,
                        wheel,
                        "\"" + shown(path) + "\" as a file and as a directory"));
    }

    private static String folded(String path) {
        return Normalizer.normalize(path, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    private static String shown(String path) {
        return Printable.of(path, LONGEST);
    }

    private static Optional<Problem> wrong(ProblemKind code, String wheel, String what) {
        return Optional.of(WheelFault.of(code, wheel, "contains " + what));
    }
}
