package dev.zeus.wheels;

import java.util.List;

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
        LibraryPolicy libraries) {
    public WheelSetDeclaration {
        pythons = List.copyOf(pythons);
        targets = List.copyOf(targets);
        sources = List.copyOf(sources);
        wheels = List.copyOf(wheels);
        customPackages = List.copyOf(customPackages);
        replacements = List.copyOf(replacements);
        environments = List.copyOf(environments);
    }

    /** A set of whose wheels it is not asked which libraries they need. */
    public WheelSetDeclaration(
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
            List<EnvironmentDeclaration> environments) {
        this(
                packageName,
                pythons,
                targets,
                sources,
                dependencies,
                resolution,
                wheels,
                customPackages,
                replacements,
                licenses,
                environments,
                LibraryPolicy.COMMON);
    }

    /** A set without environments. */
    public WheelSetDeclaration(
            String packageName,
            List<String> pythons,
            List<TargetDeclaration> targets,
            List<SourceDeclaration> sources,
            DependencyPolicy dependencies,
            ResolutionSettings resolution,
            List<WheelDeclaration> wheels,
            List<CustomPackageDeclaration> customPackages,
            List<ReplacementDeclaration> replacements,
            LicensePolicy licenses) {
        this(
                packageName,
                pythons,
                targets,
                sources,
                dependencies,
                resolution,
                wheels,
                customPackages,
                replacements,
                licenses,
                List.of());
    }

    /** A set without environments, whose packages may have any licence. */
    public WheelSetDeclaration(
            String packageName,
            List<String> pythons,
            List<TargetDeclaration> targets,
            List<SourceDeclaration> sources,
            DependencyPolicy dependencies,
            ResolutionSettings resolution,
            List<WheelDeclaration> wheels,
            List<CustomPackageDeclaration> customPackages,
            List<ReplacementDeclaration> replacements) {
        this(
                packageName,
                pythons,
                targets,
                sources,
                dependencies,
                resolution,
                wheels,
                customPackages,
                replacements,
                LicensePolicy.ANY);
    }

    /** A set without replacements and environments, whose packages may have any licence. */
    public WheelSetDeclaration(
            String packageName,
            List<String> pythons,
            List<TargetDeclaration> targets,
            List<SourceDeclaration> sources,
            DependencyPolicy dependencies,
            ResolutionSettings resolution,
            List<WheelDeclaration> wheels,
            List<CustomPackageDeclaration> customPackages) {
        this(packageName, pythons, targets, sources, dependencies, resolution, wheels, customPackages, List.of());
    }
}
