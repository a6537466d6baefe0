package dev.zeus.wheels.core.check;

import dev.zeus.wheels.core.check.NativeContent.Named;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.wheel.ElfFile;
import java.util.Optional;
import java.util.Set;

/** Whether every library that a Linux wheel needs is in it, in another package of the target, or on every system. */
final class LibrariesCheck {
    private LibrariesCheck() {}

    /**
     * The first library that nothing brings.
     *
     * @param provided the libraries of all packages on the target
     */
    static Optional<Problem> problem(String wheel, NativeContent content, Set<String> provided) {
        for (Named<ElfFile> each : content.linux()) {
            for (String library : each.file().needed()) {
                String name = library.substring(library.lastIndexOf('/') + 1);
                if (!LinuxPolicy.isEverywhere(name) && !provided.contains(name) && !name.startsWith("libpython")) {
                    return Optional.of(new Problem(
                            "C241",
                            "\"" + wheel + "\" needs \"" + name + "\" in \"" + each.path() + "\""
                                    + (LinuxPolicy.isAllowed(name)
                                            ? ", which is of the system and no wheel of the set brings"
                                            : ", which neither it nor another wheel of the set brings"),
                            "declare the package that brings it; or take this one from nixpkgs: provider ="
                                    + " Provider.NIXPKGS; or leave ABI out of its tests if it is never loaded"));
                }
            }
        }
        return Optional.empty();
    }
}
