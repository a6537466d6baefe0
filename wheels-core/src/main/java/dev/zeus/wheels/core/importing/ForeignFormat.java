// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.importing;

import dev.zeus.wheels.python.ExtraName;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;

/** The files of other tools that can be read, told by their names. */
enum ForeignFormat {
    /** Of uv. */
    UV("uv\\.lock|.*\\.py\\.lock", UvLockReader::read),
    /** Of Poetry. */
    POETRY("poetry\\.lock", PoetryLockReader::read),
    /** Of PDM. */
    PDM("pdm(\\..+)?\\.lock", PdmLockReader::read),
    /** The standard's (PEP 751). */
    PYLOCK("pylock(\\.[^.]+)?\\.toml", PylockReader::read),
    /** Of conda-lock, for what pip installs. */
    CONDA_LOCK("(.+\\.)?conda-lock\\.ya?ml", CondaLockReader::read),
    /** Of Pipenv. */
    PIPFILE_LOCK("Pipfile\\.lock", PipfileReader::readLock),
    /** What Pipenv locks. */
    PIPFILE("Pipfile", PipfileReader::read),
    /** The flake of wheels that was kept by hand. */
    FLAKE(".*\\.nix", (file, with, gathering) -> FlakeReader.read(file, gathering)),
    /** Of pip and uv. */
    REQUIREMENTS("(?i).*\\.(txt|in)", (file, with, gathering) -> RequirementsReader.read(file, gathering)),
    /** The standard's, with the tables of uv and Poetry. */
    PYPROJECT("pyproject\\.toml", PyprojectReader::read);

    private final Pattern name;
    private final Reader reader;

    ForeignFormat(String name, Reader reader) {
        this.name = Pattern.compile(name);
        this.reader = reader;
    }

    /** Reads a file of the format. */
    private interface Reader {
        void read(ForeignText file, Set<ExtraName> with, Gathering gathering);
    }

    /**
     * What a file says.
     *
     * @param with the extras and groups that are taken in
     * @throws dev.zeus.wheels.core.event.WheelsException I101, I102, I103, I105, I109, I110
     */
    static ForeignSet read(Path file, Set<ExtraName> with) {
        ForeignFormat format = Arrays.stream(values())
                .filter(each ->
                        each.name.matcher(String.valueOf(file.getFileName())).matches())
                .findFirst()
                .orElseThrow(() -> ImportProblems.unknown(file));
        Gathering gathering = new Gathering();
        format.reader.read(ForeignText.read(file), with, gathering);
        return gathering.set();
    }
}
