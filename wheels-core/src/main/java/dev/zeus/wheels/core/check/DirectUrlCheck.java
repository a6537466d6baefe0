// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.wheel.WheelArchive;
import dev.zeus.wheels.python.WheelFilename;
import java.util.List;

/**
 * Whether a wheel leaves {@code direct_url.json} to the installer, which writes it for what was installed from an
 * address and not from an index (PEP 610). Unpacked from a wheel, it names an address of the author's machine.
 */
final class DirectUrlCheck {
    private static final String FILE = "direct_url.json";

    private DirectUrlCheck() {}

    /** The file, if the wheel has it. */
    static List<Problem> problems(WheelArchive archive, WheelFilename name) {
        String path = archive.distInfo() + FILE;
        return archive.entries().stream().anyMatch(entry -> entry.path().equals(path))
                ? List.of(WheelFault.of(
                        CheckProblem.DIRECT_URL,
                        name.text(),
                        "contains \"" + path + "\", which only an installer writes"))
                : List.of();
    }
}
