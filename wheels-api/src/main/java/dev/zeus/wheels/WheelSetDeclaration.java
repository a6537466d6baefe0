// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

import java.util.List;
import java.util.Optional;

/**
 * All declarations of one wheel set, with their shared settings.
 *
 * @param packageName the Java package that carries {@code @WheelSet}
 * @param pythons the Python versions, such as {@code 3.12}, in declared order
 * @param targets the platforms with their floors, in declared order
 * @param sources the declared indexes; the built-in {@code pypi} is always first
 * @param dependencies where undeclared packages of the closure come from
 * @param resolution how the closure is resolved
 * @param wheels the declared wheels, sorted by name
 * @param customPackages the declared custom packages, sorted by name
 * @param replacements the packages that others stand in for, sorted by name
 * @param licenses which licences the packages may have
 * @param environments the declared environments, sorted by name
 * @param libraries how it is known which libraries of the system its wheels need
 * @param excuses what is found wrong with packages and known to do no harm, as written
 * @param ci the workflow that checks the set, where one is declared
 * @param attestations whether the lock records who published its files
 */
public record WheelSetDeclaration(
        String packageName,
        List<String> pythons,
        List<TargetDeclaration> targets,
        List<SourceDeclaration> sources,
        DependencyPolicy dependencies,
        ResolutionSettings resolution,
        List<WheelDeclaration> wheels,
        List<CustomPackageDeclaration> customPackages,
        List<ReplacementDeclaration> replacements,
        LicensePolicy licenses,
        List<EnvironmentDeclaration> environments,
        LibraryPolicy libraries,
        List<ExcuseDeclaration> excuses,
        Optional<ContinuousIntegrationDeclaration> ci,
        boolean attestations) {
    /**
     * Copies what it is given, so that it cannot change.
     *
     * @param packageName the Java package that carries {@code @WheelSet}
     * @param pythons the Python versions, such as {@code 3.12}, in declared order
     * @param targets the platforms with their floors, in declared order
     * @param sources the declared indexes; the built-in {@code pypi} is always first
     * @param dependencies where undeclared packages of the closure come from
     * @param resolution how the closure is resolved
     * @param wheels the declared wheels, sorted by name
     * @param customPackages the declared custom packages, sorted by name
     * @param replacements the packages that others stand in for, sorted by name
     * @param licenses which licences the packages may have
     * @param environments the declared environments, sorted by name
     * @param libraries how it is known which libraries of the system its wheels need
     * @param excuses what is found wrong with packages and known to do no harm, as written
     * @param ci the workflow that checks the set, where one is declared
     * @param attestations whether the lock records who published its files
     */
    public WheelSetDeclaration {
        pythons = List.copyOf(pythons);
        targets = List.copyOf(targets);
        sources = List.copyOf(sources);
        wheels = List.copyOf(wheels);
        customPackages = List.copyOf(customPackages);
        replacements = List.copyOf(replacements);
        environments = List.copyOf(environments);
        excuses = List.copyOf(excuses);
    }

    /**
     * A set with nothing said of the rest: no replacements, any licence, no environments, usual libraries, no excuses.
     *
     * @param packageName the Java package that carries {@code @WheelSet}
     * @param pythons the Python versions, such as {@code 3.12}, in declared order
     * @param targets the platforms with their floors, in declared order
     * @param sources the declared indexes; the built-in {@code pypi} is always first
     * @param dependencies where undeclared packages of the closure come from
     * @param resolution how the closure is resolved
     * @param wheels the declared wheels, sorted by name
     * @param customPackages the declared custom packages, sorted by name
     */
    public WheelSetDeclaration(
            String packageName,
            List<String> pythons,
            List<TargetDeclaration> targets,
            List<SourceDeclaration> sources,
            DependencyPolicy dependencies,
            ResolutionSettings resolution,
            List<WheelDeclaration> wheels,
            List<CustomPackageDeclaration> customPackages) {
        this(
                packageName,
                pythons,
                targets,
                sources,
                dependencies,
                resolution,
                wheels,
                customPackages,
                List.of(),
                LicensePolicy.ANY,
                List.of(),
                LibraryPolicy.COMMON,
                List.of(),
                Optional.empty(),
                false);
    }

    /**
     * {@return the set with other replacements, sorted by name}
     *
     * @param others the replacements
     */
    public WheelSetDeclaration withReplacements(List<ReplacementDeclaration> others) {
        return with(others, licenses, environments, libraries, excuses, ci, attestations);
    }

    /**
     * {@return the set whose packages may have other licences}
     *
     * @param other the licences that packages may have
     */
    public WheelSetDeclaration withLicenses(LicensePolicy other) {
        return with(replacements, other, environments, libraries, excuses, ci, attestations);
    }

    /**
     * {@return the set with other environments, sorted by name}
     *
     * @param others the environments
     */
    public WheelSetDeclaration withEnvironments(List<EnvironmentDeclaration> others) {
        return with(replacements, licenses, others, libraries, excuses, ci, attestations);
    }

    /**
     * {@return the set of whose wheels it is known in another way which libraries they need}
     *
     * @param other how it is known
     */
    public WheelSetDeclaration withLibraries(LibraryPolicy other) {
        return with(replacements, licenses, environments, other, excuses, ci, attestations);
    }

    /**
     * {@return the set with other excuses}
     *
     * @param others the excuses
     */
    public WheelSetDeclaration withExcuses(List<ExcuseDeclaration> others) {
        return with(replacements, licenses, environments, libraries, others, ci, attestations);
    }

    /**
     * {@return the set that is checked by a workflow}
     *
     * @param other the workflow; empty for none
     */
    public WheelSetDeclaration withCi(Optional<ContinuousIntegrationDeclaration> other) {
        return with(replacements, licenses, environments, libraries, excuses, other, attestations);
    }

    /**
     * {@return the set whose lock records who published its files, or does not}
     *
     * @param other whether it does
     */
    public WheelSetDeclaration withAttestations(boolean other) {
        return with(replacements, licenses, environments, libraries, excuses, ci, other);
    }

    private WheelSetDeclaration with(
            List<ReplacementDeclaration> newReplacements,
            LicensePolicy newLicenses,
            List<EnvironmentDeclaration> newEnvironments,
            LibraryPolicy newLibraries,
            List<ExcuseDeclaration> newExcuses,
            Optional<ContinuousIntegrationDeclaration> newCi,
            boolean newAttestations) {
        return new WheelSetDeclaration(
                packageName,
                pythons,
                targets,
                sources,
                dependencies,
                resolution,
                wheels,
                customPackages,
                newReplacements,
                newLicenses,
                newEnvironments,
                newLibraries,
                newExcuses,
                newCi,
                newAttestations);
    }
}
