// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import dev.zeus.wheels.RecipeDeclaration;
import dev.zeus.wheels.core.check.NativeContent.Named;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.nixpkgs.RecipeLibraries;
import dev.zeus.wheels.core.nixpkgs.SystemLibraries;
import dev.zeus.wheels.core.wheel.ElfFile;
import java.util.Optional;
import java.util.Set;

/**
 * Whether Nix finds every library that a Linux wheel needs: in it, in a package that it is built after, on every
 * system, or in what its recipe asks for.
 */
final class LibrariesCheck {
    private LibrariesCheck() {}

    /**
     * The libraries of the other packages of a target, and of the package itself.
     *
     * @param before those of what the package is built after, and its own
     * @param later those of what is built after it
     * @param elsewhere those of packages that have nothing to do with it
     * @param isRead whether the lock says what it needs, so that Nix gets what is known of nixpkgs, and what comes
     *     later
     */
    record Around(Set<String> before, Set<String> later, Set<String> elsewhere, boolean isRead) {}

    /**
     * The first library that nothing brings.
     *
     * @param recipe what is declared of the package; build inputs of it may bring any library
     */
    static Optional<Problem> problem(String wheel, NativeContent content, Around around, RecipeDeclaration recipe) {
        for (Named<ElfFile> each : content.linux()) {
            for (String library : each.file().needed()) {
                String name = NativeContent.fileName(library);
                boolean known = LinuxPolicy.isEverywhere(name)
                        || around.before().contains(name)
                        || (around.isRead()
                                && (around.later().contains(name)
                                        || SystemLibraries.isOfTheDriver(name)
                                        || SystemLibraries.attribute(name).isPresent()));
                // The libraries of Pythons are another check's.
                if (!known && !name.startsWith("libpython") && !RecipeLibraries.answerFor(name, recipe)) {
                    return Optional.of(missing(wheel, each.path(), name, around));
                }
            }
        }
        return Optional.empty();
    }

    private static Problem missing(String wheel, String path, String library, Around around) {
        boolean reading = !around.isRead()
                && (around.later().contains(library)
                        || SystemLibraries.isOfTheDriver(library)
                        || SystemLibraries.attribute(library).isPresent());
        String found = around.later().contains(library)
                ? "which only packages that need this one provide"
                : around.elsewhere().contains(library)
                        ? "which only packages that it does not require provide"
                        : SystemLibraries.isOfTheDriver(library)
                                ? "which comes with a graphics driver, but the declaration does not say so"
                                : "which neither it nor any wheel that it requires provides";
        String attribute = SystemLibraries.attribute(library)
                .map(name -> "\"" + name + "\"")
                .orElse("the attribute of nixpkgs that has it");
        return new Problem(
                CheckProblem.MISSING_LIBRARY,
                "\"" + wheel + "\" needs \"" + library + "\" in \"" + path + "\", " + found,
                (reading
                                ? "write libraries = LibraryPolicy.READ in @WheelSet, for which all is computed; or "
                                : "write ")
                        + (around.elsewhere().contains(library)
                                ? "@Recipe(searchPaths = the package that has it and its directory)"
                                : "@Recipe(buildInputs = " + attribute + ")")
                        + "; or, if it is there only when it runs or never loaded, @Recipe(ignoredLibraries = \""
                        + library + "\")");
    }
}
