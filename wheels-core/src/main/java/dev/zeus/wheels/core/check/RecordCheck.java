// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.ProblemKind;
import dev.zeus.wheels.core.wheel.WheelArchive;
import dev.zeus.wheels.core.wheel.WheelEntry;
import dev.zeus.wheels.python.PackagingParseException;
import dev.zeus.wheels.python.RecordEntry;
import dev.zeus.wheels.python.RecordFile;
import dev.zeus.wheels.python.WheelFilename;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares a wheel's files with its {@code RECORD}: every file is listed once with its digest, and every listed file is
 * there (PEP 427).
 */
final class RecordCheck {
    /** Files are read whole for digests other than SHA-256, which wheels hardly use. */
    private static final long LARGEST = 512L << 20;

    private static final Set<String> DIGESTS = Set.of("sha256", "sha384", "sha512");

    private final WheelArchive archive;
    private final String wheel;
    private final String record;
    private final boolean digests;

    private RecordCheck(WheelArchive archive, String wheel, boolean digests) {
        this.archive = archive;
        this.wheel = wheel;
        this.digests = digests;
        this.record = archive.distInfo() + "RECORD";
    }

    /** What is wrong with a wheel's {@code RECORD}. */
    static List<Problem> problems(WheelArchive archive, WheelFilename wheel) {
        return new RecordCheck(archive, wheel.text(), true).problems();
    }

    /** As {@link #problems}, but for the digests: of the listed files none is read. */
    static List<Problem> problemsOfList(WheelArchive archive, WheelFilename wheel) {
        return new RecordCheck(archive, wheel.text(), false).problems();
    }

    private List<Problem> problems() {
        Optional<String> text = archive.text(record);
        if (text.isEmpty()) {
            return List.of(wrong(CheckProblem.NO_RECORD, "has no " + record));
        }
        Findings findings = new Findings();
        Map<String, RecordEntry> listed = new HashMap<>();
        try {
            for (RecordEntry entry : RecordFile.parse(text.get()).entries()) {
                if (listed.put(entry.path(), entry) != null) {
                    findings.add(wrong(CheckProblem.RECORD_TWICE, "lists \"" + entry.path() + "\" twice in RECORD"));
                }
            }
        } catch (PackagingParseException e) {
            return List.of(wrong(CheckProblem.NO_RECORD, "has a RECORD that cannot be read: " + e.getMessage()));
        }
        for (WheelEntry entry : archive.entries()) {
            RecordEntry line = listed.remove(entry.path());
            // What need not have a digest may have one, and then it is to be true; that of RECORD in itself never is.
            boolean free = isSignature(entry.path())
                    && Optional.ofNullable(line).flatMap(RecordEntry::digest).isEmpty();
            if (!entry.isDirectory() && !free) {
                compare(entry, line).ifPresent(findings::add);
            }
        }
        listed.keySet().stream()
                .sorted()
                .findFirst()
                .ifPresent(missing -> findings.add(wrong(
                        CheckProblem.NOT_IN_WHEEL, "lists \"" + missing + "\" in RECORD but does not contain it")));
        return findings.all();
    }

    private boolean isSignature(String path) {
        return path.equals(record) || path.equals(record + ".jws") || path.equals(record + ".p7s");
    }

    private Optional<Problem> compare(WheelEntry entry, @Nullable RecordEntry line) {
        if (line == null) {
            return Optional.of(
                    wrong(CheckProblem.NOT_IN_RECORD, "contains \"" + entry.path() + "\", which RECORD does not list"));
        }
        if (line.algorithm().isEmpty() || line.digest().isEmpty()) {
            return Optional.of(
                    wrong(CheckProblem.WEAK_DIGEST, "lists \"" + entry.path() + "\" in RECORD without a digest"));
        }
        if (!DIGESTS.contains(line.algorithm().get())) {
            return Optional.of(wrong(
                    CheckProblem.WEAK_DIGEST,
                    "lists \"" + entry.path() + "\" in RECORD with the digest \""
                            + line.algorithm().get() + "\", expected sha256 or longer"));
        }
        // RECORD itself has been read in any case.
        if ((digests || entry.path().equals(record))
                && !digest(entry, line.algorithm().get())
                        .equals(line.digest().map(RecordCheck::withoutPadding).orElse(""))) {
            return Optional.of(wrong(
                    CheckProblem.OTHER_CONTENT,
                    "contains \"" + entry.path() + "\" with content that differs from RECORD"));
        }
        if (line.size().isPresent() && line.size().getAsLong() != entry.size()) {
            return Optional.of(wrong(
                    CheckProblem.OTHER_CONTENT,
                    "contains \"" + entry.path() + "\" with another size than RECORD says"));
        }
        return Optional.empty();
    }

    private String digest(WheelEntry entry, String algorithm) {
        return switch (algorithm) {
            case "sha256" ->
                encode(HexFormat.of().parseHex(archive.sha256(entry).hex()));
            case "sha384" -> digestOf("SHA-384", archive.read(entry, LARGEST));
            default -> digestOf("SHA-512", archive.read(entry, LARGEST));
        };
    }

    private static String digestOf(String algorithm, byte[] content) {
        try {
            return encode(MessageDigest.getInstance(algorithm).digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }

    private static String encode(byte[] digest) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }

    /** Some builders pad, against the standard, and every installer takes it. */
    private static String withoutPadding(String digest) {
        int end = digest.length();
        while (end > 0 && digest.charAt(end - 1) == '=') {
            end--;
        }
        return digest.substring(0, end);
    }

    private Problem wrong(ProblemKind code, String what) {
        return WheelFault.of(code, wheel, what);
    }
}
