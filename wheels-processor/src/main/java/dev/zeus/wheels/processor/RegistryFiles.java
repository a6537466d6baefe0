// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/** The files that a compilation gains: a registry for each wheel set, and the list of registries for ServiceLoader. */
final class RegistryFiles {
    private static final String OTHER_NAME = "name it with registry = \"…\"";

    private final ProcessingEnvironment environment;
    private final FormerRegistries former;
    private final Map<String, FoundSet> written = new TreeMap<>();
    private final Map<LockOptions, ModuleRules> modules = new HashMap<>(1);

    RegistryFiles(ProcessingEnvironment environment, FormerRegistries former) {
        this.environment = environment;
        this.former = former;
    }

    boolean isWritten(FoundSet found) {
        return written.containsKey(found.registryName());
    }

    /**
     * Writes a registry, also one with wrong values, so that a mistake is not buried under missing symbols. Where the
     * file goes tells which module's lock is held against the declarations.
     */
    void writeRegistry(FoundSet found, RoundTypes round, Findings findings) {
        String name = found.registryName();
        written.put(name, found);
        RegistryClass present = new RegistryClass(environment, name);
        if (round.contains(name)) {
            clash(found, findings, present.isOurs() ? "do not hand generated sources to the compiler" : OTHER_NAME);
            return;
        }
        try {
            FileObject file;
            try {
                file = filer().createSourceFile(name, found.origins());
            } catch (FilerException e) {
                if (!present.isOurs()) {
                    clash(found, findings, OTHER_NAME);
                    return;
                }
                file = present.createText(found.origins());
            }
            String source = source(found, file, findings);
            try (Writer writer = file.openWriter()) {
                writer.write(source);
            }
            present.replace(source, found.origins());
        } catch (IOException e) {
            failed(name, e);
        }
    }

    private String source(FoundSet found, FileObject file, Findings findings) {
        LockOptions options = new LockOptions(environment.getOptions());
        Lock lock = options.lock(file.toUri());
        modules.computeIfAbsent(options, ModuleRules::new).check(found, file.toUri(), lock, findings);
        RegistryModule module = RegistryModule.of(environment.getElementUtils(), found.home());
        return new RegistryWriter(
                        Declarations.of(found.set(), found.declarations(), found.environments()), module, lock)
                .write(found.registrySimpleName());
    }

    private static void clash(FoundSet found, Findings findings, String hint) {
        findings.add(Mistake.REGISTRY_CLASH, found.set().registry().site(), found.registryName(), hint);
    }

    /**
     * Writes the one resource; a second one of the same name would be refused, so this waits for the last round. It
     * keeps the registries of sets that this compilation has nothing of.
     */
    void writeServices() {
        Set<String> names = new TreeSet<>();
        boolean left = false;
        for (FormerRegistry registry : former.inOutput()) {
            boolean current = written.containsKey(registry.name()) || former.isCurrent(registry);
            left |= !current;
            if (current) {
                names.add(registry.name());
            }
        }
        if (written.isEmpty() && !left) {
            return;
        }
        names.addAll(written.keySet());
        List<Element> origins = new ArrayList<>();
        written.values().forEach(found -> origins.addAll(List.of(found.origins())));
        StringBuilder lines = new StringBuilder();
        names.forEach(name -> lines.append(name).append('\n'));
        try (Writer writer = new OutputStreamWriter(
                filer().createResource(
                                StandardLocation.CLASS_OUTPUT,
                                "",
                                FormerRegistries.SERVICES,
                                origins.toArray(Element[]::new))
                        .openOutputStream(),
                StandardCharsets.UTF_8)) {
            writer.write(lines.toString());
        } catch (IOException e) {
            failed(FormerRegistries.SERVICES, e);
        }
    }

    private Filer filer() {
        return environment.getFiler();
    }

    private void failed(String file, IOException e) {
        environment
                .getMessager()
                .printMessage(
                        Diagnostic.Kind.ERROR,
                        CompilationProblem.UNWRITABLE.said(file, String.valueOf(e.getMessage())));
    }
}
