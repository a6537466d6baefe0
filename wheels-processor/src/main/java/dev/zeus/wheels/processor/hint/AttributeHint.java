// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor.hint;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a wrong attribute of nixpkgs probably means: {@code pkgs.alsa-lib} and {@code nixpkgs#alsa-lib}. */
public final class AttributeHint {
    private static final Pattern SHAPE = Pattern.compile(
            "(?:with pkgs;\\s*)?\\[?\\s*(?:<?nixpkgs>?[#.]|pkgs\\.)*([A-Za-z_][A-Za-z0-9_-]*(?:\\.[A-Za-z_][A-Za-z0-9_-]*)*)[\\s,;]*]?");

    private static final Pattern SEVERAL = Pattern.compile("[a-z][A-Za-z0-9_-]*(?:[\\s,]+[a-z][A-Za-z0-9_-]*)+");
    private static final Pattern LIBRARY = Pattern.compile("[\\w+-]+\\.(?:so(?:\\.\\d+)*|a|dylib)");

    private AttributeHint() {}

    /** Whether a text is the name of a library's file, such as {@code libasound.so.2}. */
    public static boolean isLibraryFile(String text) {
        return LIBRARY.matcher(text).matches();
    }

    /** What to write instead; empty where that cannot be told. */
    public static Optional<Suggestion> of(String written) {
        String text = PlainText.unquoted(written);
        Matcher shape = SHAPE.matcher(text);
        if (SEVERAL.matcher(text).matches()) {
            return Optional.of(new Suggestion.Elements(List.of(text.split("[\\s,]+"))));
        }
        if (isLibraryFile(text)) {
            return Optional.of(new Suggestion.Advice(
                    "write the package of nixpkgs that has it; nix-locate --top-level " + text + " finds it"));
        }
        return shape.matches() ? Optional.of(Suggestion.value(shape.group(1))) : Optional.empty();
    }
}
