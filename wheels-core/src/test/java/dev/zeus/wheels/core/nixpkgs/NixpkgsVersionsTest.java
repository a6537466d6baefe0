// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.nixpkgs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zeus.wheels.Platform;
import dev.zeus.wheels.core.event.EventSink;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.lock.Target;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.Version;
import dev.zeus.wheels.testkit.FixtureNixpkgs;
import dev.zeus.wheels.testkit.NeedsNix;
import dev.zeus.wheels.testkit.ProblemExample;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NixpkgsVersionsTest {
    private static final Path NIXPKGS = Path.of("target", "nixpkgs").toAbsolutePath();
    private static final List<Target> TARGETS = List.of(
            new Target("3.12", Platform.X86_64_LINUX, "2.39"), new Target("3.99", Platform.AARCH64_DARWIN, "14.0"));

    @TempDir
    Path directory;

    private static String nixpkgs() {
        FixtureNixpkgs.writeTo(NIXPKGS, List.of());
        return "path:" + NIXPKGS;
    }

    private static NixpkgsSnapshot read(String reference, Optional<Path> flake) {
        return NixpkgsVersions.read(reference, flake, TARGETS, EventSink.SILENT);
    }

    @Test
    @NeedsNix
    void readsTheVersionsOfEveryTarget() {
        NixpkgsSnapshot snapshot = read(nixpkgs(), Optional.empty());

        Optional<Version> packaging = snapshot.version(PackageName.parse("packaging"), "cp312-x86_64-linux");
        assertThat(packaging).isPresent();
        assertThat(snapshot.version(PackageName.parse("packaging"), "cp399-aarch64-darwin"))
                .isEmpty();
        assertThat(snapshot.versions().keySet().stream().map(PackageName::value))
                .contains("setuptools", "pip")
                .doesNotContain("python", "lib", "stdenv");
        assertThat(NixpkgsSnapshot.parse(snapshot.toJson())).isEqualTo(snapshot);
    }

    @Test
    @NeedsNix
    void takesNixpkgsFromTheInputsOfAFlake() throws Exception {
        Files.writeString(
                directory.resolve("flake.nix"), "{ inputs.nixpkgs.url = \"" + nixpkgs() + "\"; outputs = _: { }; }");

        assertThat(read("nixpkgs", Optional.of(directory)).versions())
                .isEqualTo(read(nixpkgs(), Optional.empty()).versions());
    }

    /** Of what cannot be built {@code version} answers all the same. */
    @Test
    @NeedsNix
    void countsOnlyWhatCanBeBuilt() throws Exception {
        nixpkgs();
        Files.writeString(directory.resolve("flake.nix"), """
                {
                  inputs.nixpkgs.url = "path:%s";
                  outputs =
                    { nixpkgs, ... }:
                    let
                      made =
                        ps: pname: more:
                        ps.buildPythonPackage (
                          {
                            inherit pname;
                            version = "1.0";
                            pyproject = false;
                          }
                          // more
                        );
                      packages = ps: {
                        broken = made ps "broken" { meta.broken = true; };
                        disabled = made ps "disabled" { disabled = true; };
                        elsewhere = made ps "elsewhere" { meta.platforms = [ "aarch64-darwin" ]; };
                        insecure = made ps "insecure" { meta.knownVulnerabilities = [ "CVE-2026-1" ]; };
                        sound = made ps "sound" { };
                        unfree = made ps "unfree" { meta.license = [ { shortName = "own"; } ]; };
                        wants-broken = made ps "wants-broken" { dependencies = [ ps.broken ]; };
                      };
                      overlay = _: prev: {
                        pythonPackagesExtensions = prev.pythonPackagesExtensions ++ [ (ps: _: packages ps) ];
                      };
                    in
                    {
                      legacyPackages.x86_64-linux = import nixpkgs {
                        system = "x86_64-linux";
                        overlays = [ overlay ];
                      };
                      legacyPackages.aarch64-darwin = import nixpkgs { system = "aarch64-darwin"; };
                    };
                }
                """.formatted(NIXPKGS));

        NixpkgsSnapshot snapshot = read("path:" + directory, Optional.empty());

        assertThat(snapshot.versions().keySet().stream().map(PackageName::value))
                .contains("sound", "packaging")
                .doesNotContain("broken", "disabled", "elsewhere", "insecure", "unfree", "wants-broken");
    }

    @Test
    @NeedsNix
    void saysWhatNixSays() {
        assertThatThrownBy(() -> read("path:" + directory, Optional.empty()))
                .isInstanceOf(WheelsException.class)
                .satisfies(ProblemExample.printed("E502"))
                .hasMessageContaining("E502")
                .hasMessageContaining("flake.nix");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "--option", "nixpkgs#hello"})
    void refusesWhatIsNoReference(String reference) {
        assertThatThrownBy(() -> NixpkgsVersions.read(reference, Optional.empty(), TARGETS, EventSink.SILENT))
                .isInstanceOf(WheelsException.class)
                .satisfies(ProblemExample.printed("E503", reference.contains("#")))
                .hasMessageContaining("[wheels/E503] wheels.nixpkgs is \"" + reference + '"');
    }

    @Test
    void writesAVersionOfAllTargetsOnce() {
        PackageName attrs = PackageName.parse("attrs");
        PackageName odd = PackageName.parse("odd");
        Map<String, Map<PackageName, String>> byTarget = new TreeMap<>();
        byTarget.put("cp312-x86_64-linux", Map.of(attrs, "25.1", odd, "0-unstable"));
        byTarget.put("cp313-x86_64-linux", Map.of(attrs, "25.1"));

        NixpkgsSnapshot snapshot = NixpkgsSnapshot.of("26.05", byTarget);

        assertThat(snapshot.toJson()).isEqualTo("""
                {
                  "schema": 1,
                  "release": "26.05",
                  "targets": ["cp312-x86_64-linux", "cp313-x86_64-linux"],
                  "versions": {
                    "attrs": "25.1",
                    "odd": {"0-unstable": ["cp312-x86_64-linux"]}
                  }
                }
                """);
        assertThat(NixpkgsSnapshot.parse(snapshot.toJson())).isEqualTo(snapshot);
        assertThat(snapshot.version(odd, "cp312-x86_64-linux")).isEmpty();
        assertThat(snapshot.version(attrs, "cp313-x86_64-linux")).contains(Version.parse("25.1"));
    }
}
