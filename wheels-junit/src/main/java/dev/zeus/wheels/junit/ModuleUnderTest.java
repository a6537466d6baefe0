// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.junit;

import dev.zeus.wheels.WheelRegistry;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.LockedWheels;
import dev.zeus.wheels.core.check.WheelReading;
import dev.zeus.wheels.core.classes.RegistryProblem;
import dev.zeus.wheels.core.classes.WholeRegistry;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.http.HttpSettings;
import dev.zeus.wheels.core.setup.Declarations;
import dev.zeus.wheels.core.setup.IndexAccess;
import dev.zeus.wheels.core.setup.TargetChoice;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/** The module whose tests run: its declarations from the class path, the rest from system properties. */
final class ModuleUnderTest {
    private static final String INDEX_PROPERTY = "wheels.index.";

    private ModuleUnderTest() {}

    /**
     * What the module has locked.
     *
     * @throws WheelsException D101 where it declares nothing, D108 and D109 where its registry is not what its classes
     *     declare, D206 where {@code wheels.targets} is neither {@code host} nor {@code all}, D207 where
     *     {@code wheels.check.read} is neither {@code whole} nor {@code ranges}
     */
    static LockedWheels of(ClassLoader loader, Properties properties) {
        WheelSetDeclaration set = Declarations.wheelSet(new ModuleClassLoader(loader))
                .orElseThrow(() -> new WheelsException(
                        RegistryProblem.NO_REGISTRY,
                        "no wheel registry on the class path of the tests",
                        "put the tests into the module that declares the wheels, and list wheels-processor under"
                                + " <annotationProcessorPaths> of maven-compiler-plugin"));
        classes(loader).ifPresent(classes -> WholeRegistry.check(set, classes, List.of()));
        return new LockedWheels(
                set,
                inModule("wheels.outputDirectory", "generated", properties),
                TargetChoice.parse(properties.getProperty("wheels.targets", "host")),
                properties.getProperty("wheels.pythons", ""),
                Declarations.inspections(loader),
                WheelReading.parse(properties.getProperty("wheels.check.read", "whole")),
                access(properties),
                Optional.of(inModule("wheels.snapshotFile", "nixpkgs-snapshot.json", properties)));
    }

    /** The directory of the module's classes, which its registry is in. */
    private static Optional<Path> classes(ClassLoader loader) {
        try {
            URL registries = loader.getResource(ModuleClassLoader.REGISTRIES);
            return registries == null || !registries.getProtocol().equals("file")
                    ? Optional.empty()
                    : Optional.of(
                            Path.of(registries.toURI()).resolve("../../..").normalize());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Surefire and Failsafe name the module's directory; an IDE runs tests in it. */
    private static Path inModule(String property, String otherwise, Properties properties) {
        String module = properties.getProperty("basedir", properties.getProperty("user.dir", ""));
        return Path.of(module).resolve(properties.getProperty(property, otherwise));
    }

    private static IndexAccess access(Properties properties) {
        IndexAccess standard = IndexAccess.standard();
        Map<String, String> addresses = new TreeMap<>();
        properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith(INDEX_PROPERTY))
                .forEach(name -> addresses.put(name.substring(INDEX_PROPERTY.length()), properties.getProperty(name)));
        return new IndexAccess(
                Optional.ofNullable(properties.getProperty("wheels.cacheDirectory"))
                        .map(Path::of)
                        .orElse(standard.cacheDirectory()),
                false,
                addresses,
                standard.logins(),
                standard.netrc(),
                HttpSettings.apply(
                        standard.http(),
                        key -> Optional.ofNullable(properties.getProperty(key)),
                        variable -> Optional.empty()));
    }

    /** Finds the first registry of the class path only: that of the module comes before those that it depends on. */
    private static final class ModuleClassLoader extends ClassLoader {
        private static final String REGISTRIES = "META-INF/services/" + WheelRegistry.class.getName();

        ModuleClassLoader(ClassLoader parent) {
            super(parent);
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            Enumeration<URL> found = super.getResources(name);
            return name.equals(REGISTRIES) && found.hasMoreElements()
                    ? Collections.enumeration(List.of(found.nextElement()))
                    : found;
        }
    }
}
