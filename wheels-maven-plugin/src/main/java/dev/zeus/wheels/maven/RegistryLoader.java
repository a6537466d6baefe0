package dev.zeus.wheels.maven;

import dev.zeus.wheels.WheelInspection;
import dev.zeus.wheels.WheelRegistry;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.WheelsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Function;

/** Reads the wheel set of a compiled module from the registry that the annotation processor generated. */
final class RegistryLoader {
    private RegistryLoader() {}

    /**
     * The wheel set on a class path; empty where no registry is listed.
     *
     * @throws WheelsException D102 to D105 where a registry is there but cannot be used
     */
    static Optional<WheelSetDeclaration> load(List<String> classPath) {
        URL[] urls = classPath.stream().map(RegistryLoader::url).toArray(URL[]::new);
        try (URLClassLoader loader = new URLClassLoader(urls, new ApiClassLoader())) {
            List<WheelSetDeclaration> found = new ArrayList<>();
            for (WheelRegistry registry : ServiceLoader.load(WheelRegistry.class, loader)) {
                found.add(checked(registry));
            }
            return single(found);
        } catch (ServiceConfigurationError | LinkageError e) {
            throw unloadable(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Does something with the user's own checks on a class path, which can be asked until it ends.
     *
     * @throws WheelsException D107 where one is listed that cannot be loaded
     */
    static <T> T withInspections(List<String> classPath, Function<List<WheelInspection>, T> action) {
        URL[] urls = classPath.stream().map(RegistryLoader::url).toArray(URL[]::new);
        try (URLClassLoader loader = new URLClassLoader(urls, new ApiClassLoader())) {
            List<WheelInspection> inspections = new ArrayList<>();
            try {
                ServiceLoader.load(WheelInspection.class, loader).forEach(inspections::add);
            } catch (ServiceConfigurationError | LinkageError e) {
                throw new WheelsException(
                        new Problem(
                                "D107",
                                "a check of this module cannot be loaded: " + e.getMessage(),
                                "correct META-INF/services/" + WheelInspection.class.getName()
                                        + ", and give the class a public constructor without parameters"),
                        e);
            }
            return action.apply(inspections);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static WheelSetDeclaration checked(WheelRegistry registry) {
        int version = registry.apiVersion();
        if (version != WheelRegistry.API_VERSION) {
            throw new WheelsException(
                    "D102",
                    "the registry \"" + registry.getClass().getName() + "\" was compiled against version " + version
                            + " of the wheels API; this plugin reads version " + WheelRegistry.API_VERSION,
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
                    "D103",
                    "one module holds " + found.size() + " wheel sets: " + String.join(", ", names)
                            + "; a module writes one generated directory",
                    "move each @WheelSet package to a module of its own");
        }
        return found.stream().findFirst();
    }

    private static WheelsException unloadable(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnsupportedClassVersionError) {
                return new WheelsException(
                        new Problem(
                                "D104",
                                "the registry was compiled for a newer Java than Maven runs on ("
                                        + Runtime.version().feature() + "): " + cause.getMessage(),
                                "run Maven on the JDK that the module is compiled for, or lower maven.compiler.release"),
                        failure);
            }
        }
        return new WheelsException(
                new Problem(
                        "D105",
                        "the registry cannot be loaded: " + failure.getMessage(),
                        "compile the module again with: mvn clean process-classes"),
                failure);
    }

    private static URL url(String element) {
        try {
            return Path.of(element).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(element, e);
        }
    }

    /**
     * Shows the user's classes the wheels API of this plugin and nothing else of it: the API types keep one identity,
     * and the libraries of the plugin cannot clash with those of the user.
     */
    private static final class ApiClassLoader extends ClassLoader {
        private static final String API_PACKAGE = WheelRegistry.class.getPackageName();

        ApiClassLoader() {
            super(ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            int dot = name.lastIndexOf('.');
            if (dot > 0 && name.substring(0, dot).equals(API_PACKAGE)) {
                return Class.forName(name, false, WheelRegistry.class.getClassLoader());
            }
            throw new ClassNotFoundException(name);
        }
    }
}
