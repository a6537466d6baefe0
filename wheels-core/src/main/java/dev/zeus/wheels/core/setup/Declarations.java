// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.setup;

import dev.zeus.wheels.WheelInspection;
import dev.zeus.wheels.WheelRegistry;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.classes.RegistryProblem;
import dev.zeus.wheels.core.event.WheelsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** What a compiled module declares: the registry that the annotation processor generated, and checks of its own. */
public final class Declarations {
    private Declarations() {}

    /**
     * The wheel set that a class loader finds; empty where no registry is listed.
     *
     * @throws WheelsException D102 to D105 where a registry is there but cannot be used
     */
    public static Optional<WheelSetDeclaration> wheelSet(ClassLoader loader) {
        try {
            List<WheelSetDeclaration> found = new ArrayList<>();
            for (WheelRegistry registry : ServiceLoader.load(WheelRegistry.class, loader)) {
                found.add(checked(registry));
            }
            return single(found);
        } catch (ServiceConfigurationError | LinkageError e) {
            throw unloadable(e);
        }
    }

    /**
     * The user's own checks that a class loader finds.
     *
     * @throws WheelsException D107 where one is listed that cannot be loaded
     */
    public static List<WheelInspection> inspections(ClassLoader loader) {
        try {
            List<WheelInspection> inspections = new ArrayList<>();
            ServiceLoader.load(WheelInspection.class, loader).forEach(inspections::add);
            return inspections;
        } catch (ServiceConfigurationError | LinkageError e) {
            throw new WheelsException(
                    RegistryProblem.UNLOADABLE_CHECK,
                    "a check of this module cannot be loaded: " + e.getMessage(),
                    "correct META-INF/services/" + WheelInspection.class.getName()
                            + ", and give the class a public constructor without parameters",
                    e);
        }
    }

    private static WheelSetDeclaration checked(WheelRegistry registry) {
        int version = registry.apiVersion();
        if (version != WheelRegistry.API_VERSION) {
            throw new WheelsException(
                    RegistryProblem.OTHER_API,
                    "the registry \"" + registry.getClass().getName() + "\" was compiled against version " + version
                            + " of the wheels API; this program reads version " + WheelRegistry.API_VERSION,
                    "give wheels-api, wheels-processor and wheels-maven-plugin the same version, and compile again");
        }
        return registry.wheelSet();
    }

    private static Optional<WheelSetDeclaration> single(List<WheelSetDeclaration> found) {
        if (found.size() > 1) {
            List<String> names = found.stream()
                    .map(WheelSetDeclaration::packageName)
                    .sorted()
                    .toList();
            throw new WheelsException(
                    RegistryProblem.SEVERAL_SETS,
                    "one module holds " + found.size() + " wheel sets: " + String.join(", ", names)
                            + "; a module writes one generated directory",
                    "move each @WheelSet package to a module of its own");
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
    }

    private static WheelsException unloadable(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnsupportedClassVersionError) {
                return new WheelsException(
                        RegistryProblem.NEWER_JAVA,
                        "the registry was compiled for a newer Java than this one ("
                                + Runtime.version().feature() + "): " + cause.getMessage(),
                        "run it on the JDK that the module is compiled for, or lower maven.compiler.release",
                        failure);
            }
        }
        return new WheelsException(
                RegistryProblem.UNLOADABLE_REGISTRY,
                "the registry cannot be loaded: " + failure.getMessage(),
                "compile the module again with: mvn clean process-classes",
                failure);
    }
}
