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
 * Whether every library that a Linux wheel needs is in it, in another package of the target, on every system, or among
 * what its recipe asks for.
 */
final class LibrariesCheck {
    private LibrariesCheck() {}

    /**
     * The first library that nothing brings.
     *
     * @param provided the libraries of all packages on the target
     * @param recipe what is declared of the package; build inputs of it may bring any library
     * @param isRead whether the lock says what it needs, so that Nix gets what is known of nixpkgs without a recipe
     */
    static Optional<Problem> problem(
            String wheel, NativeContent content, Set<String> provided, RecipeDeclaration recipe, boolean isRead) {
        for (Named<ElfFile> each : content.linux()) {
            for (String library : each.file().needed()) {
                String name = NativeContent.fileName(library);
                boolean known = LinuxPolicy.isEverywhere(name)
                        || provided.contains(name)
                        || isRead && SystemLibraries.attribute(name).isPresent();
                // The libraries of Pythons are another check's.
                if (!known && !name.startsWith("libpython") && !RecipeLibraries.answerFor(name, recipe)) {
                    return Optional.of(missing(wheel, each.path(), name));
                }
            }
        }
        return Optional.empty();
    }

    private static Problem missing(String wheel, String path, String library) {
        String attribute = SystemLibraries.attribute(library)
                .map(name -> "\"" + name + "\"")
                .orElse("the attribute of nixpkgs that has it");
        return new Problem(
                "C241",
                "\"" + wheel + "\" needs \"" + library + "\" in \"" + path
                        + "\", which neither it nor another wheel of the set brings",
                "write @Recipe(buildInputs = " + attribute + "); or, if it is there only when it runs or never loaded,"
                        + " @Recipe(ignoredLibraries = \"" + library + "\")");
    }
}
