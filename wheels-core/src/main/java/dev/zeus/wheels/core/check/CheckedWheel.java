package dev.zeus.wheels.core.check;

import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.lock.LockedWheel;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A locked wheel, fetched or not, with what holds for it on every target.
 *
 * @param file where it is; empty where it could not be had or is not what is locked
 */
record CheckedWheel(LockedPackage locked, LockedWheel wheel, Optional<Path> file, Outcome hash, Outcome record) {}
