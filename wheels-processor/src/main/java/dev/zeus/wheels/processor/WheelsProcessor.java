package dev.zeus.wheels.processor;

import dev.zeus.wheels.CustomPackage;
import dev.zeus.wheels.Wheel;
import dev.zeus.wheels.WheelSet;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
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
 * <p>It reads nothing but the annotations. Every round collects the annotated elements by name; as soon as the compiler
 * can tell all their values, which may need constants that another processor generates, they are checked and written.
 */
public final class WheelsProcessor extends AbstractProcessor {
    private final Set<String> packages = new TreeSet<>();
    private final Set<String> types = new TreeSet<>();
    private final RegistryFiles files = new RegistryFiles(() -> processingEnv);

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(
                WheelSet.class.getCanonicalName(),
                Wheel.class.getCanonicalName(),
                CustomPackage.class.getCanonicalName());
    }

    /** Claims the annotations: they are ours alone, and javac warns of annotations that nobody claims. */
    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        try {
            annotations.forEach(annotation -> collect(round.getElementsAnnotatedWith(annotation)));
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
        if (!packages.isEmpty() || !types.isEmpty()) {
            Findings findings = new Findings();
            DeclarationScan scan = DeclarationScan.of(processingEnv.getElementUtils(), packages, types, findings);
            if (last || !scan.sawUnreadable()) {
                packages.clear();
                types.clear();
                scan.wheelSets().forEach(found -> checkAndWrite(found, findings));
                Reporter reporter = new Reporter(processingEnv.getMessager());
                findings.sorted().forEach(reporter::report);
            }
        }
        if (last) {
            files.writeServices();
        }
    }

    private void checkAndWrite(FoundSet found, Findings findings) {
        if (files.isWritten(found)) {
            found.declarations()
                    .forEach(late -> findings.add(
                            Mistake.LATE_DECLARATION,
                            late.declaration().site(),
                            late.declaration().type().canonical(),
                            found.registryName()));
            return;
        }
        new Rules(findings).check(found.set(), found.declarations());
        files.writeRegistry(found, findings);
    }
}
