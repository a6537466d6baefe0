// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import java.lang.annotation.Annotation;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.QualifiedNameable;

/**
 * One compilation as the registries see it: what is declared in its rounds, and what stands from earlier compilations.
 *
 * <p>A registry is written in the round in which its declarations appear, right or wrong; what appears later is
 * reported.
 */
final class Compilation {
    private final ProcessingEnvironment environment;
    private final RoundTypes round;
    private final UnchangedDeclarations standing;
    private final RegistryFiles files;
    private final Set<String> packages = new TreeSet<>();
    private final Set<String> types = new TreeSet<>();
    private final Set<String> doubtful = new TreeSet<>();
    private final Set<String> doubtfulPackages = new TreeSet<>();
    private final Set<String> doubtfulTypes = new TreeSet<>();

    Compilation(ProcessingEnvironment environment) {
        this.environment = environment;
        this.round = new RoundTypes(environment);
        FormerRegistries former = new FormerRegistries(environment);
        this.standing = new UnchangedDeclarations(environment, round, former);
        this.files = new RegistryFiles(environment, former);
    }

    /** Processes a round of the compiler. */
    void process(RoundEnvironment roundEnvironment) {
        round.add(roundEnvironment.getRootElements());
        for (Class<? extends Annotation> annotation : DeclaringAnnotations.ALL) {
            collect(roundEnvironment.getElementsAnnotatedWith(annotation));
        }
        processCollected(roundEnvironment.processingOver());
    }

    private void collect(Set<? extends Element> elements) {
        for (Element element : elements) {
            if (element instanceof QualifiedNameable named) {
                (element instanceof PackageElement ? packages : types)
                        .add(named.getQualifiedName().toString());
            }
        }
    }

    private void processCollected(boolean last) {
        Findings findings = new Findings();
        UnchangedDeclarations.Names unchanged = standing.of(packages, types);
        packages.addAll(unchanged.packages());
        DeclarationScan scan =
                DeclarationScan.of(environment.getElementUtils(), packages, unchanged.types(), types, findings);
        scan.wheelSets().forEach(found -> checkAndWrite(found, findings));
        if (!scan.unreadable().isEmpty()) {
            doubtful.addAll(scan.unreadable());
            doubtfulPackages.addAll(packages);
            doubtfulTypes.addAll(types);
        }
        packages.clear();
        types.clear();
        if (last) {
            addLateValues(findings);
            files.writeServices();
        }
        new RoundReporter(environment, round).report(findings);
    }

    /**
     * Finds the values that became known too late.
     *
     * <p>The registry is not held back for them: much more often the constant is misspelt, and then a missing registry
     * would bury the compiler's message under others.
     */
    private void addLateValues(Findings findings) {
        DeclarationScan scan = DeclarationScan.of(
                environment.getElementUtils(), doubtfulPackages, Set.of(), doubtfulTypes, new Findings());
        doubtful.removeAll(scan.unreadable());
        for (Site site : scan.sites()) {
            String name = ((MirrorSite) site).element().toString();
            if (doubtful.remove(name)) {
                findings.add(Mistake.LATE_VALUE, site, name);
            }
        }
    }

    private void checkAndWrite(FoundSet found, Findings findings) {
        if (files.isWritten(found)) {
            found.sites()
                    .forEach((site, type) -> findings.add(Mistake.LATE_DECLARATION, site, type, found.registryName()));
            return;
        }
        new Rules(findings).check(found.set(), found.declarations(), found.environments());
        files.writeRegistry(found, round, findings);
    }
}
