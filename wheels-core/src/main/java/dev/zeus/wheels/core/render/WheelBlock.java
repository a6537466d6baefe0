package dev.zeus.wheels.core.render;

import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.lock.LockedWheel;
import dev.zeus.wheels.core.lock.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The wheels of one locked version that belong into one file, by target.
 *
 * @param locked the version
 * @param file the file they are written to
 * @param wheels the wheel of each target, by the target's id
 */
record WheelBlock(LockedPackage locked, SourceFile file, SortedMap<String, LockedWheel> wheels) {
    /** The blocks of a locked version: one for its pure wheels, one for each system with compiled ones. */
    static List<WheelBlock> of(LockedPackage locked, List<Target> targets) {
        Map<SourceFile, SortedMap<String, LockedWheel>> byFile = new TreeMap<>();
        for (Target target : targets) {
            for (LockedWheel wheel : locked.wheels()) {
                if (wheel.targets().contains(target.id())) {
                    SourceFile file = SourceFile.of(locked.source(), target, wheel);
                    byFile.computeIfAbsent(file, f -> new TreeMap<>()).put(target.id(), wheel);
                }
            }
        }
        List<WheelBlock> blocks = new ArrayList<>();
        byFile.forEach((file, wheels) -> blocks.add(new WheelBlock(locked, file, wheels)));
        return blocks;
    }

    /** The distinct wheels. */
    List<LockedWheel> distinct() {
        return wheels.values().stream().distinct().toList();
    }
}
