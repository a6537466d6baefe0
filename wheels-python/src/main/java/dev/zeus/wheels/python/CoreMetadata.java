// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a distribution says of itself: the METADATA file of a wheel, also served beside it by indexes.
 *
 * <pre>{@code
 * CoreMetadata metadata = CoreMetadata.parse("Metadata-Version: 2.1\nName: foo\nVersion: 1.0\nRequires-Dist: bar>=2\n");
 * metadata.requiresDist(); // [bar>=2]
 * }</pre>
 *
 * <p>Standard: core metadata up to version 2.5, with import names (<a href="https://peps.python.org/pep-0794/">PEP
 * 794</a>) and licence expressions (<a href="https://peps.python.org/pep-0639/">PEP 639</a>).
 *
 * @param metadataVersion the version of the standard that it follows, such as {@code 2.4}
 * @param displayName the name as its authors spell it
 * @param name the normalised name
 * @param version the version
 * @param requiresPython the Python versions that it runs on; empty for any
 * @param requiresDist what it needs, extras as markers
 * @param providesExtra the extras that may be asked for
 * @param summary what it is, in one line
 * @param description the long description, from the field or the body
 * @param licenseExpression the licence as an SPDX expression
 * @param license the licence as free text, which the expression has replaced
 * @param licenseFiles the files of the licences, below those of the metadata
 * @param homePage the address of the home page
 * @param projectUrls other addresses, by their labels
 * @param classifiers the classifiers of the index, such as {@code License :: OSI Approved :: MIT License}
 * @param importNames the modules that it installs
 * @param importNamespaces the modules that it shares with other distributions
 * @param dynamic the fields that the sources left to the build
 */
public record CoreMetadata(
        String metadataVersion,
        String displayName,
        PackageName name,
        Version version,
        Optional<VersionSpecifiers> requiresPython,
        List<Requirement> requiresDist,
        SortedSet<ExtraName> providesExtra,
        Optional<String> summary,
        Optional<String> description,
        Optional<String> licenseExpression,
        Optional<String> license,
        List<String> licenseFiles,
        Optional<String> homePage,
        SortedMap<String, String> projectUrls,
        List<String> classifiers,
        List<String> importNames,
        List<String> importNamespaces,
        List<String> dynamic) {

    /**
     * Copies every list, set and map.
     *
     * @param metadataVersion the version of the standard that it follows, such as {@code 2.4}
     * @param displayName the name as its authors spell it
     * @param name the normalised name
     * @param version the version
     * @param requiresPython the Python versions that it runs on; empty for any
     * @param requiresDist what it needs, extras as markers
     * @param providesExtra the extras that may be asked for
     * @param summary what it is, in one line
     * @param description the long description, from the field or the body
     * @param licenseExpression the licence as an SPDX expression
     * @param license the licence as free text, which the expression has replaced
     * @param licenseFiles the files of the licences, below those of the metadata
     * @param homePage the address of the home page
     * @param projectUrls other addresses, by their labels
     * @param classifiers the classifiers of the index, such as {@code License :: OSI Approved :: MIT License}
     * @param importNames the modules that it installs
     * @param importNamespaces the modules that it shares with other distributions
     * @param dynamic the fields that the sources left to the build
     */
    public CoreMetadata {
        requiresDist = List.copyOf(requiresDist);
        providesExtra = Collections.unmodifiableSortedSet(new TreeSet<>(providesExtra));
        licenseFiles = List.copyOf(licenseFiles);
        projectUrls = Collections.unmodifiableSortedMap(new TreeMap<>(projectUrls));
        classifiers = List.copyOf(classifiers);
        importNames = List.copyOf(importNames);
        importNamespaces = List.copyOf(importNamespaces);
        dynamic = List.copyOf(dynamic);
    }

    /**
     * Reads metadata as indexes hold it: requirements and {@code Requires-Python} by {@link LenientReader}, extras that
     * nothing could ask for left out.
     *
     * @param text the content of {@code METADATA} or {@code PKG-INFO}
     * @return the metadata
     * @throws PackagingParseException if a field is malformed, name or version are missing, or no mending helps
     */
    public static CoreMetadata parse(String text) {
        return new CoreMetadataParser(text, true).metadata();
    }

    /**
     * Reads metadata that must follow the standard, such as that of a file being audited.
     *
     * @param text the content of {@code METADATA} or {@code PKG-INFO}
     * @return the metadata
     * @throws PackagingParseException if it does not
     */
    public static CoreMetadata parseStrict(String text) {
        return new CoreMetadataParser(text, false).metadata();
    }

    /**
     * {@return the same metadata with other requirements}
     *
     * @param requirements the requirements in place of the present ones
     */
    public CoreMetadata withRequiresDist(List<Requirement> requirements) {
        return new CoreMetadata(
                metadataVersion,
                displayName,
                name,
                version,
                requiresPython,
                requirements,
                providesExtra,
                summary,
                description,
                licenseExpression,
                license,
                licenseFiles,
                homePage,
                projectUrls,
                classifiers,
                importNames,
                importNamespaces,
                dynamic);
    }
}
