// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import dev.zeus.wheels.python.PackageName;
import java.util.Optional;
import java.util.Set;

/** That installers agree where the files below a wheel's {@code .data} directory go (PEP 427). */
final class DataDirectory {
    private static final String SUFFIX = ".data";
    private static final String INFO = ".dist-info/";
    private static final Set<String> SCHEMES = Set.of("purelib", "platlib", "headers", "scripts", "data");

    private DataDirectory() {}

    /**
     * What is wrong with a path, as the rest of a sentence.
     *
     * @param distInfo the wheel's metadata directory, such as {@code demo-1.0.dist-info/}
     */
    static Optional<String> problem(String path, String distInfo) {
        String[] parts = path.split("/", 3);
        if (parts.length < 2 || !parts[0].endsWith(SUFFIX)) {
            return Optional.empty();
        }
        String own = distInfo.substring(0, distInfo.length() - INFO.length());
        String of = parts[0].substring(0, parts[0].length() - SUFFIX.length());
        if (!PackageName.normalize(of).equals(PackageName.normalize(own))) {
            return Optional.of(
                    "in the .data directory of another project: one installer takes it and another does not");
        }
        return SCHEMES.contains(parts[1])
                ? Optional.empty()
                : Optional.of("where no installer knows the place: below .data are purelib, platlib, headers,"
                        + " scripts and data");
    }
}
