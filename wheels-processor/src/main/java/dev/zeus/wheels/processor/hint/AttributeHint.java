package dev.zeus.wheels.processor.hint;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a wrong attribute of nixpkgs probably means: {@code pkgs.alsa-lib} and {@code nixpkgs#alsa-lib}. */
public final class AttributeHint {
    private static final Pattern SHAPE = Pattern.compile(
            "(?:with pkgs;\\s*)?\\[?\\s*(?:<?nixpkgs>?[#.]|pkgs\\.)*([A-Za-z_][A-Za-z0-9_-]*(?:\\.[A-Za-z_][A-Za-z0-9_-]*)*)[\\s,;]*]?");

    private AttributeHint() {}

    /** What to write instead; empty where that cannot be told. */
    public static Optional<Suggestion> of(String written) {
        Matcher shape = SHAPE.matcher(PlainText.unquoted(written));
        return shape.matches() ? Optional.of(Suggestion.value(shape.group(1))) : Optional.empty();
    }
}
