// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import dev.zeus.wheels.python.Version;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds sources of another version than the one that is declared: a tag, or the name of an archive. */
final class SourceVersionRules {
    private static final Pattern VERSION = Pattern.compile(
            "(?<![\\d.])v?(\\d+(?:[._]\\d+)+(?:[-._]?(?:a|b|rc|alpha|beta|post|dev)[-._]?\\d*)*)(?![\\w]|\\.\\d)",
            Pattern.CASE_INSENSITIVE);

    private final Findings findings;

    SourceVersionRules(Findings findings) {
        this.findings = findings;
    }

    void check(WrittenBuild build) {
        Optional<Version> declared = Version.tryParse(build.version().value());
        build.from()
                .map(Written::value)
                .ifPresent(from -> declared.ifPresent(version -> {
                    if (from.tag().given()) {
                        check(from.tag(), from.tag().value(), version);
                    } else if (from.url().given()) {
                        String url = from.url().value();
                        check(from.url(), url.substring(url.lastIndexOf('/') + 1), version);
                    }
                }));
    }

    private void check(Written<String> written, String text, Version declared) {
        Matcher matcher = VERSION.matcher(text.replaceFirst("\\.(?:tar\\.\\w+|tgz|zip|whl)$", ""));
        Optional<Version> other = Optional.empty();
        while (matcher.find()) {
            Optional<Version> found = Version.tryParse(matcher.group(1).replace('_', '.'));
            if (found.filter(declared::equals).isPresent()) {
                return;
            }
            other = other.isPresent() ? other : found;
        }
        if (!text.contains(declared.toString())) {
            other.ifPresent(version -> findings.add(
                    Suspicion.CONTRADICTING_BUILD,
                    written.site(),
                    Quoted.text(written.value()) + " looks like version " + version + ", and the declared one is "
                            + declared,
                    "write the same version in both"));
        }
    }
}
