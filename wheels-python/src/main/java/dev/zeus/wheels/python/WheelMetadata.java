// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the build tool says of a wheel: its WHEEL file.
 *
 * <pre>{@code
 * WheelMetadata.parse("Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n").tags(); // [py3-none-any]
 * }</pre>
 *
 * <p>Standard: binary distribution format, <a href="https://peps.python.org/pep-0427/">PEP 427</a>.
 *
 * @param wheelVersion the version of the format, such as {@code 1.0}
 * @param generator the tool that built the wheel
 * @param rootIsPurelib whether the wheel's root is unpacked among pure modules
 * @param tags what the wheel was built for, as the file name should say
 * @param build the build tag, as in the file name
 */
public record WheelMetadata(
        String wheelVersion,
        Optional<String> generator,
        boolean rootIsPurelib,
        SortedSet<Tag> tags,
        Optional<BuildTag> build) {
    private static final String KIND = "WHEEL field";

    /**
     * Copies the tags.
     *
     * @param wheelVersion the version of the format, such as {@code 1.0}
     * @param generator the tool that built the wheel
     * @param rootIsPurelib whether the wheel's root is unpacked among pure modules
     * @param tags what the wheel was built for, as the file name should say
     * @param build the build tag, as in the file name
     */
    public WheelMetadata {
        tags = Collections.unmodifiableSortedSet(new TreeSet<>(tags));
    }

    /**
     * Reads a WHEEL file.
     *
     * @param text the content of the file
     * @return the fields
     * @throws PackagingParseException if a field is malformed, or Wheel-Version, Root-Is-Purelib or Tag is missing
     */
    public static WheelMetadata parse(String text) {
        HeaderFields fields = HeaderFields.parse(KIND, text);
        SortedSet<Tag> tags = new TreeSet<>();
        fields.all("tag").forEach(tag -> tags.addAll(Tag.parseSet(tag)));
        if (tags.isEmpty()) {
            throw new PackagingParseException("WHEEL file", "", 0, "the field Tag");
        }
        return new WheelMetadata(
                required(fields, "Wheel-Version"),
                fields.first("generator"),
                purelib(required(fields, "Root-Is-Purelib")),
                tags,
                fields.first("build").map(BuildTag::parse));
    }

    private static boolean purelib(String value) {
        if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
            throw new PackagingParseException(KIND, value, 0, "true or false");
        }
        return value.equalsIgnoreCase("true");
    }

    private static String required(HeaderFields fields, String name) {
        return fields.first(name.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new PackagingParseException("WHEEL file", "", 0, "the field " + name));
    }
}
