// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.maven;

import dev.zeus.wheels.WheelInspection;
import dev.zeus.wheels.WheelRegistry;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.setup.Declarations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads what a compiled module declares, without mixing its classes with those of the plugin. */
final class RegistryLoader {
    private RegistryLoader() {}

    /**
     * The wheel set of the module whose compiled classes are first on a class path; empty where it lists no registry.
     * Those of the modules that it depends on are their own business.
     *
     * @throws WheelsException D102 to D105 where a registry is there but cannot be used
     */
    static Optional<WheelSetDeclaration> load(List<String> classPath) {
        return with(classPath, Declarations::wheelSet);
    }

    /**
     * Does something with the user's own checks on a class path, which can be asked until it ends.
     *
     * @throws WheelsException D107 where one is listed that cannot be loaded
     */
    static <T> T withInspections(List<String> classPath, Function<List<WheelInspection>, T> action) {
        return with(classPath, loader -> action.apply(Declarations.inspections(loader)));
    }

    private static <T> T with(List<String> classPath, Function<ClassLoader, T> action) {
        URL[] urls = new URL[classPath.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = url(classPath.get(i));
        }
        try (URLClassLoader loader = new ModuleClassLoader(urls)) {
            return action.apply(loader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URL url(String element) {
        try {
            return Path.of(element).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(element, e);
        }
    }

    /** Finds no registry but that of the module. */
    private static final class ModuleClassLoader extends URLClassLoader {
        private static final String REGISTRIES = "META-INF/services/" + WheelRegistry.class.getName();

        private final String module;

        ModuleClassLoader(URL[] urls) {
            super(urls, new ApiClassLoader());
            this.module = urls.length == 0 ? "" : urls[0].toString();
        }

        @Override
        public Enumeration<URL> findResources(String name) throws IOException {
            Enumeration<URL> found = super.findResources(name);
            if (!name.equals(REGISTRIES)) {
                return found;
            }
            List<URL> own = new ArrayList<>();
            while (found.hasMoreElements()) {
                URL url = found.nextElement();
                if (url.toString().startsWith(module)) {
                    own.add(url);
                }
            }
            return Collections.enumeration(own);
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
