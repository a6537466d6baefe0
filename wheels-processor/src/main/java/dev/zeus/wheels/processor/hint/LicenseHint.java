// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor.hint;

import dev.zeus.wheels.python.NearName;
import dev.zeus.wheels.python.SpdxLicenses;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a wrong licence probably means: {@code Apache 2} means {@code Apache-2.0}, {@code GPLv3} one of two. */
public final class LicenseHint {
    private static final Pattern GNU = Pattern.compile(
            "(?:gnu)?(a|l)?gpl(?:v|version)?(\\d)(?:\\.?(\\d))?(?:\\.0)?(only|orlater|\\+|plus)?(?:license|licence)?");

    /** What licences are called, without signs and in small letters. */
    private static final Map<String, List<String>> CALLED = Map.ofEntries(
            Map.entry("mit", List.of("MIT")),
            Map.entry("expat", List.of("MIT")),
            Map.entry("apache2", List.of("Apache-2.0")),
            Map.entry("apache20", List.of("Apache-2.0")),
            Map.entry("apachesoftware", List.of("Apache-2.0")),
            Map.entry("apachesoftware20", List.of("Apache-2.0")),
            Map.entry("asl20", List.of("Apache-2.0")),
            Map.entry("apache", List.of("Apache-2.0")),
            Map.entry("bsd", List.of("BSD-2-Clause", "BSD-3-Clause")),
            Map.entry("bsd2", List.of("BSD-2-Clause")),
            Map.entry("bsd3", List.of("BSD-3-Clause")),
            Map.entry("newbsd", List.of("BSD-3-Clause")),
            Map.entry("modifiedbsd", List.of("BSD-3-Clause")),
            Map.entry("simplifiedbsd", List.of("BSD-2-Clause")),
            Map.entry("2clausebsd", List.of("BSD-2-Clause")),
            Map.entry("3clausebsd", List.of("BSD-3-Clause")),
            Map.entry("mpl2", List.of("MPL-2.0")),
            Map.entry("mpl20", List.of("MPL-2.0")),
            Map.entry("mozilla20", List.of("MPL-2.0")),
            Map.entry("mozillapublic20", List.of("MPL-2.0")),
            Map.entry("eclipsepublic20", List.of("EPL-2.0")),
            Map.entry("isc", List.of("ISC")),
            Map.entry("un", List.of("Unlicense")),
            Map.entry("pythonsoftwarefoundation", List.of("PSF-2.0")),
            Map.entry("psf", List.of("PSF-2.0")),
            Map.entry("python", List.of("PSF-2.0", "Python-2.0")),
            Map.entry("cc0", List.of("CC0-1.0")),
            Map.entry("boost", List.of("BSL-1.0")),
            Map.entry("zpl21", List.of("ZPL-2.1")));

    private LicenseHint() {}

    /** What to write instead; empty where that cannot be told. */
    public static Optional<Suggestion> of(String written) {
        String text = PlainText.unquoted(written);
        String bare = bare(text);
        Optional<List<String>> ids = SpdxLicenses.find(text.replace(' ', '-'))
                .filter(entry -> !entry.deprecated())
                .map(entry -> List.of(entry.id()))
                .or(() -> gnu(bare))
                .or(() -> Optional.ofNullable(CALLED.get(bare.replaceAll("licen[cs]ed?|^the|version|v(?=\\d)", ""))))
                .or(() -> nearest(text));
        return ids.map(Suggestion.Value::new);
    }

    /** The expression to write instead; {@code MIT/Apache-2.0} leaves the choice, as {@code OR} does. */
    public static Optional<Suggestion> ofExpression(String written) {
        String[] parts = PlainText.unquoted(written).split("\\s*[/|]\\s*|\\s+or\\s+", -1);
        boolean known = parts.length > 1
                && Stream.of(parts).allMatch(part -> SpdxLicenses.find(part).isPresent());
        return known ? Optional.of(Suggestion.value(String.join(" OR ", parts))) : of(written);
    }

    private static String bare(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9+.]", "")
                .replaceAll("\\.(?!\\d)", "")
                .replaceAll("(?<!gpl)(?<!gplv)\\.", "");
    }

    /** Of the GNU licences the version with what it says of later ones; both where it says nothing. */
    private static Optional<List<String>> gnu(String bare) {
        Matcher gnu = GNU.matcher(bare.replaceAll("^the", "")
                .replace("generalpubliclicense", "gpl")
                .replaceAll("lesser|library", "l")
                .replace("affero", "a")
                .replace(".", ""));
        if (!gnu.matches()) {
            return Optional.empty();
        }
        String kind = Optional.ofNullable(gnu.group(1)).orElse("").toUpperCase(Locale.ROOT) + "GPL-";
        String minor = Optional.ofNullable(gnu.group(3)).orElse("0");
        String id = kind + gnu.group(2) + "." + minor;
        String later = Optional.ofNullable(gnu.group(4)).orElse("");
        List<String> ids = later.isEmpty()
                ? List.of(id + "-only", id + "-or-later")
                : List.of(id + (later.equals("only") ? "-only" : "-or-later"));
        return ids.stream().allMatch(each -> SpdxLicenses.find(each).isPresent()) ? Optional.of(ids) : Optional.empty();
    }

    private static Optional<List<String>> nearest(String text) {
        List<String> current = SpdxLicenses.all().stream()
                .filter(entry -> !entry.deprecated())
                .map(SpdxLicenses.Entry::id)
                .toList();
        return text.length() < 3
                ? Optional.empty()
                : NearName.among(current, text)
                        .filter(id -> digits(id).equals(digits(text)) && isNear(letters(id), letters(text)))
                        .map(List::of);
    }

    /** One letter in five, signs aside. */
    private static boolean isNear(String left, String right) {
        return NearName.distance(left, right) * 5 <= Math.min(left.length(), right.length());
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }

    /** Another number is another licence. */
    private static String digits(String text) {
        return text.replaceAll("[^0-9]", "");
    }
}
