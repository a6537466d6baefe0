// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.ProblemKind;
import dev.zeus.wheels.core.wheel.WheelArchive;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.PackagingParseException;
import dev.zeus.wheels.python.Version;
import dev.zeus.wheels.python.WheelFilename;
import dev.zeus.wheels.python.WheelMetadata;
import java.util.List;
import java.util.Optional;

/** Whether a wheel's {@code WHEEL} file and {@code .dist-info} directory say what its file name says (PEP 427). */
final class WheelFileCheck {
    private static final String SUFFIX = ".dist-info/";

    private WheelFileCheck() {}

    /** In what they disagree. */
    static List<Problem> problems(WheelArchive archive, WheelFilename name) {
        String directory = archive.distInfo();
        Findings findings = new Findings();
        misnamed(directory, name).ifPresent(findings::add);
        Optional<String> text = archive.text(directory + "WHEEL");
        if (text.isEmpty()) {
            wrong(CheckProblem.NO_WHEEL_FILE, name, "has no " + directory + "WHEEL")
                    .ifPresent(findings::add);
            return findings.all();
        }
        try {
            WheelMetadata metadata = WheelMetadata.parse(text.get());
            format(metadata, name).ifPresent(findings::add);
            disagreement(metadata, name).ifPresent(findings::add);
        } catch (PackagingParseException e) {
            wrong(CheckProblem.NO_WHEEL_FILE, name, "has a WHEEL file that cannot be read: expected " + e.expected())
                    .ifPresent(findings::add);
        }
        return findings.all();
    }

    private static Optional<Problem> format(WheelMetadata metadata, WheelFilename name) {
        if (!metadata.wheelVersion().startsWith("1.")) {
            return wrong(
                    CheckProblem.OTHER_WHEEL_VERSION,
                    name,
                    "has the Wheel-Version \"" + metadata.wheelVersion() + "\", but installers know only 1.x");
        }
        return Optional.empty();
    }

    private static Optional<Problem> disagreement(WheelMetadata metadata, WheelFilename name) {
        if (!metadata.tags().equals(name.tags())) {
            return wrong(
                    CheckProblem.OTHER_TAGS,
                    name,
                    "says in its WHEEL file that it is for " + metadata.tags() + ", and by its name for "
                            + name.tags());
        }
        // Many a tool that renames a wheel leaves the number out of the file.
        if (metadata.build().isPresent() && !metadata.build().equals(name.build())) {
            return wrong(CheckProblem.OTHER_TAGS, name, "has another build number in its WHEEL file than in its name");
        }
        return Optional.empty();
    }

    private static Optional<Problem> misnamed(String directory, WheelFilename name) {
        String stem = directory.substring(0, directory.length() - SUFFIX.length());
        boolean version = false;
        for (int dash = stem.indexOf('-'); dash > 0; dash = stem.indexOf('-', dash + 1)) {
            for (String written : spellings(stem.substring(dash + 1))) {
                if (isVersion(written)) {
                    version = true;
                    if (PackageName.normalize(stem.substring(0, dash)).equals(name.name())
                            && Version.parse(written).equals(name.version())) {
                        return Optional.empty();
                    }
                }
            }
        }
        return wrong(
                CheckProblem.FOREIGN_DIST_INFO,
                name,
                "contains \"" + directory + (version ? "\" of something else" : "\", which names no version"));
    }

    /** Builders write an underscore for whatever has no place in a file name, the plus of a local version too. */
    private static List<String> spellings(String written) {
        return written.contains("+") ? List.of(written) : List.of(written, written.replaceFirst("_", "+"));
    }

    private static boolean isVersion(String text) {
        try {
            Version.parse(text);
            return true;
        } catch (PackagingParseException e) {
            return false;
        }
    }

    private static Optional<Problem> wrong(ProblemKind code, WheelFilename name, String what) {
        return Optional.of(WheelFault.of(code, name.text(), what));
    }
}
