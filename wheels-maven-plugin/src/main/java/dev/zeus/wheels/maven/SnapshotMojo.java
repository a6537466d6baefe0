// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.maven;

import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.TakeSnapshot;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Records the versions of Python packages that nixpkgs has for every target, with {@code nix eval}.
 *
 * <p>{@code wheels:generate} then prefers these versions for packages that {@code provider = NIXPKGS} and
 * {@code dependencies = NIXPKGS_FIRST} take from nixpkgs.
 */
@Mojo(name = "snapshot", threadSafe = true, requiresDependencyResolution = ResolutionScope.RUNTIME)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
final class SnapshotMojo extends WheelsMojo {

    /**
     * The flake reference of nixpkgs, such as {@code github:NixOS/nixpkgs/nixos-unstable}; without it, the input
     * {@code nixpkgs} of the flake above the generated directory, else what Nix's registry calls so.
     */
    @Parameter(property = "wheels.nixpkgs")
    private @Nullable String nixpkgs;

    @Override
    void run(WheelSetDeclaration set) {
        String said = watched(
                progress -> TakeSnapshot.run(set, Optional.ofNullable(nixpkgs), flake(), snapshotFile(), progress));
        getLog().info(said);
    }
}
