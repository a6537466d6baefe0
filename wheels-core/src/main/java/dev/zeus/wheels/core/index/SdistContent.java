// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import dev.zeus.wheels.core.wheel.BrokenWheelException;
import dev.zeus.wheels.core.wheel.ImportNames;
import dev.zeus.wheels.core.wheel.SdistArchive;
import dev.zeus.wheels.python.CoreMetadata;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.PackagingParseException;
import dev.zeus.wheels.python.Requirement;
import dev.zeus.wheels.python.SdistFilename;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a source distribution says of the package that is built from it; nothing of it is run to find out.
 *
 * <p>Its requirements are those of {@code PKG-INFO} where that promises them (PEP 643), else those of the
 * {@code [project]} table (PEP 621), else those that setuptools or {@code PKG-INFO} noted when the archive was made.
 * The last may be wrong where {@code setup.py} decides by machine; then the runtime check of the Nix build says so.
 *
 * @param metadata what the wheel's metadata will be
 * @param buildRequires what building it needs (PEP 518)
 * @param imports the modules that are certain to import
 */
public record SdistContent(CoreMetadata metadata, List<Requirement> buildRequires, List<String> imports) {
    /** Since this version, {@code PKG-INFO} says of itself what building could change (PEP 643). */
    private static final List<String> WITHOUT_PROMISE = List.of("1.0", "1.1", "1.2", "1.3", "2.0", "2.1");

    public SdistContent {
        buildRequires = List.copyOf(buildRequires);
        imports = List.copyOf(imports);
    }

    /**
     * Reads it.
     *
     * @throws BrokenWheelException {@code X421} where something in it is malformed, {@code X420} where it is of another
     *     package than its file name says
     */
    static SdistContent of(SdistFilename filename, SdistArchive archive) {
        try {
            CoreMetadata info = CoreMetadata.parse(archive.text("PKG-INFO")
                    .orElseThrow(() -> new PackagingParseException("source distribution", "", 0, "a file PKG-INFO")));
            SdistProject pyproject =
                    SdistProject.parse(archive.text("pyproject.toml").orElse(""));
            requireSame(filename, info);
            return new SdistContent(
                    metadata(info, pyproject, archive), pyproject.buildRequires(), imports(info, archive));
        } catch (PackagingParseException e) {
            throw new BrokenWheelException(
                    IndexProblem.BROKEN_METADATA,
                    "the metadata of \"" + filename + "\" is broken: " + e.getMessage(),
                    "use another version, and tell its authors");
        }
    }

    private static void requireSame(SdistFilename filename, CoreMetadata info) {
        if (!info.name().equals(filename.name()) || !info.version().equals(filename.version())) {
            throw new BrokenWheelException(
                    IndexProblem.OTHER_METADATA,
                    "the metadata of \"" + filename + "\" is of \"" + info.name() + "\" " + info.version()
                            + ", expected \"" + filename.name() + "\" " + filename.version(),
                    "do not use it, and tell its authors");
        }
    }

    private static CoreMetadata metadata(CoreMetadata info, SdistProject pyproject, SdistArchive archive) {
        boolean promised = !WITHOUT_PROMISE.contains(info.metadataVersion())
                && !info.dynamic().contains("requires-dist");
        if (promised) {
            return info;
        }
        return pyproject
                .requirements()
                .or(() -> info.requiresDist().isEmpty()
                        ? archive.eggInfo("requires.txt").map(RequiresTxt::parse)
                        : Optional.empty())
                .map(info::withRequiresDist)
                .orElse(info);
    }

    /** The modules that setuptools names, or the one that is called as the project is. */
    private static List<String> imports(CoreMetadata info, SdistArchive archive) {
        if (!info.importNames().isEmpty()) {
            return ImportNames.of(List.of(), info.importNames());
        }
        TreeSet<String> roots = new TreeSet<>();
        ImportNames.of(archive.paths().stream().map(SdistContent::installed).toList(), List.of())
                .forEach(name -> roots.add(name.split("\\.", 2)[0]));
        Stream<String> named = archive.eggInfo("top_level.txt")
                .map(text -> text.lines().map(String::strip))
                .orElseGet(() -> roots.stream().filter(root -> isNamed(root, info.name())));
        return named.filter(roots::contains).sorted().toList();
    }

    private static String installed(String path) {
        for (String root : List.of("src/", "lib/")) {
            if (path.startsWith(root)) {
                return path.substring(root.length());
            }
        }
        return path;
    }

    private static boolean isNamed(String module, PackageName name) {
        try {
            return PackageName.normalize(module).equals(name);
        } catch (PackagingParseException e) {
            return false;
        }
    }
}
