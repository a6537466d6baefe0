// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import java.util.Optional;
import java.util.Set;

/**
 * Where a file of a wheel goes (PEP 427): most into {@code site-packages}, those of the {@code .data} directory where
 * its parts say.
 *
 * @param scheme {@code site}, {@code scripts}, {@code headers} or {@code data}
 * @param path the path there
 */
record InstalledPath(String scheme, String path) {
    private static final String DATA = ".data/";
    private static final String SITE = "site";

    /** The directories at the top of {@code site-packages} that nixpkgs takes away again: tests of no package. */
    static final Set<String> REMOVED = Set.of("test", "tests");

    /** The place of a path in a wheel; empty for the metadata, which has a directory of its own. */
    static Optional<InstalledPath> of(String path) {
        int slash = path.indexOf('/');
        String top = slash < 0 ? path : path.substring(0, slash + 1);
        if (top.endsWith(".dist-info/")) {
            return Optional.empty();
        }
        if (!top.endsWith(DATA)) {
            return Optional.of(new InstalledPath(SITE, path));
        }
        int second = path.indexOf('/', slash + 1);
        if (second < 0) {
            return Optional.empty();
        }
        String scheme = path.substring(slash + 1, second);
        boolean site = scheme.equals("purelib") || scheme.equals("platlib");
        return Optional.of(new InstalledPath(site ? SITE : scheme, path.substring(second + 1)));
    }

    /**
     * Where it is below the directory that the package is installed into, for a Python such as {@code 3.12}.
     *
     * @param distInfo the directory of the metadata, which begins with the name of the distribution
     */
    String place(String python, String distInfo) {
        return switch (scheme) {
            case SITE -> "lib/python" + python + "/site-packages/" + path;
            case "scripts" -> "bin/" + path;
            case "headers" ->
                "include/python" + python + '/' + distInfo.substring(0, distInfo.indexOf('-')) + '/' + path;
            default -> path;
        };
    }

    /** Whether nixpkgs takes it away again. */
    boolean isRemoved() {
        int slash = path.indexOf('/');
        return scheme.equals(SITE) && slash > 0 && REMOVED.contains(path.substring(0, slash));
    }

    /** Whether a module is in what nixpkgs takes away again. */
    static boolean isRemoved(String module) {
        return REMOVED.contains(module.split("\\.", 2)[0]);
    }

    boolean isModule() {
        return scheme.equals(SITE);
    }
}
