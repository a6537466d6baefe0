// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.nixpkgs;

import dev.zeus.wheels.RecipeDeclaration;

/** Whether a recipe says where a library comes from that a wheel needs and does not bring. */
public final class RecipeLibraries {
    /** What {@code mk-wheel.nix} ignores for the sake of {@code cuda}. */
    private static final String CUDA_DRIVER = "libcuda.so.1";

    private RecipeLibraries() {}

    /**
     * Whether it does: what it adds to the build may bring any library, and what it ignores need not be there. Of the
     * driver of a graphics card, which nothing brings, {@code cuda} lets one library be.
     */
    public static boolean answerFor(String library, RecipeDeclaration recipe) {
        return !recipe.buildInputs().isEmpty()
                || (recipe.cuda().isPresent()
                        && (library.equals(CUDA_DRIVER) || !SystemLibraries.isOfTheDriver(library)))
                || recipe.ignoredLibraries().stream().anyMatch(pattern -> matches(pattern, library));
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
}
