// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads the METADATA file of a wheel. */
final class CoreMetadataParser {
    private static final String KIND = "core metadata field";

    private final HeaderFields fields;
    private final boolean lenient;

    CoreMetadataParser(String text, boolean lenient) {
        this.fields = HeaderFields.parse(KIND, text);
        this.lenient = lenient;
    }

    CoreMetadata metadata() {
        String name = required("Name");
        return new CoreMetadata(
                metadataVersion(),
                name,
                PackageName.parse(name),
                Version.parse(required("Version")),
                fields.first("requires-python").map(this::specifiers),
                fields.all("requires-dist").stream().map(this::requirement).toList(),
                extras(),
                fields.first("summary"),
                description(),
                fields.first("license-expression"),
                fields.first("license"),
                fields.all("license-file"),
                fields.first("home-page"),
                projectUrls(),
                fields.all("classifier"),
                importNames("import-name"),
                importNames("import-namespace"),
                fields.all("dynamic").stream()
                        .map(value -> value.toLowerCase(Locale.ROOT))
                        .toList());
    }

    private String metadataVersion() {
        Optional<String> version = fields.first("metadata-version");
        if (lenient) {
            String value = version.orElse("1.0");
            if (isOfLaterMajor(value)) {
                throw new PackagingParseException(KIND, value, 0, "Metadata-Version 1.x or 2.x");
            }
            return value;
        }
        String value = required("Metadata-Version");
        // A higher minor version only adds; a higher major one may mean anything.
        if (!value.matches("[12]\\.[0-9]{1,3}")) {
            throw new PackagingParseException(KIND, value, 0, "Metadata-Version 1.x or 2.x");
        }
        return value;
    }

    /** A tool must refuse those (core metadata specification); what is not a number at all was never refused by any. */
    private static boolean isOfLaterMajor(String value) {
        int end = 0;
        while (end < value.length() && value.charAt(end) >= '0' && value.charAt(end) <= '9') {
            end++;
        }
        String major = value.substring(0, end).replaceFirst("^0+", "");
        return major.length() > 1 || major.compareTo("2") > 0;
    }

    private String required(String field) {
        return fields.first(field.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new PackagingParseException("core metadata", "", 0, "the field " + field));
    }

    private VersionSpecifiers specifiers(String value) {
        return lenient ? LenientReader.specifiers(value) : VersionSpecifiers.parse(value);
    }

    private Requirement requirement(String value) {
        // Long requirements may be folded over lines.
        String line = value.replace('\n', ' ');
        return lenient ? LenientReader.requirement(line) : Requirement.parse(line);
    }

    private SortedSet<ExtraName> extras() {
        SortedSet<ExtraName> extras = new TreeSet<>();
        for (String value : fields.all("provides-extra")) {
            try {
                extras.add(ExtraName.parse(value));
            } catch (PackagingParseException e) {
                if (!lenient) {
                    throw e;
                }
            }
        }
        return extras;
    }

    /** The body, or else the field, whose lines older tools marked with bars. */
    private Optional<String> description() {
        if (!fields.body().isBlank()) {
            return Optional.of(fields.body());
        }
        return fields.first("description")
                .map(value ->
                        value.lines().map(CoreMetadataParser::withoutMargin).toList())
                .map(lines -> String.join("\n", lines));
    }

    private static String withoutMargin(String line) {
        for (String margin : List.of("       |", "        ")) {
            if (line.startsWith(margin)) {
                return line.substring(margin.length());
            }
        }
        return line;
    }

    private SortedMap<String, String> projectUrls() {
        SortedMap<String, String> urls = new TreeMap<>();
        for (String value : fields.all("project-url")) {
            int comma = value.indexOf(',');
            if (comma > 0) {
                urls.putIfAbsent(
                        value.substring(0, comma).strip(),
                        value.substring(comma + 1).strip());
            } else if (!lenient) {
                throw new PackagingParseException(KIND, value, 0, "a label, a comma and an address");
            }
        }
        return urls;
    }

    /** Import names, without the note that they are private. */
    private List<String> importNames(String field) {
        return fields.all(field).stream()
                .map(value -> value.indexOf(';') < 0 ? value : value.substring(0, value.indexOf(';')))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }
}
