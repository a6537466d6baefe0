package dev.zeus.wheels.core.check;

import dev.zeus.wheels.RecipeDeclaration;
import dev.zeus.wheels.core.check.NativeContent.Named;
import dev.zeus.wheels.core.event.Problem;
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
     */
    static Optional<Problem> problem(
            String wheel, NativeContent content, Set<String> provided, RecipeDeclaration recipe) {
        if (!recipe.buildInputs().isEmpty() || recipe.cuda().isPresent()) {
            return Optional.empty();
        }
        for (Named<ElfFile> each : content.linux()) {
            for (String library : each.file().needed()) {
                String name = library.substring(library.lastIndexOf('/') + 1);
                boolean known = LinuxPolicy.isEverywhere(name) || provided.contains(name);
                // The libraries of Pythons are another check's.
                if (!known && !name.startsWith("libpython") && !isIgnored(name, recipe)) {
                    return Optional.of(missing(wheel, each.path(), name));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isIgnored(String library, RecipeDeclaration recipe) {
        return recipe.ignoredLibraries().stream().anyMatch(pattern -> matches(pattern, library));
    }

    /** Whether a name fits a pattern in which a star stands for any characters. */
    private static boolean matches(String pattern, String name) {
        String[] parts = pattern.split("\\*", -1);
        if (parts.length == 1) {
            return pattern.equals(name);
        }
        if (!name.startsWith(parts[0]) || !name.endsWith(parts[parts.length - 1])) {
            return false;
        }
        int at = parts[0].length();
        for (int i = 1; i < parts.length - 1; i++) {
            int found = name.indexOf(parts[i], at);
            if (found < 0) {
                return false;
            }
            at = found + parts[i].length();
        }
        return at <= name.length() - parts[parts.length - 1].length();
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
