// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.export;

import dev.zeus.wheels.CustomPackageDeclaration;
import dev.zeus.wheels.SourceDeclaration;
import dev.zeus.wheels.SourceFormat;
import dev.zeus.wheels.Sources;
import dev.zeus.wheels.WheelDeclaration;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.lock.LockedFile;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.python.PackageName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A lock as a requirements.txt: every package at its locked version, with the hashes of exactly the locked files.
 *
 * <pre>
 * idna==3.6 \
 *     --hash=sha256:c05567e9…
 *     # via acme-app
 * </pre>
 *
 * <p>For several targets one line may have a marker. Standard: none; the format is pip's.
 */
public final class RequirementsExport {
    private static final String HEAD =
            "# Exported by Zeus Wheels from pylock.toml; write it anew with: mvn wheels:export";
    /** How a file begins that this has written. */
    public static final Pattern OURS = Pattern.compile(Pattern.quote(HEAD));

    private final WheelSetDeclaration set;
    private final LockSlice slice;
    private final Map<String, SourceDeclaration> sources;
    private final SortedMap<PackageName, SortedSet<String>> dependents = new TreeMap<>();
    private final StringBuilder text = new StringBuilder();

    private RequirementsExport(WheelSetDeclaration set, LockSlice slice) {
        this.set = set;
        this.slice = slice;
        this.sources = set.sources().stream().collect(Collectors.toMap(SourceDeclaration::name, source -> source));
        slice.packages()
                .forEach(locked -> slice.needed(locked)
                        .forEach(needed -> dependents
                                .computeIfAbsent(needed.name(), name -> new TreeSet<>())
                                .add(locked.name().value())));
        for (WheelDeclaration wheel : set.wheels()) {
            dependents
                    .computeIfAbsent(new PackageName(wheel.name()), name -> new TreeSet<>())
                    .add(wheel.type());
        }
    }

    /** The text of the file; the same lock gives the same bytes. */
    public static String print(WheelSetDeclaration set, LockSlice slice) {
        return HEAD + "\n" + lines(set, slice);
    }

    /** The text without the line that says who wrote it. */
    public static String lines(WheelSetDeclaration set, LockSlice slice) {
        RequirementsExport export = new RequirementsExport(set, slice);
        export.head();
        export.places();
        slice.packages().forEach(export::lines);
        return export.text.toString();
    }

    private void head() {
        line("# for " + slice.targets().stream().map(Target::id).collect(Collectors.joining(", ")));
        // Overrides and excludes of the set are in the lock already, and pip would ask for what they have left out.
        line("# pip install --no-deps --require-hashes -r FILE, or: uv pip sync FILE");
        for (CustomPackageDeclaration custom : set.customPackages()) {
            line("# left out, since only Nix builds it: " + custom.name());
        }
    }

    /** Where pip looks; nothing where that is PyPI alone, so that a reader's own mirror of it is asked. */
    private void places() {
        SortedSet<String> used =
                slice.packages().stream().map(LockedPackage::source).collect(Collectors.toCollection(TreeSet::new));
        List<String> indexes = new ArrayList<>();
        List<String> folders = new ArrayList<>();
        for (LockedPackage locked : slice.packages()) {
            Optional<SourceDeclaration> source = source(locked);
            String address = source.map(SourceDeclaration::url)
                    .orElseGet(() -> locked.index().toString());
            boolean flat =
                    source.map(each -> each.format() == SourceFormat.FLAT).orElse(false);
            if (flat && !isFile(address) && !folders.contains(address)) {
                folders.add(address);
            } else if (!flat && !indexes.contains(address)) {
                // PyPI first, as in pip's default.
                indexes.add(locked.source().equals(Sources.PYPI) ? 0 : indexes.size(), address);
            }
        }
        if (!used.equals(new TreeSet<>(List.of(Sources.PYPI)))) {
            for (int i = 0; i < indexes.size(); i++) {
                line((i == 0 ? "--index-url " : "--extra-index-url ") + indexes.get(i));
            }
            if (indexes.size() > 1) {
                line("# with uv: --index-strategy unsafe-best-match; the hashes say what is taken");
            }
        }
        folders.forEach(folder -> line("--find-links " + folder));
    }

    private Optional<SourceDeclaration> source(LockedPackage locked) {
        return Optional.ofNullable(sources.get(locked.source()));
    }

    /** Whether a flat source is one file and no place that lists some. */
    private static boolean isFile(String address) {
        return Stream.of(".whl", ".tar.gz", ".zip").anyMatch(address::endsWith);
    }

    private void lines(LockedPackage locked) {
        String marker = slice.marker(locked).map(condition -> " ; " + condition).orElse("");
        text.append(requirement(locked)).append(marker);
        slice.files(locked).stream()
                .map(LockedFile::sha256)
                .map(Object::toString)
                .distinct()
                .sorted()
                .forEach(hash -> text.append(" \\\n    --hash=sha256:").append(hash));
        text.append('\n');
        Optional.ofNullable(dependents.get(locked.name()))
                .ifPresent(names -> line("    # via " + String.join(", ", names)));
    }

    private String requirement(LockedPackage locked) {
        return source(locked)
                .map(SourceDeclaration::url)
                .filter(RequirementsExport::isFile)
                .map(address -> address.contains("://")
                        ? locked.name() + " @ " + address
                        : address.startsWith("./") ? address : "./" + address)
                .orElseGet(() -> locked.name() + "==" + locked.version());
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
