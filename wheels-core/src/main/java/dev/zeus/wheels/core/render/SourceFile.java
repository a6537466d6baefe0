// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import dev.zeus.wheels.core.lock.LockedWheel;
import dev.zeus.wheels.core.lock.Target;
import java.util.Comparator;

/**
 * A generated file of a source's packages.
 *
 * @param source the source they come from, which names the directory
 * @param system the system they are for, {@code universal}, or {@code sdist} for what is built from source
 */
record SourceFile(String source, String system) implements Comparable<SourceFile> {
    static final String UNIVERSAL = "universal";
    static final String SDIST = "sdist";

    private static final Comparator<SourceFile> ORDER =
            Comparator.comparing(SourceFile::source).thenComparing(SourceFile::system);

    static SourceFile of(String source, Target target, LockedWheel wheel) {
        return new SourceFile(source, wheel.isPure() ? UNIVERSAL : target.system());
    }

    /** The path below the generated directory. */
    String path() {
        return source + '/' + system + ".nix";
    }

    /** Whether files in this one can be for a target. */
    boolean isFor(Target target) {
        return system.equals(UNIVERSAL) || system.equals(SDIST) || system.equals(target.system());
    }

    @Override
    public int compareTo(SourceFile other) {
        return ORDER.compare(this, other);
    }
}
