// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.wheel;

import java.util.List;

/** The {@code .dist-info} directory of a wheel. */
public final class DistInfo {
    private static final String METADATA = ".dist-info/METADATA";

    private DistInfo() {}

    /**
     * The directory that holds {@code METADATA}, with a slash at its end.
     *
     * @param wheel the file name, for messages
     * @param paths the paths in the wheel
     * @throws BrokenWheelException {@code X504} if there is none or more than one
     */
    public static String find(String wheel, List<String> paths) {
        List<String> found = paths.stream()
                .filter(path -> path.endsWith(METADATA) && path.indexOf('/') == path.length() - "/METADATA".length())
                .map(path -> path.substring(0, path.length() - "METADATA".length()))
                .toList();
        if (found.size() != 1) {
            throw new BrokenWheelException(
                    WheelProblem.NO_DIST_INFO,
                    "\"" + wheel + "\" has " + found.size() + " .dist-info directories with METADATA, expected one",
                    "use another version, and tell its authors");
        }
        return found.get(0);
    }
}
