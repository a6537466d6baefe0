package dev.zeus.wheels.python;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a wheel says of its own format: the WHEEL file.
 *
 * @param wheelVersion such as {@code 1.0}
 * @param generator the tool that built it
 * @param rootIsPurelib whether its root is installed to {@code purelib} rather than {@code platlib}
 * @param tags what it runs on, expanded
 * @param build the build tag
 * @see <a href="https://packaging.python.org/specifications/binary-distribution-format/">Binary distribution format</a>
 */
public record WheelMetadata(
        String wheelVersion,
        Optional<String> generator,
        boolean rootIsPurelib,
        SortedSet<Tag> tags,
        Optional<BuildTag> build) {
    private static final int MAXIMUM_LENGTH = 1024 * 1024;

    /**
     * Parses a WHEEL file.
     *
     * @throws PackagingParseException where it lacks its version or a tag is none
     */
    public static WheelMetadata parse(String text) {
        HeaderBlock headers = HeaderBlock.parse(text, MAXIMUM_LENGTH);
        List<String> lines = headers.all("tag");
        SortedSet<Tag> tags = new TreeSet<>();
        lines.forEach(line -> tags.addAll(Tag.parseSet(line)));
        return new WheelMetadata(
                headers.first("wheel-version")
                        .orElseThrow(() -> new PackagingParseException(text, 0, "a header \"Wheel-Version\"")),
                headers.first("generator"),
                headers.first("root-is-purelib").map("true"::equalsIgnoreCase).orElse(false),
                tags,
                headers.first("build").map(BuildTag::parse));
    }
}
