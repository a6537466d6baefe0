// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A question to this module and to {@code packaging}.
 *
 * @param asked the question as answers.py reads it
 * @param answer the answer of this module, in the words of answers.py
 */
record Question(List<Object> asked, Supplier<String> answer) {

    /** This module's answer, {@code invalid} where it refuses the text. */
    String ours() {
        try {
            return answer.get();
        } catch (PackagingParseException e) {
            return "invalid";
        }
    }

    static Question compare(String a, String b) {
        return new Question(List.of("compare", a, b), () -> compare(Version.parse(a), Version.parse(b)));
    }

    static Question match(String specifiers, String version) {
        return new Question(
                List.of("match", specifiers, version),
                () -> match(VersionSpecifiers.parse(specifiers), Version.parse(version)));
    }

    static Question choose(String specifiers, List<String> versions) {
        return new Question(
                List.of("choose", specifiers, versions),
                () -> choose(
                        VersionSpecifiers.parse(specifiers),
                        versions.stream().map(Version::parse).toList()));
    }

    static Question marker(String text, List<SortedMap<String, String>> environments) {
        return new Question(
                List.of("marker", text, environments), () -> marker(EnvironmentMarker.parse(text), environments));
    }

    static Question requirement(String text) {
        return new Question(List.of("requirement", text), () -> requirement(Requirement.parse(text)));
    }

    static Question wheel(String filename) {
        return new Question(List.of("wheel", filename), () -> wheel(WheelFilename.parse(filename)));
    }

    /** The tags of CPython 3, digested: the whole list would be many megabytes. */
    static Question cpython(int minor, boolean freeThreaded, String system, TargetPlatform platform, Object... place) {
        return new Question(
                asked(place, "compatible", minor, freeThreaded, system),
                () -> digest(CompatibleTags.cpython(3, minor, freeThreaded, platform)));
    }

    /** The tags of PyPy 3, digested. */
    static Question pypy(int minor, String abi, String system, TargetPlatform platform, Object... place) {
        return new Question(
                asked(place, "pypy", minor, abi, system), () -> digest(CompatibleTags.pypy(3, minor, abi, platform)));
    }

    private static List<Object> asked(Object[] place, Object... first) {
        return Stream.concat(Stream.of(first), Stream.of(place)).toList();
    }

    private static String compare(Version a, Version b) {
        return Integer.signum(a.compareTo(b)) + " " + a + " " + b + " " + a.publicVersion() + " " + b.base() + " "
                + a.isPrerelease() + " " + b.isPostrelease();
    }

    private static String match(VersionSpecifiers specifiers, Version version) {
        return specifiers + " "
                + Stream.of(PreReleases.values())
                        .map(mode -> String.valueOf(specifiers.contains(version, mode)))
                        .collect(Collectors.joining(" "));
    }

    private static String choose(VersionSpecifiers specifiers, List<Version> versions) {
        return Stream.of(PreReleases.values())
                .map(mode -> joined(specifiers.filter(versions, mode)))
                .collect(Collectors.joining(" "));
    }

    private static String marker(EnvironmentMarker marker, List<SortedMap<String, String>> environments) {
        return marker + " "
                + environments.stream()
                        .map(MarkerEnvironment::new)
                        .map(environment -> evaluate(marker, environment))
                        .collect(Collectors.joining(" "));
    }

    private static String evaluate(EnvironmentMarker marker, MarkerEnvironment environment) {
        try {
            return String.valueOf(marker.evaluate(environment));
        } catch (MarkerEvaluationException e) {
            return "undefined";
        }
    }

    private static String requirement(Requirement requirement) {
        return requirement.name() + " " + joined(requirement.extras()) + " " + requirement.specifiers() + " "
                + requirement.url().orElse("None") + " "
                + requirement.marker().map(EnvironmentMarker::toString).orElse("None");
    }

    private static String wheel(WheelFilename file) {
        String build = file.build()
                .map(tag -> "[" + tag.number() + "|" + tag.suffix() + "]")
                .orElse("[]");
        return file.name() + " " + file.version() + " " + build + " "
                + joined(file.tags().stream().map(Object::toString).sorted().toList());
    }

    private static String digest(CompatibleTags tags) {
        String text = tags.tags().stream().map(Object::toString).collect(Collectors.joining("\n"));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return tags.tags().size() + " " + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String joined(Collection<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining("|", "[", "]"));
    }
}
