// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One entry of a lock file: a package, where it is installed, and from what.
 *
 * <pre>{@code
 * lock.packages().get(0).name(); // attrs
 * }</pre>
 *
 * <p>Standard: pylock.toml, <a href="https://peps.python.org/pep-0751/">PEP 751</a>.
 *
 * @param name the normalised name
 * @param version empty where the source decides it, such as a folder
 * @param marker where it is installed, everywhere if empty
 * @param requiresPython the Python versions that it runs on; empty for any
 * @param dependencies for reading only: each names another entry by some of its keys
 * @param index the index it was found on
 * @param source where it comes from
 * @param attestationIdentities who published the files, by the standard of attestations
 * @param tool what the tool that locked it keeps here
 */
public record PylockPackage(
        PackageName name,
        Optional<Version> version,
        Optional<EnvironmentMarker> marker,
        Optional<VersionSpecifiers> requiresPython,
        List<Map<String, Object>> dependencies,
        Optional<String> index,
        PylockSource source,
        List<Map<String, Object>> attestationIdentities,
        Map<String, Object> tool) {

    /**
     * Copies the lists.
     *
     * @param name the normalised name
     * @param version empty where the source decides it, such as a folder
     * @param marker where it is installed, everywhere if empty
     * @param requiresPython the Python versions that it runs on; empty for any
     * @param dependencies for reading only: each names another entry by some of its keys
     * @param index the index it was found on
     * @param source where it comes from
     * @param attestationIdentities who published the files, by the standard of attestations
     * @param tool what the tool that locked it keeps here
     */
    public PylockPackage {
        dependencies = List.copyOf(dependencies);
        attestationIdentities = List.copyOf(attestationIdentities);
    }

    static PylockPackage of(TomlTable table) {
        PackageName name = table.required("name", PylockPackage::name);
        Optional<Version> version = table.parsed("version", Version::parse);
        List<TomlTable> identities = table.tables("attestation-identities");
        identities.forEach(identity -> identity.requiredText("kind"));
        return new PylockPackage(
                name,
                version,
                table.parsed("marker", EnvironmentMarker::parse),
                table.parsed("requires-python", VersionSpecifiers::parse),
                table.tables("dependencies").stream().map(TomlTable::opaque).toList(),
                table.text("index"),
                source(table, name, version),
                identities.stream().map(TomlTable::opaque).toList(),
                table.table("tool").map(TomlTable::opaque).orElse(Map.of()));
    }

    private static PackageName name(String text) {
        PackageName name = PackageName.parse(text);
        if (!name.value().equals(text)) {
            throw new PackagingParseException("normalised project name", text, 0, name.value());
        }
        return name;
    }

    private static PylockSource source(TomlTable table, PackageName name, Optional<Version> version) {
        Optional<PylockFile> sdist = table.table("sdist").map(PylockFile::of);
        List<PylockFile> wheels =
                table.tables("wheels").stream().map(PylockFile::of).toList();
        Optional<PylockSource> repository = table.table("vcs").map(PylockPackage::repository);
        Optional<PylockSource> directory = table.table("directory").map(PylockPackage::directory);
        Optional<PylockSource> archive = table.table("archive").map(PylockPackage::archive);
        long direct = List.of(repository, directory, archive).stream()
                .filter(Optional::isPresent)
                .count();
        boolean distributions = sdist.isPresent() || !wheels.isEmpty();
        if (direct != (distributions ? 0 : 1)) {
            throw table.wrong("name", name, "wheels or an sdist, or else one of vcs, directory and archive");
        }
        for (int i = 0; i < wheels.size(); i++) {
            WheelFilename file = parsed(table, "wheels[" + i + "]", wheels.get(i), WheelFilename::parse);
            checkOwner(table, "wheels[" + i + "]", file.name(), file.version(), name, version);
        }
        sdist.ifPresent(listed -> {
            SdistFilename file = parsed(table, "sdist", listed, SdistFilename::parse);
            checkOwner(table, "sdist", file.name(), file.version(), name, version);
        });
        return repository
                .or(() -> directory)
                .or(() -> archive)
                .orElseGet(() -> new PylockSource.Distributions(sdist, wheels));
    }

    private static <T> T parsed(TomlTable table, String key, PylockFile file, Function<String, T> parser) {
        try {
            return parser.apply(file.name());
        } catch (PackagingParseException e) {
            throw table.wrong(key, file.name(), e.expected());
        }
    }

    private static void checkOwner(
            TomlTable table,
            String key,
            PackageName name,
            Version found,
            PackageName owner,
            Optional<Version> version) {
        if (!name.equals(owner) || !version.map(found::equals).orElse(true)) {
            String expected = owner + version.map(locked -> " " + locked).orElse("");
            throw table.wrong(key, name + " " + found, "a file of " + expected);
        }
    }

    private static PylockSource repository(TomlTable table) {
        String location = table.text("url")
                .filter(url -> !url.isEmpty())
                .or(() -> table.text("path").filter(path -> !path.isEmpty()))
                .orElseThrow(() -> table.wrong("url", "", "an address, or a path"));
        return new PylockSource.Repository(
                table.requiredText("type"),
                location,
                table.requiredText("commit-id"),
                table.text("requested-revision"),
                table.text("subdirectory"));
    }

    private static PylockSource directory(TomlTable table) {
        return new PylockSource.Directory(
                table.requiredText("path"), table.flag("editable").orElse(false), table.text("subdirectory"));
    }

    private static PylockSource archive(TomlTable table) {
        return new PylockSource.Archive(PylockFile.of(table), table.text("subdirectory"));
    }
}
