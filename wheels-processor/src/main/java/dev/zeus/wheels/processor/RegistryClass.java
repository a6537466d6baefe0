// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import dev.zeus.wheels.WheelRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/**
 * A registry's class where the compiler knows it already, from an earlier compilation whose output is on its class
 * path.
 *
 * <p>javac replaces such a class. Eclipse's compiler refuses to, so that it is compiled by itself, which is possible
 * since it needs nothing but the API.
 */
final class RegistryClass {
    private final ProcessingEnvironment environment;
    private final String name;
    private boolean refused;

    RegistryClass(ProcessingEnvironment environment, String name) {
        this.environment = environment;
        this.name = name;
    }

    /** Whether the class of this name is a registry, which is never written by hand. */
    boolean isOurs() {
        TypeElement type = environment.getElementUtils().getTypeElement(name);
        return type != null && isRegistry(type);
    }

    /** Whether an element is a registry. */
    static boolean isRegistry(Element element) {
        return element instanceof TypeElement type
                && type.getInterfaces().stream()
                        .anyMatch(each -> each.toString().equals(WheelRegistry.class.getName()));
    }

    /** The file for the text of a registry that the compiler refuses to take as a source. */
    FileObject createText(Element[] origins) throws IOException {
        refused = true;
        return filer().createResource(StandardLocation.SOURCE_OUTPUT, packageName(), simpleName() + ".java", origins);
    }

    /** Replaces the class where the compiler does not. */
    void replace(String source, Element[] origins) throws IOException {
        if (!refused) {
            return;
        }
        for (Map.Entry<String, byte[]> each : compiled(source).entrySet()) {
            String file = each.getKey().substring(each.getKey().lastIndexOf('.') + 1) + ".class";
            try (OutputStream stream = filer().createResource(
                            StandardLocation.CLASS_OUTPUT, packageName(), file, origins)
                    .openOutputStream()) {
                stream.write(each.getValue());
            }
        }
    }

    private Map<String, byte[]> compiled(String source) throws IOException {
        JavaCompiler compiler = ServiceLoader.load(
                        JavaCompiler.class, environment.getMessager().getClass().getClassLoader())
                .findFirst()
                .orElseThrow(() -> new IOException("the compiler does not compile by itself"));
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager standard =
                        compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
                Classes classes = new Classes(standard)) {
            standard.setLocationFromPaths(StandardLocation.CLASS_PATH, List.of(api()));
            String version = String.valueOf(environment.getSourceVersion().ordinal());
            List<String> options = List.of("-source", version, "-target", version, "-proc:none", "-nowarn");
            if (!compiler.getTask(said, classes, null, options, null, List.of(new Source(name, source)))
                    .call()) {
                throw new IOException(said.toString());
            }
            return classes.content();
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private static Path api() throws URISyntaxException {
        return Path.of(WheelRegistry.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    private Filer filer() {
        return environment.getFiler();
    }

    private String packageName() {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(0, dot);
    }

    private String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static URI uri(String name, JavaFileObject.Kind kind) {
        return URI.create("memory:///" + name.replace('.', '/') + kind.extension);
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(uri(name, Kind.SOURCE), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /** Keeps what is compiled. */
    private static final class Classes extends ForwardingJavaFileManager<StandardJavaFileManager> {
        private final Map<String, ByteArrayOutputStream> files = new TreeMap<>();

        Classes(StandardJavaFileManager standard) {
            super(standard);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            String name = className.replace('/', '.');
            return new SimpleJavaFileObject(uri(name, kind), kind) {
                @Override
                public OutputStream openOutputStream() {
                    ByteArrayOutputStream stream = new ByteArrayOutputStream();
                    files.put(name, stream);
                    return stream;
                }
            };
        }

        Map<String, byte[]> content() {
            Map<String, byte[]> content = new TreeMap<>();
            files.forEach((name, stream) -> content.put(name, stream.toByteArray()));
            return content;
        }
    }
}
