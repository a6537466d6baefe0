// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.fork;

import java.io.File;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Where the classes of this program are, as a process of its own needs them. */
final class ForkClassPath {
    /** What the front end may hand to this program from a class loader of its own. */
    private static final List<String> HANDED = List.of("org.slf4j.Logger");

    /** Where a JVM finds classes: what is on the path of modules serves on a class path as well. */
    private static final List<String> OF_THE_JVM = List.of("java.class.path", "jdk.module.path");

    private ForkClassPath() {}

    /**
     * The class path by which a class loader finds the classes of this program.
     *
     * @throws ReflectiveOperationException where it cannot be known
     */
    static List<Path> of(ClassLoader loader) throws ReflectiveOperationException {
        Set<Path> paths = new LinkedHashSet<>();
        try {
            if (loader instanceof URLClassLoader urls) {
                for (URL url : urls.getURLs()) {
                    paths.add(Path.of(url.toURI()));
                }
            } else {
                for (String property : OF_THE_JVM) {
                    Pattern.compile(Pattern.quote(File.pathSeparator))
                            .splitAsStream(System.getProperty(property, ""))
                            .filter(element -> !element.isEmpty())
                            .forEach(element -> paths.add(Path.of(element).toAbsolutePath()));
                }
            }
            for (String name : HANDED) {
                CodeSource source =
                        Class.forName(name, false, loader).getProtectionDomain().getCodeSource();
                if (source != null) {
                    paths.add(Path.of(source.getLocation().toURI()));
                }
            }
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new ReflectiveOperationException(e);
        }
        List<Path> present = new ArrayList<>();
        for (Path path : paths) {
            if (Files.exists(path)) {
                present.add(path);
            }
        }
        return present;
    }
}
