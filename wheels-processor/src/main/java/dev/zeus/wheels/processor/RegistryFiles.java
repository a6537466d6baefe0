package dev.zeus.wheels.processor;

import dev.zeus.wheels.WheelRegistry;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/** The files that a compilation gains: a registry for each wheel set, and the list of registries for ServiceLoader. */
final class RegistryFiles {
    private final Supplier<ProcessingEnvironment> environment;
    private final Map<String, FoundSet> written = new TreeMap<>();

    RegistryFiles(Supplier<ProcessingEnvironment> environment) {
        this.environment = environment;
    }

    boolean isWritten(FoundSet found) {
        return written.containsKey(found.registryName());
    }

    /**
     * Writes a registry, also one with wrong values, so that a mistake is not buried under missing symbols;
     * {@code taken} are the names of the compilation's own classes. Where the file goes tells which module's lock is
     * held against the declarations.
     */
    void writeRegistry(FoundSet found, Set<String> taken, Findings findings) {
        written.put(found.registryName(), found);
        if (taken.contains(found.registryName())) {
            clash(found, findings);
            return;
        }
        try {
            JavaFileObject file = filer().createSourceFile(found.registryName(), found.origins());
            LockOptions options = new LockOptions(environment.get().getOptions());
            Lock lock = options.lock(file.toUri());
            if (options.warnings()) {
                new LockRules(findings, lock).check(found.set(), found.declarations());
            }
            RegistryModule module = RegistryModule.of(environment.get().getElementUtils(), found.home());
            String source = new RegistryWriter(
                            Declarations.of(found.set(), found.declarations(), found.environments()), module, lock)
                    .write(found.registrySimpleName());
            try (Writer writer = file.openWriter()) {
                writer.write(source);
            }
        } catch (FilerException e) {
            clash(found, findings);
        } catch (IOException e) {
            failed(found.registryName(), e);
        }
    }

    private static void clash(FoundSet found, Findings findings) {
        findings.add(Mistake.REGISTRY_CLASH, found.set().registry().site(), found.registryName());
    }

    /** Writes the one resource; a second one of the same name would be refused, so this waits for the last round. */
    void writeServices() {
        if (written.isEmpty()) {
            return;
        }
        String path = "META-INF/services/" + WheelRegistry.class.getName();
        List<Element> origins = new ArrayList<>();
        written.values().forEach(found -> origins.addAll(List.of(found.origins())));
        StringBuilder lines = new StringBuilder();
        written.keySet().forEach(name -> lines.append(name).append('\n'));
        try (Writer writer = new OutputStreamWriter(
                filer().createResource(StandardLocation.CLASS_OUTPUT, "", path, origins.toArray(Element[]::new))
                        .openOutputStream(),
                StandardCharsets.UTF_8)) {
            writer.write(lines.toString());
        } catch (IOException e) {
            failed(path, e);
        }
    }

    private Filer filer() {
        return environment.get().getFiler();
    }

    private void failed(String file, IOException e) {
        environment
                .get()
                .getMessager()
                .printMessage(
                        Diagnostic.Kind.ERROR,
                        "[wheels/V198] " + file + " cannot be written: " + e.getMessage()
                                + "\n  hint: see that the compiler's output directories can be written to");
    }
}
