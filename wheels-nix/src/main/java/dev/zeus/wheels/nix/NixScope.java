// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.nix;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The names that one construct binds and the variables used inside it, told to its parent when it ends. */
final class NixScope {
    /** What every Nix text can use without defining it. */
    private static final Set<String> GLOBALS = Set.of(
            "abort",
            "baseNameOf",
            "break",
            "builtins",
            "derivation",
            "derivationStrict",
            "dirOf",
            "false",
            "fetchGit",
            "fetchMercurial",
            "fetchTarball",
            "fetchTree",
            "fromTOML",
            "import",
            "isNull",
            "map",
            "null",
            "placeholder",
            "removeAttrs",
            "scopedImport",
            "throw",
            "toString",
            "true");

    private final Set<String> bound = new HashSet<>();
    private final List<NixToken> used = new ArrayList<>();

    void bind(String name) {
        bound.add(name);
    }

    void use(NixToken variable) {
        used.add(variable);
    }

    /** Hands the variables that this scope does not bind to the scope around it. */
    void closeInto(NixScope parent) {
        for (NixToken variable : used) {
            if (!bound.contains(variable.text())) {
                parent.used.add(variable);
            }
        }
    }

    /** A {@code with} may define anything, so nothing used under it can be called undefined. */
    void closeUnderWith() {
        used.clear();
    }

    void requireAllDefined() {
        for (NixToken variable : used) {
            String name = variable.text();
            if (!GLOBALS.contains(name) && !name.startsWith("__")) {
                throw new NixSyntaxException(variable.offset(), "undefined variable \"" + name + '"', hint(name));
            }
        }
    }

    /** Python's constants are Nix's in lower case. */
    private static String hint(String name) {
        return switch (name) {
            case "True", "False" -> "Write " + name.toLowerCase(Locale.ROOT) + ", as Nix has it.";
            case "None" -> "Write null, as Nix has it.";
            default -> "Take \"" + name + "\" as an argument of the function, or define it in a \"let\".";
        };
    }
}
