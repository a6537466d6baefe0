// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.nixpkgs;

import dev.zeus.wheels.core.text.DataTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The libraries that compiled Linux wheels may need and not bring, by where they are on a system of Nix.
 *
 * <p>Example: {@code SystemLibraries.attribute("libasound.so.2")} is {@code alsa-lib}. They are listed in
 * {@code system-libraries.tsv}.
 */
public final class SystemLibraries {
    private static final String FILE = "system-libraries.tsv";
    private static final String C_LIBRARY = "(libc)";
    private static final String DRIVER = "(driver)";
    private static final Map<String, Place> PLACES = new HashMap<>();

    /** An attribute path of nixpkgs, and the one that older releases have instead; or what stands for no package. */
    private record Place(String path, Optional<String> older) {
        boolean isPackage() {
            return !path.equals(C_LIBRARY) && !path.equals(DRIVER);
        }
    }

    static {
        for (List<String> row : DataTable.rows(SystemLibraries.class, FILE, '\t')) {
            PLACES.put(row.get(0), new Place(row.get(1), row.size() > 2 ? Optional.of(row.get(2)) : Optional.empty()));
        }
    }

    private SystemLibraries() {}

    /** The attribute path of the package of nixpkgs that has a library; empty where none is known. */
    public static Optional<String> attribute(String library) {
        return place(library).map(Place::path);
    }

    /** The attribute path that older releases of nixpkgs have for it; empty where they have the same. */
    public static Optional<String> olderAttribute(String library) {
        return place(library).flatMap(Place::older);
    }

    private static Optional<Place> place(String library) {
        return Optional.ofNullable(PLACES.get(library)).filter(Place::isPackage);
    }

    /** Whether a library is a part of the C library, which is there wherever Python is. */
    public static boolean isOfTheCLibrary(String library) {
        return is(library, C_LIBRARY)
                || library.startsWith("ld-linux")
                || library.startsWith("ld64.so")
                || library.startsWith("ld-musl-")
                || library.startsWith("libc.musl-");
    }

    /** Whether a library comes with the driver of a graphics card. */
    public static boolean isOfTheDriver(String library) {
        return is(library, DRIVER);
    }

    private static boolean is(String library, String what) {
        return Optional.ofNullable(PLACES.get(library))
                .filter(place -> place.path().equals(what))
                .isPresent();
    }
}
