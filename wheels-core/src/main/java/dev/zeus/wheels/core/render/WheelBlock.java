// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import dev.zeus.wheels.core.lock.LockedFile;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.lock.LockedWheel;
import dev.zeus.wheels.core.lock.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of one locked version that belong into one file, by target.
 *
 * @param locked the version
 * @param file the file they are written to
 * @param files the wheel of each target, or the source distribution for all, by the target's id
 */
record WheelBlock(LockedPackage locked, SourceFile file, SortedMap<String, LockedFile> files) {
    /**
     * The blocks of a locked version: one for its pure wheels, one for each system with compiled ones; or one for what
     * is built from source.
     */
    static List<WheelBlock> of(LockedPackage locked, List<Target> targets) {
        Map<SourceFile, SortedMap<String, LockedFile>> byFile = new TreeMap<>();
        locked.sdist().ifPresent(sdist -> {
            SortedMap<String, LockedFile> everywhere =
                    byFile.computeIfAbsent(new SourceFile(locked.source(), SourceFile.SDIST), f -> new TreeMap<>());
            locked.targets().forEach(target -> everywhere.put(target, sdist));
        });
        for (Target target : targets) {
            String id = target.id();
            for (LockedWheel wheel : locked.wheels()) {
                if (wheel.targets().contains(id)) {
                    SourceFile file = SourceFile.of(locked.source(), target, wheel);
                    byFile.computeIfAbsent(file, f -> new TreeMap<>()).put(id, wheel);
                }
            }
        }
        List<WheelBlock> blocks = new ArrayList<>();
        byFile.forEach((file, files) -> blocks.add(new WheelBlock(locked, file, files)));
        return blocks;
    }

    boolean isCompiledForLinux() {
        return file.system().contains("-linux");
    }

    /** The distinct files. */
    List<LockedFile> distinct() {
        return files.values().stream().distinct().toList();
    }
}
