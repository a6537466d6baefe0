// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.generated;

import dev.zeus.wheels.CustomPackageDeclaration;
import dev.zeus.wheels.PatchDeclaration;
import dev.zeus.wheels.SourceDeclaration;
import dev.zeus.wheels.SourceFormat;
import dev.zeus.wheels.WheelDeclaration;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.render.RenderProblem;
import dev.zeus.wheels.core.setup.SourceRoots;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The files of the project that declarations name: patches, and folders of wheels.
 *
 * <p>The compiler looks for them, too (V204); they may have gone since, and a module may be generated from classes that
 * were compiled elsewhere. Without this, Nix would be the first to say so, and without the declaration.
 */
public final class DeclaredFiles {
    private final Path generated;
    private final SourceRoots sources;

    private DeclaredFiles(Path generated, SourceRoots sources) {
        this.generated = generated;
        this.sources = sources;
    }

    /**
     * Looks for all of them.
     *
     * @param generated the generated directory; paths begin beside it
     * @throws WheelsException N340 for the first that is not there, with file and line of what names it
     */
    public static void require(WheelSetDeclaration set, Path generated, SourceRoots sources) {
        DeclaredFiles files = new DeclaredFiles(generated.toAbsolutePath(), sources);
        for (WheelDeclaration wheel : set.wheels()) {
            files.requirePatches(wheel.type(), wheel.recipe().patches());
        }
        for (CustomPackageDeclaration custom : set.customPackages()) {
            files.requirePatches(custom.type(), custom.recipe().patches());
        }
        for (SourceDeclaration source : set.sources()) {
            files.requireFolder(set.packageName() + ".package-info", source);
        }
    }

    private void requirePatches(String type, List<PatchDeclaration> patches) {
        for (PatchDeclaration patch : patches) {
            Path file = generated.resolveSibling(patch.file()).normalize();
            if (!patch.file().isEmpty() && !Files.isRegularFile(file)) {
                throw missing("file", patch.file(), sources.mention(type, patch.file()));
            }
        }
    }

    private void requireFolder(String set, SourceDeclaration source) {
        if (source.format() != SourceFormat.FLAT) {
            return;
        }
        URI address = URI.create(source.url());
        if (!address.isAbsolute()
                && address.getPath() != null
                && !Files.exists(generated.resolveSibling(address.getPath()).normalize())) {
            throw missing("folder", source.url(), sources.mention(set, source.url()));
        }
    }

    private WheelsException missing(String kind, String path, String place) {
        return new WheelsException(
                RenderProblem.MISSING_FILE,
                "there is no " + kind + " \"" + path + "\" beside \"" + generated.getFileName() + "\", which " + place
                        + " names",
                "put it there, or correct the path");
    }
}
