// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import dev.zeus.wheels.SourceFormat;
import dev.zeus.wheels.python.NearName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What must be there below the directory that holds {@code generated/}: patches, and folders of wheels. */
final class FileRules {
    /** Enough for a suggestion; a directory with more files is data. */
    private static final int MOST_COMPARED = 1000;

    private final Findings findings;
    private final Path directory;

    FileRules(Findings findings, Path directory) {
        this.findings = findings;
        this.directory = directory;
    }

    void check(WrittenSet set, List<Named> declarations) {
        for (Named named : declarations) {
            named.declaration()
                    .recipe()
                    .ifPresent(recipe -> recipe.patches().values().stream()
                            .map(WrittenRecipe.Patch::file)
                            .filter(Written::given)
                            .filter(file -> ProjectPath.wrong(file.value()).isEmpty())
                            .forEach(file -> check(file, "file", Files::isRegularFile)));
        }
        for (WrittenSet.Source source : set.sources().values()) {
            if (source.format() == SourceFormat.FLAT) {
                source.url()
                        .filter(url -> SourceUrl.isRelativeFolder(url.value()))
                        .ifPresent(url -> check(url, "folder", Files::exists));
            }
        }
    }

    interface Existence {
        boolean of(Path path);
    }

    private void check(Written<String> written, String kind, Existence existence) {
        check(written, "", written.value(), kind, existence);
    }

    /**
     * Whether a file is there which a member names, or which follows from what it says; else it is told.
     *
     * @param base the folder that the path is from, with a slash behind it; empty for the one that has
     *     {@code generated/}
     */
    boolean check(Written<String> written, String base, String path, String kind, Existence existence) {
        Path root = directory.resolve(base);
        Path file = root.resolve(path).normalize();
        if (!existence.of(file)) {
            // What stands behind the path in the member stays there.
            String rest = written.value().startsWith(path) ? written.value().substring(path.length()) : "";
            missing(
                    written,
                    kind,
                    base + path,
                    Hints.near(near(root, path, file).map(near -> near + rest), "put it there, or correct the path"));
            return false;
        }
        return true;
    }

    /** Says that a file is not there which a member names. */
    void missing(Written<String> written, String kind, String path, String hint) {
        findings.add(Mistake.MISSING_FILE, written.site(), kind, Quoted.text(path), hint);
    }

    boolean exists(String path) {
        return Files.exists(directory.resolve(path));
    }

    boolean isFile(String path) {
        return Files.isRegularFile(directory.resolve(path));
    }

    /** What is there beside it under a similar name. */
    private static Optional<String> near(Path root, String written, Path file) {
        Path folder = file.getParent();
        Path name = file.getFileName();
        if (folder == null || name == null || !Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names = files.limit(MOST_COMPARED)
                    .map(each -> String.valueOf(each.getFileName()))
                    .filter(each -> !each.equals(name.toString()))
                    .toList();
            String end = written.endsWith("/") ? "/" : "";
            return NearName.among(names, name.toString())
                    .map(found -> root.normalize()
                                    .relativize(folder.resolve(found))
                                    .toString()
                                    .replace('\\', '/')
                            + end)
                    .filter(found -> ProjectPath.wrong(end.isEmpty() ? found : found.substring(0, found.length() - 1))
                            .isEmpty());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
