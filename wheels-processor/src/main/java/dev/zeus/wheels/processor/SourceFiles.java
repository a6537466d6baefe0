// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import javax.tools.JavaFileObject;

/**
 * Tells the file that an element was read from.
 *
 * <p>The Java API has {@code Elements.getFileObjectOf} from JDK 18 on; Eclipse's compiler has it on every JDK, and
 * javac 17 tells it by its tree API. A build tool that stands in between may hide both: then nothing is known.
 */
final class SourceFiles {
    private final ProcessingEnvironment environment;

    SourceFiles(ProcessingEnvironment environment) {
        this.environment = environment;
    }

    /** The source of an element of this compilation; empty where the compiler does not tell, or it is not a file. */
    Optional<Path> of(Element element) {
        return fileObject(element)
                .or(() -> treeFile(element))
                .flatMap(SourceFiles::path)
                .or(() -> unitFile(element))
                .filter(path -> path.toString().endsWith(".java") && Files.isRegularFile(path));
    }

    /** A file of the default file system. */
    static Optional<Path> path(FileObject file) {
        URI uri = file.toUri();
        try {
            return "file".equals(uri.getScheme()) ? Optional.of(Path.of(uri)) : Optional.empty();
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            return Optional.empty();
        }
    }

    private Optional<FileObject> fileObject(Element element) {
        Elements elements = environment.getElementUtils();
        try {
            return Optional.ofNullable((FileObject) method(elements).invoke(elements, element));
        } catch (Throwable e) {
            return Optional.empty();
        }
    }

    /** A handle, since reflection would load what the other methods mention, which older JDKs do not have. */
    private static MethodHandle method(Elements elements) throws NoSuchMethodException, IllegalAccessException {
        MethodHandles.Lookup lookup = MethodHandles.publicLookup();
        MethodType type = MethodType.methodType(JavaFileObject.class, Element.class);
        try {
            return lookup.findVirtual(Elements.class, "getFileObjectOf", type);
        } catch (NoSuchMethodException older) {
            return lookup.findVirtual(elements.getClass(), "getFileObjectOf", type);
        }
    }

    private Optional<FileObject> treeFile(Element element) {
        try {
            TreePath path = Trees.instance(environment).getPath(element);
            return path == null
                    ? Optional.empty()
                    : Optional.of(path.getCompilationUnit().getSourceFile());
        } catch (IllegalArgumentException | LinkageError e) {
            // Not javac, or not its own environment.
            return Optional.empty();
        }
    }

    /** Eclipse's compiler has the file, but on JDK 17 its answer fails. */
    private static Optional<Path> unitFile(Element element) {
        try {
            Object binding = element.getClass().getField("_binding").get(element);
            Object scope = binding.getClass().getField("scope").get(binding);
            Object units = scope.getClass().getMethod("compilationUnitScope").invoke(scope);
            Object unit = units.getClass().getField("referenceContext").get(units);
            return Optional.of(Path.of(
                    new String((char[]) unit.getClass().getMethod("getFileName").invoke(unit))));
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            return Optional.empty();
        }
    }
}
