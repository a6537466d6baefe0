// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.setup;

import dev.zeus.wheels.core.index.WheelFile;
import dev.zeus.wheels.core.lock.LockedWheel;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** A locked wheel as its page would list it: what is in it is known by its digest, and no page has to be asked. */
public final class ListedWheel {
    private ListedWheel() {}

    /**
     * The file that an index is asked about.
     *
     * @param lockDirectory the directory of the lock, beside which the files of a folder are
     */
    @SuppressWarnings("exports") // For the use cases: a front end opens no index.
    public static WheelFile of(LockedWheel wheel, Path lockDirectory) {
        return new WheelFile(
                wheel.filename(),
                url(wheel, lockDirectory),
                Optional.of(wheel.sha256()),
                wheel.requiresPython(),
                wheel.size(),
                wheel.uploadTime(),
                Optional.empty(),
                false,
                Optional.empty());
    }

    private static URI url(LockedWheel wheel, Path lockDirectory) {
        return wheel.isLocal()
                ? lockDirectory.resolve(wheel.url().getPath()).normalize().toUri()
                : wheel.url();
    }
}
