package dev.zeus.wheels.python;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a distribution says of itself: the METADATA file.
 *
 * @param metadataVersion such as {@code 2.4}
 * @param name the project
 * @param version the version
 * @param summary one line
 * @param requiresPython the Python versions it runs on; any where empty
 * @param requiresDist what it depends on
 * @param providesExtra the extras it knows
 * @param licenseExpression the licence in SPDX terms (PEP 639)
 * @param license the licence as free text, often a whole licence
 * @param homePage the address of its home page
 * @param projectUrls its labelled addresses
 * @param classifiers its trove classifiers
 * @param importNames the modules that it is imported by (PEP 794)
 * @param importNamespaces the namespaces that it adds to (PEP 794)
 * @param dynamic the fields that a build fills in
 * @see <a href="https://packaging.python.org/specifications/core-metadata/">Core metadata</a>
 */
public record CoreMetadata(
        String metadataVersion,
        PackageName name,
        Version version,
        Optional<String> summary,
        Optional<VersionSpecifiers> requiresPython,
        List<Requirement> requiresDist,
        SortedSet<ExtraName> providesExtra,
        Optional<String> licenseExpression,
        Optional<String> license,
        Optional<String> homePage,
        Map<String, String> projectUrls,
        List<String> classifiers,
        List<String> importNames,
        List<String> importNamespaces,
        List<String> dynamic) {
    private static final int MAXIMUM_LENGTH = 16 * 1024 * 1024;

    public CoreMetadata {
        requiresDist = List.copyOf(requiresDist);
        providesExtra = Collections.unmodifiableSortedSet(new TreeSet<>(providesExtra));
        projectUrls = Collections.unmodifiableMap(new TreeMap<>(projectUrls));
        classifiers = List.copyOf(classifiers);
        importNames = List.copyOf(importNames);
        importNamespaces = List.copyOf(importNamespaces);
        dynamic = List.copyOf(dynamic);
    }

    /**
     * Parses a METADATA file; its description is left aside. Requirements and Python versions are read as leniently as
     * the index's history needs it, see {@link LenientRequirement}.
     *
     * @throws PackagingParseException where name, version or a requirement cannot be read
     */
    public static CoreMetadata parse(String text) {
        HeaderBlock headers = HeaderBlock.parse(text, MAXIMUM_LENGTH);
        return new CoreMetadata(
                headers.first("metadata-version").orElse("1.0"),
                PackageName.parse(required(headers, text, "name")),
                Version.parse(required(headers, text, "version")),
                headers.first("summary"),
                headers.first("requires-python").map(LenientRequirement::specifiers),
                headers.all("requires-dist").stream()
                        .map(LenientRequirement::parse)
                        .toList(),
                extras(headers),
                headers.first("license-expression"),
                headers.first("license"),
                headers.first("home-page"),
                urls(headers),
                headers.all("classifier"),
                headers.all("import-name"),
                headers.all("import-namespace"),
                headers.all("dynamic"));
    }

    private static String required(HeaderBlock headers, String text, String name) {
        return headers.first(name).orElseThrow(() -> new PackagingParseException(text, 0, "a header \"" + name + "\""));
    }

    private static SortedSet<ExtraName> extras(HeaderBlock headers) {
        SortedSet<ExtraName> extras = new TreeSet<>();
        headers.all("provides-extra").forEach(name -> extras.add(new ExtraName(PackageName.normalize(name))));
        return extras;
    }

    private static Map<String, String> urls(HeaderBlock headers) {
        Map<String, String> urls = new TreeMap<>();
        for (String entry : headers.all("project-url")) {
            List<String> labelAndUrl = new ArrayList<>(List.of(entry.split(",", 2)));
            if (labelAndUrl.size() == 2) {
                urls.putIfAbsent(labelAndUrl.get(0).strip(), labelAndUrl.get(1).strip());
            }
        }
        return urls;
    }
}
