// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor.hint;

import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.PackagingParseException;
import dev.zeus.wheels.python.Requirement;
import dev.zeus.wheels.python.SdistFilename;
import dev.zeus.wheels.python.VersionSpecifiers;
import dev.zeus.wheels.python.WheelFilename;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a wrong project name probably means: of {@code fastapi[standard]} and {@code numpy>=2} the part that is a name,
 * of a wheel's file name or the address of a project's page the project.
 */
public final class NameHint {
    private static final Pattern PAGE = Pattern.compile(
            "https?://[^/]+/(?:.*/)?(?:project|simple|pypi|p)/([^/?#]+)/?(?:json|[\\d.]+)?/?(?:[?#].*)?");
    private static final Pattern COMMAND = Pattern.compile(
            "(?:python3? -m )?(?:pip3?|uv|poetry|pipx|conda)" + "(?: pip)? (?:install|add) (?:-U |--upgrade )?(.*)");
    private static final Pattern VERSIONED = Pattern.compile("(\\S+?)(?: v?|@v?)(\\d[\\w.!+]*)");

    private static final Pattern ENDING = Pattern.compile("\\.(?:whl|tar\\.gz|tgz|zip)$");

    private NameHint() {}

    /** The name to write instead; empty where that cannot be told. */
    public static Optional<Suggestion> of(String written) {
        return meant(written).map(name -> Suggestion.value(name.name)).or(() -> words(written));
    }

    /** The members to write instead, for a declaration that has extras and versions. */
    public static Optional<Suggestion> ofDeclaration(String member, String written) {
        return meant(written).map(name -> name.suggestion(member)).or(() -> words(written));
    }

    /** Whether a text is the name of a file rather than a project's, though its letters would do. */
    public static boolean isFile(String text) {
        return file(text).isPresent()
                || List.of(".whl", ".tar.gz", ".tgz", ".zip").stream().anyMatch(text::endsWith);
    }

    private record Meant(String name, List<String> extras, String version) {
        Suggestion suggestion(String member) {
            if (extras.isEmpty() && version.isEmpty()) {
                return Suggestion.value(name);
            }
            Map<String, List<String>> values = new TreeMap<>(Map.of(member, List.of(name)));
            if (!extras.isEmpty()) {
                values.put("extras", extras);
            }
            if (!version.isEmpty()) {
                values.put("version", List.of(version));
            }
            return new Suggestion.Members(values);
        }
    }

    private static Optional<Meant> meant(String written) {
        String text = PlainText.unquoted(written);
        Matcher command = COMMAND.matcher(text);
        if (command.matches()) {
            return meant(command.group(1));
        }
        Matcher page = PAGE.matcher(text);
        if (page.matches()) {
            return name(page.group(1));
        }
        if (text.contains("://") || text.startsWith("@")) {
            return Optional.empty();
        }
        Matcher versioned = VERSIONED.matcher(text);
        return file(text)
                .or(() -> ENDING.matcher(text).find() ? trimmed(text) : wrong())
                .or(() -> requirement(text))
                .or(() -> versioned.matches() ? requirement(versioned.group(1) + "==" + versioned.group(2)) : wrong())
                .or(() -> RequirementHint.of(text)
                        .flatMap(meant -> requirement(
                                ((Suggestion.Value) meant).alternatives().get(0))))
                .or(() -> trimmed(text));
    }

    private static Optional<Meant> wrong() {
        return Optional.empty();
    }

    private static Optional<Meant> requirement(String text) {
        try {
            Requirement requirement = Requirement.parse(text);
            if (requirement.url().isPresent()) {
                return Optional.empty();
            }
            // A requirement's name may end in a sign, which a project's may not.
            return name(requirement.name().value())
                    .map(plain -> new Meant(
                            plain.name,
                            requirement.extras().stream().map(ExtraName::value).toList(),
                            text(requirement.specifiers())));
        } catch (PackagingParseException e) {
            return Optional.empty();
        }
    }

    /** Lower bounds first, as people write them. */
    private static String text(VersionSpecifiers specifiers) {
        return specifiers.specifiers().stream()
                .map(Object::toString)
                .sorted(Comparator.comparing(specifier -> specifier.startsWith("<")))
                .collect(Collectors.joining(","));
    }

    private static Optional<Meant> file(String text) {
        String file = text.substring(text.lastIndexOf('/') + 1);
        try {
            if (WheelFilename.isWheel(file)) {
                return name(WheelFilename.parse(file).name().value());
            }
            return SdistFilename.isSdist(file)
                    ? name(SdistFilename.parse(file).name().value())
                    : Optional.empty();
        } catch (PackagingParseException e) {
            return Optional.empty();
        }
    }

    /** Without the punctuation at both ends. */
    private static Optional<Meant> trimmed(String text) {
        return name(text.replaceFirst("^pkg:pypi/", "")
                .replaceFirst(ENDING.pattern(), "")
                .replaceAll("^[^A-Za-z0-9]+|[^A-Za-z0-9]+$", ""));
    }

    /** Of several words, which projects join either way. */
    private static Optional<Suggestion> words(String written) {
        String text = PlainText.unquoted(written);
        if (text.matches("[A-Za-z0-9._-]+(?:\\s*,\\s*[A-Za-z0-9._-]+)+")) {
            return Optional.of(new Suggestion.Advice("declare each project by itself"));
        }
        return text.matches("[A-Za-z0-9]+(?: [A-Za-z][A-Za-z0-9]*){1,3}")
                ? name(text.replace(' ', '-'))
                        .map(name -> new Suggestion.Value(
                                List.of(name.name(), name.name().replace("-", ""))))
                : Optional.empty();
    }

    private static Optional<Meant> name(String text) {
        try {
            return Optional.of(new Meant(PackageName.parse(text).value(), List.of(), ""));
        } catch (PackagingParseException e) {
            return Optional.empty();
        }
    }
}
