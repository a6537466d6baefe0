package dev.zeus.wheels.python;

import java.util.Comparator;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a wheel runs on: interpreter, ABI and platform, such as {@code cp312-cp312-manylinux_2_28_x86_64}.
 *
 * @param interpreter such as {@code cp312} or {@code py3}
 * @param abi such as {@code cp312}, {@code abi3} or {@code none}
 * @param platform such as {@code manylinux_2_28_x86_64} or {@code any}
 * @see <a href="https://packaging.python.org/specifications/platform-compatibility-tags/">PEP 425</a>
 */
public record Tag(String interpreter, String abi, String platform) implements Comparable<Tag> {
    private static final int MAXIMUM_LENGTH = 4096;
    private static final int MAXIMUM_TAGS = 4096;
    private static final Comparator<Tag> ORDER =
            Comparator.comparing(Tag::interpreter).thenComparing(Tag::abi).thenComparing(Tag::platform);

    /**
     * Parses a compressed tag set: {@code py2.py3-none-any} holds two tags.
     *
     * @throws PackagingParseException where it has not three parts, or a part is empty
     */
    public static SortedSet<Tag> parseSet(String text) {
        if (text.length() > MAXIMUM_LENGTH) {
            throw new PackagingParseException(text, MAXIMUM_LENGTH, "at most " + MAXIMUM_LENGTH + " characters");
        }
        String[] parts = text.split("-", -1);
        if (parts.length != 3) {
            throw new PackagingParseException(text, 0, "three parts joined by \"-\": interpreter, ABI, platform");
        }
        String[] interpreters = alternatives(text, parts[0]);
        String[] abis = alternatives(text, parts[1]);
        String[] platforms = alternatives(text, parts[2]);
        if ((long) interpreters.length * abis.length * platforms.length > MAXIMUM_TAGS) {
            throw new PackagingParseException(text, 0, "at most " + MAXIMUM_TAGS + " tags");
        }
        SortedSet<Tag> tags = new TreeSet<>();
        for (String interpreter : interpreters) {
            checkInterpreter(text, interpreter);
            for (String abi : abis) {
                for (String platform : platforms) {
                    tags.add(new Tag(interpreter, abi, platform));
                }
            }
        }
        return tags;
    }

    private static String[] alternatives(String text, String part) {
        String[] alternatives = part.toLowerCase(Locale.ROOT).split("\\.", -1);
        for (String alternative : alternatives) {
            if (alternative.isEmpty()) {
                throw new PackagingParseException(text, text.indexOf(part), "a tag between \".\"");
            }
        }
        return alternatives;
    }

    private static void checkInterpreter(String text, String interpreter) {
        boolean identifier =
                Character.isUnicodeIdentifierStart(interpreter.codePointAt(0)) || interpreter.startsWith("_");
        if (!identifier || !interpreter.codePoints().allMatch(c -> c == '_' || Character.isUnicodeIdentifierPart(c))) {
            throw new PackagingParseException(text, 0, "an interpreter tag such as cp312");
        }
    }

    @Override
    public int compareTo(Tag other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return interpreter + "-" + abi + "-" + platform;
    }
}
