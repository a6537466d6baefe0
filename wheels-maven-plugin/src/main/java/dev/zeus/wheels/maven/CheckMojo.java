// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.maven;

import dev.zeus.wheels.WheelInspection;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.Findings;
import dev.zeus.wheels.core.LockedWheels;
import dev.zeus.wheels.core.Verify;
import dev.zeus.wheels.core.VerifyOutcome;
import dev.zeus.wheels.core.VerifyRequest;
import dev.zeus.wheels.core.check.WheelReading;
import dev.zeus.wheels.core.setup.TargetChoice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Checks that the generated files match the lock, and that the locked wheels are what they claim. Builds them with Nix
 * if it is installed.
 */
@Mojo(
        name = "check",
        defaultPhase = LifecyclePhase.VERIFY,
        threadSafe = true,
        requiresDependencyResolution = ResolutionScope.RUNTIME)
@SuppressWarnings("NullAway.Init") // Maven fills the parameters in before execute()
final class CheckMojo extends FindingsMojo {

    /** {@code host}: the targets that this machine can run; {@code all}: those of other machines, too. */
    @Parameter(property = "wheels.targets", defaultValue = "host")
    private String targets;

    /**
     * {@code whole}: reads every wheel in full; {@code ranges}: reads only the metadata of wheels of 32 MiB or more
     * that are not in the cache and that this machine cannot run; checks that need all of their bytes are not run.
     */
    @Parameter(property = "wheels.check.read", defaultValue = "whole")
    private String read;

    /** Where host Pythons are, besides the {@code PATH}; separated as the {@code PATH} is. */
    @Parameter(property = "wheels.pythons", defaultValue = "")
    private String pythons;

    /** Whether Nix, if it is installed, checks the flake that contains the generated directory. */
    @Parameter(property = "wheels.nix", defaultValue = "true")
    private boolean nix;

    /** Whether files pass whose hash could not be checked, because their index did not answer or the run is offline. */
    @Parameter(property = "wheels.check.allowUnasked", defaultValue = "false")
    private boolean allowUnasked;

    /**
     * Whether the lock then records which modules of all packages import with nothing but what their package requires,
     * on the targets that this machine can run, so that Nix imports them when it builds the package.
     */
    @Parameter(property = "wheels.check.recordImports", defaultValue = "false")
    private boolean recordImports;

    /** Flake inputs to replace, such as {@code nixpkgs} by {@code path:/some/nixpkgs}. */
    @Parameter
    private Map<String, String> nixInputs = Map.of();

    @Override
    Findings find(WheelSetDeclaration set) {
        VerifyOutcome outcome = RegistryLoader.withInspections(classPath(), inspections -> verify(set, inspections));
        outcome.passedByTarget().forEach(getLog()::debug);
        return new Findings(outcome.lines(), outcome.problems(), outcome.results());
    }

    @Override
    void end(Findings found) throws MojoFailureException {
        if (!found.problems().isEmpty()) {
            found.problems().forEach(problem -> getLog().error(ProblemText.of(problem)));
            throw new MojoFailureException(found.problems().size() + " checks of locked wheels failed");
        }
    }

    private VerifyOutcome verify(WheelSetDeclaration set, List<WheelInspection> inspections) {
        LockedWheels wheels = new LockedWheels(
                set,
                outputDirectory(),
                TargetChoice.parse(targets),
                pythons == null ? "" : pythons,
                inspections,
                WheelReading.parse(read),
                indexAccess(),
                Optional.of(snapshotFile()));
        VerifyRequest request = new VerifyRequest(
                wheels,
                resultFile(),
                nix ? flake() : Optional.empty(),
                nixInputs,
                sourceRoots(),
                allowUnasked,
                recordImports);
        return watched(progress -> Verify.run(request, progress));
    }
}
