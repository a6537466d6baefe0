// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor.hint;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a wrong web address probably means: {@code index.example/simple} means {@code https://index.example/simple}. */
public final class AddressHint {
    private static final Pattern SHAPE = Pattern.compile(
            "(?:--?(?:extra-)?(?:index-url|i|f|find-links)[ =])?(?:(?:h?t+p+s?|https?)[:;]?[/\\\\]{1,3})?"
                    + "([A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9-]+)+(?::\\d+)?)((?:/[^\\s@]*)?)");
    private static final Pattern HTTPS = Pattern.compile("https://[^/].*");

    private AddressHint() {}

    /** The address by https to write instead; empty where that cannot be told. */
    public static Optional<Suggestion> of(String written) {
        String text = PlainText.unquoted(written).replace('\\', '/');
        Matcher shape = SHAPE.matcher(text);
        if (!shape.matches()) {
            return Optional.empty();
        }
        String address = "https://" + shape.group(1) + shape.group(2);
        return isAddress(address) && !address.equals(written)
                ? Optional.of(Suggestion.value(address))
                : Optional.empty();
    }

    private static boolean isAddress(String text) {
        try {
            return HTTPS.matcher(text).matches() && new URI(text).getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
