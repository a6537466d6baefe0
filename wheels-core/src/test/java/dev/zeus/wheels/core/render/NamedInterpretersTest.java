// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.CustomPackageDeclaration;
import dev.zeus.wheels.PackageTest;
import dev.zeus.wheels.Platform;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.LockedPackage;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.testkit.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * That whatever shows how to use the wheels names an interpreter that has some: the default of nixpkgs,
 * {@code python3}, is another one from release to release, and a set need not be locked for it.
 */
class NamedInterpretersTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /** {@code python312.withPackages}, {@code python312Packages.numpy}, {@code "3.12".withPackages} and their likes. */
    private static final Pattern USE =
            Pattern.compile("\\bpython(3\\d*)(?:\\.withPackages|Packages\\.|\\.pkgs\\b)|\"(3\\.\\d+)\"\\.withPackages");

    private static final Pattern DECLARED = Pattern.compile("\\bpythons\\s*=\\s*(\\{[^}]*}|\"[^\"]*\")");
    private static final Pattern DEFINED = Pattern.compile("pythons = \\[([^]]*)];\\s+definition = ");
    private static final Pattern VERSION = Pattern.compile("3\\.\\d+");

    /** The Pythons that a text uses, such as {@code 3.12}; {@code 3} for the default of nixpkgs. */
    private static SortedSet<String> used(String text) {
        SortedSet<String> pythons = new TreeSet<>();
        for (Matcher use = USE.matcher(text); use.find(); ) {
            String digits = use.group(1) == null ? use.group(2).replace(".", "") : use.group(1);
            pythons.add(digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1));
        }
        return pythons;
    }

    private static SortedSet<String> usedInComments(SortedMap<String, String> files) {
        SortedSet<String> pythons = new TreeSet<>();
        files.forEach((name, text) -> text.lines()
                .filter(line -> name.endsWith(".nix") && line.strip().startsWith("#"))
                .forEach(line -> pythons.addAll(used(line))));
        return pythons;
    }

    private static Lock lock(String pythons, LockedPackage... packages) {
        List<Target> targets = new ArrayList<>();
        for (String python : pythons.split(" ", -1)) {
            targets.add(new Target(python, Platform.X86_64_LINUX, "2.39"));
        }
        Lock any = new LockBuilder().lock();
        return new Lock(any.inputs(), any.uploadedBefore(), targets, List.of(packages));
    }

    /** The newest by number that has wheels, not the newest of the targets. */
    @ParameterizedTest
    @CsvSource({
        "3.11 3.12, cp312, 3.12",
        "3.11 3.12, cp311, 3.11",
        "3.9 3.10, cp39 cp310, 3.10",
        "3.9 3.12 3.14, cp39 cp312, 3.12",
        "3.13 3.14, cp313 cp314, 3.14"
    })
    void eachHeaderNamesOneThatHasWheels(String pythons, String wheels, String named) {
        SortedSet<String> ids = new TreeSet<>();
        Stream.of(wheels.split(" ", -1)).forEach(python -> ids.add(python + "-x86_64-linux"));
        LockedPackage demo = new LockBuilder()
                .add(
                        "pypi",
                        LockBuilder.NO_FACTS,
                        List.of(),
                        LockBuilder.wheel("demo-1.0-py3-none-any.whl", "").withTargets(ids))
                .lock()
                .packages()
                .get(0);

        SortedMap<String, String> files = Renderer.render(Sets.of(List.of(), List.of()), lock(pythons, demo));
        assertThat(usedInComments(files)).containsExactly(named);
        for (String offer : List.of("overlay.nix", "private.nix", "pythons.nix")) {
            assertThat(usedInComments(new TreeMap<>(Map.of(offer, files.getOrDefault(offer, "")))))
                    .as(offer)
                    .containsExactly(named);
        }
    }

    @Test
    void aDefinitionOfOnesOwnIsThereForItsPythonsOnly() {
        CustomPackageDeclaration custom = new CustomPackageDeclaration(
                "com.acme.Demo",
                "demo",
                "demo",
                "{ buildPythonPackage }: buildPythonPackage { }",
                List.of("3.11"),
                "",
                List.of(),
                List.of(PackageTest.IMPORT));
        assertThat(usedInComments(Renderer.render(Sets.of(List.of(), List.of(custom)), lock("3.11 3.12"))))
                .containsExactly("3.11");
    }

    static Stream<Path> generated() throws IOException {
        try (Stream<Path> examples = Files.list(ROOT.resolve("examples"))) {
            return Stream.concat(
                    Stream.of(ROOT.resolve("generated")),
                    examples
                            .map(example -> example.resolve("generated"))
                            .filter(Files::isDirectory)
                            .sorted()
                            .toList()
                            .stream());
        }
    }

    @ParameterizedTest
    @MethodSource("generated")
    void whatIsGeneratedHereDoes(Path directory) throws IOException {
        SortedMap<String, String> files = FileTree.texts(directory);
        SortedSet<String> used = usedInComments(files);

        assertThat(used).isNotEmpty();
        assertThat(locked(directory)).containsAll(used);
    }

    /** The Pythons for which a lock has wheels, or the set definitions of its own. */
    private static SortedSet<String> locked(Path directory) throws IOException {
        Lock lock = Lock.parse(Files.readString(directory.resolve("pylock.toml")));
        SortedSet<String> pythons = new TreeSet<>();
        for (Target target : lock.targets()) {
            boolean has =
                    lock.packages().stream().anyMatch(locked -> locked.targets().contains(target.id()));
            if (has) {
                pythons.add(target.python());
            }
        }
        Matcher definition = DEFINED.matcher(Files.readString(directory.resolve("extension.nix")));
        while (definition.find()) {
            for (Matcher version = VERSION.matcher(definition.group(1)); version.find(); ) {
                pythons.add(version.group());
            }
        }
        return pythons;
    }

    /** What they show is of a set that they declare, or else of this repository's own. */
    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs", "examples", "nix", "flake.nix", "wheels-core/src/main/resources"})
    void documentsDo(String place) throws IOException {
        SortedSet<String> own = locked(ROOT.resolve("generated"));
        for (Map.Entry<Path, String> document : documents(ROOT.resolve(place)).entrySet()) {
            SortedSet<String> declared = declared(document.getValue());
            assertThat(declared.isEmpty() ? own : declared)
                    .as(document.getKey().toString())
                    .containsAll(used(document.getValue()));
        }
    }

    private static SortedMap<Path, String> documents(Path place) throws IOException {
        SortedMap<Path, String> documents = new TreeMap<>();
        for (Path file : Files.isDirectory(place) ? FileTree.files(place) : List.of(place)) {
            String name = file.toString();
            // Generated files are asked above; extension.nix and the templates of Nix name `python3Packages` as an
            // argument.
            if ((name.endsWith(".md") || name.endsWith("flake.nix")) && !name.contains("generated")) {
                documents.put(file, Files.readString(file));
            }
        }
        assertThat(documents).isNotEmpty();
        return documents;
    }

    private static SortedSet<String> declared(String text) {
        SortedSet<String> versions = new TreeSet<>();
        for (Matcher pythons = DECLARED.matcher(text); pythons.find(); ) {
            for (Matcher version = VERSION.matcher(pythons.group(1)); version.find(); ) {
                versions.add(version.group());
            }
        }
        return versions;
    }

    /** As of August 2026: of the stable releases, and of unstable. */
    @Test
    void theSetOfThisRepositoryHasTheDefaultsOfNixpkgs() throws IOException {
        assertThat(locked(ROOT.resolve("generated"))).contains("3.13", "3.14");
    }

    @Test
    void theDefaultOfNixpkgsIsFound() {
        assertThat(
                        used(
                                "python3.withPackages (ps: [ ps.x ]), python3Packages.x, python314.pkgs.x, \"3.9\".withPackages"))
                .containsExactly("3", "3.14", "3.9");
        assertThat(declared("@WheelSet(pythons = {\"3.12\", \"3.13\"})\n@Wheel(pythons = \"3.14\")"))
                .containsExactly("3.12", "3.13", "3.14");
    }
}
