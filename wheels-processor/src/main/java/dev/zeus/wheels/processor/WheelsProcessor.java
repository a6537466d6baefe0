package dev.zeus.wheels.processor;

import dev.zeus.wheels.CustomPackage;
import dev.zeus.wheels.PythonEnvironment;
import dev.zeus.wheels.Recipe;
import dev.zeus.wheels.Wheel;
import dev.zeus.wheels.WheelSet;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.annotation.Annotation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Generated;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.QualifiedNameable;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/**
 * The annotation processor: checks every declaration and writes one registry for each wheel set.
 *
 * <p>It reads nothing but the annotations and the lock. A registry is written in the round in which its declarations
 * appear, right or wrong; what appears later is reported.
 */
public final class WheelsProcessor extends AbstractProcessor {
    private static final List<Class<? extends Annotation>> DECLARING =
            List.of(WheelSet.class, Wheel.class, CustomPackage.class, Recipe.class, PythonEnvironment.class);

    private final Set<String> packages = new TreeSet<>();
    private final Set<String> types = new TreeSet<>();
    private final Set<String> doubtful = new TreeSet<>();
    private final Set<String> doubtfulPackages = new TreeSet<>();
    private final Set<String> doubtfulTypes = new TreeSet<>();
    private final Set<String> rootTypes = new HashSet<>();
    private final RegistryFiles files = new RegistryFiles(() -> processingEnv);

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        Set<String> names = new HashSet<>(Set.of(Generated.class.getCanonicalName()));
        DECLARING.forEach(annotation -> names.add(annotation.getCanonicalName()));
        return names;
    }

    @Override
    public Set<String> getSupportedOptions() {
        return LockOptions.names();
    }

    /**
     * Claims the annotations, since javac warns of those that nobody claims: ours, which no other processor reads, and
     * {@code @Generated}, which the registry bears.
     */
    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        try {
            round.getRootElements().forEach(root -> rootTypes.add(root.toString()));
            for (Class<? extends Annotation> annotation : DECLARING) {
                collect(round.getElementsAnnotatedWith(annotation));
            }
            processCollected(round.processingOver());
        } catch (RuntimeException e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            processingEnv
                    .getMessager()
                    .printMessage(
                            Diagnostic.Kind.ERROR,
                            "[wheels/V199] the wheels processor failed, which is a bug in it.\n"
                                    + "  hint: report it with this trace:\n" + trace);
        }
        return true;
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
        DeclarationScan scan = DeclarationScan.of(processingEnv.getElementUtils(), packages, types, findings);
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
        Reporter reporter = new Reporter(processingEnv);
        findings.sorted().forEach(reporter::report);
    }

    /**
     * Finds the values that became known too late.
     *
     * <p>The registry is not held back for them: much more often the constant is misspelt, and then a missing registry
     * would bury the compiler's message under others.
     */
    private void addLateValues(Findings findings) {
        DeclarationScan scan =
                DeclarationScan.of(processingEnv.getElementUtils(), doubtfulPackages, doubtfulTypes, new Findings());
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
        files.writeRegistry(found, rootTypes, findings);
    }
}
