// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.project;

import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a {@code pyproject.toml} leaves to its build system, as far as files say it: a version in {@code __init__.py},
 * requirements in a {@code requirements.txt}. Nothing of the project is run.
 *
 * <p>Each build system has a place of its own for it: setuptools, hatchling, pdm-backend, flit-core and poetry-core.
 */
final class DynamicFields {
    /** No more than ProjectReader reads. */
    private static final int LARGEST = 1 << 20;

    private final OwnToml toml;
    private final Path root;
    private final String shown;
    private final List<String> files = new ArrayList<>();

    /**
     * Those of a project.
     *
     * @param shown the project's directory with a slash, as it is shown; empty for the one that has {@code generated/}
     */
    DynamicFields(OwnToml toml, Path root, String shown) {
        this.toml = toml;
        this.root = root;
        this.shown = shown;
    }

    /** The files that were read: they belong to the project. */
    List<String> files() {
        return List.copyOf(files);
    }

    /**
     * The version; empty where only a build tells it.
     *
     * @param source the directory that imports start from
     */
    Optional<Located<String>> version(String source, PackageName name) {
        Optional<Located<String>> attribute = toml.ofTool("tool", "setuptools", "dynamic", "version", "attr");
        if (attribute.isPresent()) {
            return ofAttribute(source, attribute.get().value());
        }
        List<String> texts = toml.textsOfTool("tool", "setuptools", "dynamic", "version", "file");
        if (!texts.isEmpty()) {
            return read(texts.get(0)).map(text -> new Located<>(text.strip(), shown + texts.get(0) + ":1"));
        }
        Optional<Located<String>> hatch = toml.ofTool("tool", "hatch", "version", "path");
        if (hatch.isPresent()) {
            boolean usual = toml.ofTool("tool", "hatch", "version", "source")
                            .map(Located::value)
                            .filter(kind -> !kind.equals("regex"))
                            .isEmpty()
                    && toml.ofTool("tool", "hatch", "version", "pattern").isEmpty();
            return usual ? assigned(hatch.get().value(), "(?i:__version__|VERSION)") : Optional.empty();
        }
        Optional<Located<String>> pdm = toml.ofTool("tool", "pdm", "version", "path");
        if (pdm.isPresent()) {
            return assigned(pdm.get().value(), "__version__");
        }
        boolean plugin = toml.textsOfTool("build-system", "requires").stream()
                .anyMatch(text -> text.startsWith("poetry-dynamic-versioning"));
        Optional<Located<String>> poetry = toml.ofTool("tool", "poetry", "version");
        if (poetry.isPresent()) {
            return plugin ? Optional.empty() : poetry;
        }
        return toml.ofTool("build-system", "build-backend")
                .filter(backend -> backend.value().startsWith("flit_core"))
                .flatMap(backend -> ofModule(
                        source,
                        toml.ofTool("tool", "flit", "module", "name")
                                .map(Located::value)
                                .orElse(name.value().replace('-', '_')),
                        "__version__"));
    }

    /** The requirements; empty where only a build tells them. */
    Optional<List<Located<Requirement>>> requirements() {
        List<String> named = toml.textsOfTool("tool", "setuptools", "dynamic", "dependencies", "file");
        List<Located<Requirement>> requirements = new ArrayList<>();
        for (String file : named) {
            Optional<String> text = read(file);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            List<String> lines = text.get().lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i).replaceFirst("(^|\\s)#.*$", "").strip();
                if (!line.isEmpty()) {
                    requirements.add(
                            OwnToml.parsed(new Located<>(line, shown + file + ":" + (i + 1)), Requirement::parse));
                }
            }
        }
        return named.isEmpty() ? Optional.empty() : Optional.of(requirements);
    }

    private Optional<Located<String>> ofAttribute(String source, String attribute) {
        int dot = attribute.lastIndexOf('.');
        return dot < 0
                ? Optional.empty()
                : ofModule(source, attribute.substring(0, dot), Pattern.quote(attribute.substring(dot + 1)));
    }

    private Optional<Located<String>> ofModule(String source, String module, String variable) {
        String path = module.replace('.', '/');
        return Stream.of(source.isEmpty() ? "" : source + "/", "", "src/")
                .flatMap(place -> Stream.of(place + path + "/__init__.py", place + path + ".py"))
                .filter(file -> isBelow(file) && Files.isRegularFile(root.resolve(file)))
                .findFirst()
                .flatMap(file -> assigned(file, variable));
    }

    /** What a line of a file gives to a variable, such as {@code __version__ = "1.0"}. */
    private Optional<Located<String>> assigned(String file, String variable) {
        Pattern pattern = Pattern.compile(
                "^(?:" + variable + ")(?:\\s*:\\s*[\\w.]+)?\\s*=\\s*([\"'])v?([^\"'\\n]+)\\1", Pattern.MULTILINE);
        return read(file).flatMap(text -> {
            Matcher matcher = pattern.matcher(text);
            return matcher.find()
                    ? Optional.of(new Located<>(
                            matcher.group(2),
                            shown + file + ":"
                                    + (1
                                            + text.substring(0, matcher.start())
                                                    .chars()
                                                    .filter(c -> c == '\n')
                                                    .count())))
                    : Optional.empty();
        });
    }

    /**
     * The text of a file below the project; empty for one elsewhere.
     *
     * @throws WheelsException N320 where it cannot be read
     */
    private Optional<String> read(String file) {
        if (!isBelow(file)) {
            return Optional.empty();
        }
        try {
            String text = OwnText.read(root, file, LARGEST);
            files.add(file);
            return Optional.of(text);
        } catch (IOException e) {
            throw OwnProblems.unreadable(shown + file, e);
        }
    }

    private static boolean isBelow(String file) {
        return ProjectLayout.isBelow(file);
    }
}
