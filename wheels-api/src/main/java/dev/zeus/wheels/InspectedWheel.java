// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

import java.util.List;

/**
 * A locked wheel as a {@link WheelInspection} sees it: its hash is the locked one, and its archive is sound.
 *
 * <p>Example: {@code new String(wheel.read("six.py"), UTF_8)}.
 */
public interface InspectedWheel {
    /** {@return the project's normalised name, such as {@code nautilus-trader}} */
    String project();

    /** {@return the version as locked, such as {@code 1.200.0}} */
    String version();

    /** {@return the file name, such as {@code six-1.17.0-py2.py3-none-any.whl}} */
    String filename();

    /** {@return the target it is installed on, such as {@code cp312-x86_64-linux}} */
    String target();

    /** {@return the paths of its files, as in the archive} */
    List<String> paths();

    /**
     * {@return the content of a file}
     *
     * @param path one of {@link #paths()}
     * @throws IllegalArgumentException if there is no such file, or it is larger than 512 MiB
     */
    byte[] read(String path);
}
