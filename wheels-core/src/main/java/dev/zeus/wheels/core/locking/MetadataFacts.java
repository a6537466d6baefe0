// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.locking;

import dev.zeus.wheels.core.check.LicenseClassifiers;
import dev.zeus.wheels.core.lock.PackageFacts;
import dev.zeus.wheels.python.CoreMetadata;
import dev.zeus.wheels.python.PackageName;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the facts that rendering needs out of a wheel's metadata. */
final class MetadataFacts {
    /** Older metadata may have the whole text of a licence in this field. */
    private static final int LONGEST_LICENSE_NAME = 60;

    /** The licences that a lock takes from a classifier, which leaves no doubt about them. */
    private static final Set<String> CLASSIFIED =
            Set.of("MIT", "Apache-2.0", "ISC", "MPL-2.0", "PSF-2.0", "Unlicense", "LGPL-3.0-or-later", "GPL-3.0-only");

    /** Names in the old License field that mean one licence, in lower case. */
    private static final Map<String, String> SPDX_OF_NAME = Map.ofEntries(
            Map.entry("mit", "MIT"),
            Map.entry("mit license", "MIT"),
            Map.entry("the mit license", "MIT"),
            Map.entry("apache-2.0", "Apache-2.0"),
            Map.entry("apache 2.0", "Apache-2.0"),
            Map.entry("apache 2", "Apache-2.0"),
            Map.entry("apache license 2.0", "Apache-2.0"),
            Map.entry("apache license, version 2.0", "Apache-2.0"),
            Map.entry("apache software license 2.0", "Apache-2.0"),
            Map.entry("bsd-3-clause", "BSD-3-Clause"),
            Map.entry("bsd 3-clause license", "BSD-3-Clause"),
            Map.entry("bsd 3-clause", "BSD-3-Clause"),
            Map.entry("bsd-2-clause", "BSD-2-Clause"),
            Map.entry("isc", "ISC"),
            Map.entry("isc license", "ISC"),
            Map.entry("mpl-2.0", "MPL-2.0"),
            Map.entry("psf-2.0", "PSF-2.0"),
            Map.entry("lgpl-3.0-or-later", "LGPL-3.0-or-later"));

    private MetadataFacts() {}

    static PackageFacts of(CoreMetadata metadata, List<String> imports, List<String> programs) {
        return new PackageFacts(
                metadata.summary()
                        .map(summary -> summary.lines().findFirst().orElse("").strip()),
                license(metadata),
                url(metadata, "homepage", "home", "repository", "source", "source code", "github")
                        .or(metadata::homePage)
                        .filter(MetadataFacts::isWebAddress)
                        .map(MetadataFacts::withoutUser),
                url(metadata, "changelog", "changes", "release notes", "releasenotes", "history")
                        .filter(MetadataFacts::isWebAddress)
                        .map(MetadataFacts::withoutUser),
                imports,
                mainProgram(metadata.name(), programs));
    }

    /** The program of the package's name, else the only one. */
    private static Optional<String> mainProgram(PackageName name, List<String> programs) {
        return programs.stream()
                .filter(program -> PackageName.normalize(program).equals(name))
                .findFirst()
                .or(() -> programs.size() == 1 ? Optional.of(programs.get(0)) : Optional.empty());
    }

    /** The licence where the metadata leaves no doubt about it. */
    private static Optional<String> license(CoreMetadata metadata) {
        if (metadata.licenseExpression().isPresent()) {
            return metadata.licenseExpression();
        }
        Optional<String> named = metadata.license()
                .filter(text -> text.length() <= LONGEST_LICENSE_NAME)
                .map(text -> SPDX_OF_NAME.get(text.strip().toLowerCase(Locale.ROOT)));
        List<String> classified = metadata.classifiers().stream()
                .filter(classifier -> classifier.startsWith("License :: OSI Approved ::"))
                .toList();
        return named.or(() -> classified.size() == 1
                ? LicenseClassifiers.expression(classified.get(0)).filter(CLASSIFIED::contains)
                : Optional.empty());
    }

    private static Optional<String> url(CoreMetadata metadata, String... labels) {
        for (String label : labels) {
            for (Map.Entry<String, String> entry : metadata.projectUrls().entrySet()) {
                if (entry.getKey().toLowerCase(Locale.ROOT).equals(label)) {
                    return Optional.of(entry.getValue());
                }
            }
        }
        return Optional.empty();
    }

    /** A page for people is public; a login in its address is removed. */
    private static String withoutUser(String url) {
        int host = url.indexOf("://") + "://".length();
        int end = host;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        int at = url.lastIndexOf('@', end);
        return at < host ? url : url.substring(0, host) + url.substring(at + 1);
    }

    private static boolean isWebAddress(String url) {
        return (url.startsWith("https://") || url.startsWith("http://"))
                && url.chars().noneMatch(Character::isISOControl);
    }
}
