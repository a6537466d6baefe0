// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.classes;

import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.text.Counted;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Says why a module has no registry, from the classes that it has. */
public final class MissingRegistry {
    private static final int MOST_SHOWN = 5;

    private static final String LIST_PROCESSOR =
            "list wheels-processor under <annotationProcessorPaths> of maven-compiler-plugin: from JDK 23 on a processor"
                    + " that is only on the class path is not run; for Maven's Eclipse compiler, among the dependencies"
                    + " (docs/editors.md)";

    private MissingRegistry() {}

    /** What is wrong where a module has declarations and no registry; empty where it has none. */
    public static Optional<WheelsException> ofDeclared(Path classes) {
        List<String> types = CompiledDeclarations.in(classes).types();
        return types.isEmpty()
                ? Optional.empty()
                : Optional.of(new WheelsException(
                        RegistryProblem.NO_REGISTRY,
                        "no wheel registry in \"" + classes + "\", though " + listed(types)
                                + " declared there: the annotation processor did not run",
                        LIST_PROCESSOR));
    }

    /** What is wrong where a module should have declarations. */
    public static WheelsException of(Path classes, Path testClasses) {
        return ofDeclared(classes).orElseGet(() -> {
            List<String> tests = CompiledDeclarations.in(testClasses).types();
            return new WheelsException(
                    RegistryProblem.NO_REGISTRY,
                    "no wheel registry in \"" + classes + "\": no type of this module carries @Wheel or @CustomPackage"
                            + " in a package with @WheelSet, or the annotation processor did not run",
                    tests.isEmpty()
                            ? LIST_PROCESSOR
                            : "move the declarations to src/main/java: " + listed(tests) + " declared under src/test,"
                                    + " which no wheel set is made of");
        });
    }

    private static String listed(List<String> types) {
        return Counted.first(MOST_SHOWN, types) + (types.size() == 1 ? " is" : " are");
    }
}
