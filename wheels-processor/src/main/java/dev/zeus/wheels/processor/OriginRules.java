// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import dev.zeus.wheels.processor.WrittenBuild.From;
import dev.zeus.wheels.processor.hint.AddressHint;
import dev.zeus.wheels.processor.hint.NameHint;
import dev.zeus.wheels.processor.hint.RepositoryHint;
import dev.zeus.wheels.python.WheelFilename;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What must hold for a {@code @From}, and for every hash. */
final class OriginRules {
    /** A hash of nothing, which Nix answers with the right one. */
    static final String ANY_HASH = "sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    /** How git names tags and branches in full. */
    private static final Pattern REFERENCE = Pattern.compile("(?:refs/)?(?:tags|heads)/(.+)");

    /** What a forge packs of a branch as it is now. */
    private static final Pattern BRANCH = Pattern.compile(
            "https://[^/]+/.+/(?:archive|zipball|tarball|-/archive)/(?:refs/heads/.+|(?:main|master|develop|trunk)(?:[./].*)?)");

    private static final int LONGEST = 200;

    private final Findings findings;

    OriginRules(Findings findings) {
        this.findings = findings;
    }

    void check(From from) {
        List<String> places = Stream.of(
                        named("github", from.github()), named("index", from.index()), named("url", from.url()))
                .filter(name -> !name.isEmpty())
                .toList();
        if (places.size() != 1) {
            add(
                    from.site(),
                    places.isEmpty() ? "it says none" : "it says " + String.join(" and ", places),
                    "write exactly one of github, index and url");
        } else if (from.github().given()) {
            checkGithub(from);
        } else if (from.tag().given() || from.rev().given()) {
            Written<String> wrong = from.tag().given() ? from.tag() : from.rev();
            add(wrong.site(), "only a repository has tags and commits", "remove it");
        } else if (from.index().given()
                && (!isWord(from.index().value())
                        || NameHint.isFile(from.index().value()))) {
            add(
                    from.index().site(),
                    Quoted.text(from.index().value()) + " is no project",
                    Hints.or(
                            NameHint.of(from.index().value()),
                            "write it as the source distribution's file name begins, such as \"uuid7\""));
        } else if (from.url().given() && !isHttps(from.url().value())) {
            add(
                    from.url().site(),
                    Quoted.text(from.url().value()) + " is no address by https",
                    Hints.or(AddressHint.of(from.url().value()), "write one that begins with https://"));
        } else if (from.url().given() && BRANCH.matcher(from.url().value()).matches()) {
            findings.add(
                    Suspicion.CONTRADICTING_BUILD,
                    from.url().site(),
                    Quoted.text(from.url().value()) + " is a branch, which moves, so that its hash does",
                    "write github with the tag of the release, or with the commit as rev");
        } else if (from.url().given() && WheelFilename.isWheel(from.url().value())) {
            findings.add(
                    Suspicion.CONTRADICTING_BUILD,
                    from.url().site(),
                    Quoted.text(from.url().value()) + " is built already, and no source",
                    "declare it with @Wheel, from a @Source that has it, or write the address of its source");
        } else if (from.url().given() && !isArchive(from.url().value())) {
            findings.add(
                    Suspicion.CONTRADICTING_BUILD,
                    from.url().site(),
                    Quoted.text(from.url().value()) + " does not look like an archive",
                    "write the address of the .tar.gz or .zip itself, not of the page that shows it");
        }
        if (from.hash().given()) {
            checkHash(from.hash());
        }
    }

    private static String named(String name, Written<String> member) {
        return member.given() ? name : "";
    }

    private void checkGithub(From from) {
        String[] parts = from.github().value().split("/", -1);
        boolean git = from.github().value().endsWith(".git");
        if (parts.length != 2 || !isWord(parts[0]) || !isWord(parts[1]) || git) {
            add(
                    from.github().site(),
                    Quoted.text(from.github().value()) + " is no owner with a repository",
                    Hints.or(RepositoryHint.of(from.github().value()), "write the owner, a slash and the repository"));
        }
        if (from.tag().given() == from.rev().given()) {
            add(
                    from.site(),
                    from.tag().given() ? "it says tag and rev" : "it says neither tag nor rev",
                    "write the tag of the release, or the commit as rev");
        } else if (from.tag().given() && !isRef(from.tag().value())) {
            add(from.tag().site(), Quoted.text(from.tag().value()) + " is no tag", "write for instance \"v1.1.7\"");
        } else if (from.tag().given() && REFERENCE.matcher(from.tag().value()).matches()) {
            boolean branch = from.tag().value().contains("heads/");
            add(
                    from.tag().site(),
                    Quoted.text(from.tag().value())
                            + (branch ? " is a branch, which moves" : " is a reference to a tag"),
                    branch
                            ? "write the tag of the release, or the commit as rev"
                            : "did you mean "
                                    + Quoted.text(REFERENCE
                                            .matcher(from.tag().value())
                                            .replaceFirst("$1")) + "?");
        } else if (from.rev().given() && !isCommit(from.rev().value())) {
            add(
                    from.rev().site(),
                    Quoted.text(from.rev().value()) + " is no commit, and a branch moves",
                    Hints.near(
                            Optional.of(from.rev().value().strip().toLowerCase(Locale.ROOT))
                                    .filter(OriginRules::isCommit),
                            "write the commit's 40 hexadecimal digits"));
        }
    }

    /** Checks a hash that must be there. */
    void checkHash(Written<String> hash) {
        String text = hash.value();
        if (NixHash.isNothing(text)) {
            findings.add(Suspicion.PLACEHOLDER_HASH, hash.site(), Quoted.text(text));
            return;
        } else if (NixHash.isSri(text)) {
            return;
        }
        String hint = NixHash.sri(text)
                .map(sri -> "write " + Quoted.text(sri) + ", which is the same hash")
                .orElse("write " + Quoted.text(ANY_HASH) + ", and take what the first build says");
        findings.add(
                Mistake.BAD_HASH,
                hash.site(),
                Quoted.text(text),
                text.isEmpty() ? "it is empty" : NixHash.problem(text),
                hint);
    }

    private void add(Site site, String reason, String hint) {
        findings.add(Mistake.BAD_ORIGIN, site, reason, hint);
    }

    /** Whether an address ends as archives do, or is a service that packs one. */
    private static boolean isArchive(String text) {
        String path = text.toLowerCase(Locale.ROOT).replaceFirst("[?#].*", "");
        return path.matches(".*\\.(?:tar(?:\\.\\w+)?|t?gz|tbz2?|txz|zip|whl|7z|bz2|xz|zst|crate)")
                || path.matches(".*/(?:archive|tarball|zipball|download|downloads|get|packages|releases/download)/.+");
    }

    private static boolean isWord(String text) {
        return !text.isEmpty() && isRef(text) && !text.contains("/");
    }

    private static boolean isRef(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST
                && !text.startsWith("-")
                && !text.contains("..")
                && text.chars()
                        .allMatch(c -> (c >= 'a' && c <= 'z')
                                || (c >= 'A' && c <= 'Z')
                                || (c >= '0' && c <= '9')
                                || "/._+-".indexOf(c) >= 0);
    }

    private static boolean isCommit(String text) {
        return text.length() == 40 && text.chars().allMatch(c -> (c >= 'a' && c <= 'f') || (c >= '0' && c <= '9'));
    }

    static boolean isHttps(String text) {
        try {
            URI uri = new URI(text);
            return "https".equals(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getPort() <= Ports.LAST;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
