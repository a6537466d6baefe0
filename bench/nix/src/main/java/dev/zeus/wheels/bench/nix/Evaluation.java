// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.bench.nix;

import dev.zeus.wheels.DependencyPolicy;
import dev.zeus.wheels.PackageTest;
import dev.zeus.wheels.Platform;
import dev.zeus.wheels.Provider;
import dev.zeus.wheels.ResolutionSettings;
import dev.zeus.wheels.SourceDeclaration;
import dev.zeus.wheels.Sources;
import dev.zeus.wheels.TargetDeclaration;
import dev.zeus.wheels.WheelDeclaration;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.Generate;
import dev.zeus.wheels.core.GenerateRequest;
import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.generated.GeneratedFiles;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.setup.IndexAccess;
import dev.zeus.wheels.core.setup.LockUpdate;
import dev.zeus.wheels.core.setup.SourceRoots;
import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.Requirement;
import dev.zeus.wheels.testkit.FixtureNixpkgs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Counts what Nix does to evaluate the overlays of some sets, and of the same packages written by hand, on the test
 * kit's nixpkgs for CPython 3.12 on Linux.
 */
final class Evaluation {
    private static final String PYTHON = "3.12";
    private static final String NAMES = "builtins.length (builtins.attrNames ps)";
    private final Path work;
    private final Path nixpkgs;

    private Evaluation(Path work) {
        this.work = work;
        this.nixpkgs = work.resolve("nixpkgs");
        FixtureNixpkgs.writeTo(nixpkgs, List.of());
    }

    /** {@code SETS WORK [BEGINNING]}: the folder of the sets, one to work in, and the sets to build for real. */
    public static void main(String[] arguments) throws Exception {
        Path work = Files.createDirectories(Path.of(arguments[1]).resolve("evaluation"))
                .toAbsolutePath();
        Evaluation evaluation = new Evaluation(work);
        System.out.println("| set | packages | names | derivations | by hand | with meta | by hand |");
        System.out.println("|---|---|---|---|---|---|---|");
        try (Stream<Path> sets = Files.list(Path.of(arguments[0]))) {
            for (Path set : sets.sorted().toList()) {
                evaluation.print(set);
                if (arguments.length > 2 && !arguments[2].isEmpty() && name(set).startsWith(arguments[2])) {
                    evaluation.build(set);
                }
            }
        }
    }

    private void print(Path set) throws IOException, InterruptedException {
        String name = name(set);
        Path generated = generated(set);
        generate(Files.readAllLines(set).stream().map(Requirement::parse).toList(), generated);
        ByHand packages = new ByHand(Lock.parse(Files.readString(generated.resolve(GeneratedFiles.LOCK_FILE))));
        Path byHand = Files.writeString(work.resolve(name).resolve("by-hand.nix"), packages.overlay());
        Path overlay = generated.resolve("overlay.nix");
        int count = packages.names().size();
        String each = "builtins.deepSeq (map (n: %s) [ \"" + String.join("\" \"", packages.names()) + "\" ]) null";
        String derivations = each.formatted("ps.${n}.drvPath");
        String everything = each.formatted("[ ps.${n}.drvPath ps.${n}.meta ps.${n}.wheel ]");
        Cost none = Cost.of(expression("", NAMES), work);
        System.out.printf(
                "| %s | %d | %s | %s | %s | %s | %s |%n",
                name,
                count,
                of(overlay, NAMES).beyond(none, count),
                of(overlay, derivations).beyond(none, count),
                of(byHand, derivations).beyond(none, count),
                of(overlay, everything).beyond(none, count),
                of(byHand, everything).beyond(none, count));
    }

    /** Builds a Python with every package of a set, and imports all modules with it. */
    private void build(Path set) throws IOException, InterruptedException {
        Path generated = generated(set);
        Process nix = new ProcessBuilder(
                        "nix-build",
                        "--no-out-link",
                        "--keep-going",
                        "--expr",
                        "(import " + generated.resolve("checks.nix") + ' '
                                + pkgs("import " + generated.resolve("overlay.nix")) + ").python312-all")
                .redirectError(generated.resolveSibling("build.log").toFile())
                .start();
        if (nix.waitFor() != 0) {
            throw new IllegalStateException("Nix does not build the set " + name(set));
        }
        System.out.println("built " + name(set));
    }

    private static String name(Path set) {
        return set.getFileName().toString().replace(".in", "");
    }

    private Path generated(Path set) {
        return work.resolve(name(set)).resolve("generated");
    }

    private Cost of(Path overlay, String body) throws IOException, InterruptedException {
        return Cost.of(expression("import " + overlay, body), work);
    }

    private String expression(String overlay, String body) {
        return "let ps = " + pkgs(overlay) + ".python312Packages; in " + body;
    }

    /** The test kit's nixpkgs with an overlay, or with none where that is empty. */
    private String pkgs(String overlay) {
        String overlays = overlay.isEmpty() ? "" : '(' + overlay + ')';
        return "(import " + nixpkgs + " { system = \"x86_64-linux\"; overlays = [ " + overlays + " ]; })";
    }

    private static void generate(List<Requirement> requirements, Path generated) {
        List<WheelDeclaration> wheels = requirements.stream()
                .map(requirement -> new WheelDeclaration(
                        "bench." + requirement.name(),
                        requirement.name().value(),
                        requirement.name().value(),
                        Sources.PYPI,
                        List.of(Platform.X86_64_LINUX),
                        List.of(PYTHON),
                        requirement.specifiers().toString(),
                        requirement.extras().stream().map(ExtraName::value).toList(),
                        List.of(PackageTest.IMPORT, PackageTest.METADATA, PackageTest.ABI),
                        Provider.WHEEL))
                .toList();
        WheelSetDeclaration set = new WheelSetDeclaration(
                "bench",
                List.of(PYTHON),
                List.of(new TargetDeclaration(Platform.X86_64_LINUX, "2.39")),
                List.of(new SourceDeclaration(Sources.PYPI, Sources.PYPI_URL)),
                DependencyPolicy.WHEELS,
                ResolutionSettings.DEFAULT,
                wheels,
                List.of());
        Generate.run(
                new GenerateRequest(
                        set,
                        generated,
                        generated.resolveSibling("result.json"),
                        new LockUpdate.Keep(),
                        Optional.empty(),
                        false,
                        SourceRoots.none(),
                        IndexAccess.standard()),
                EventSink.SILENT);
    }
}
