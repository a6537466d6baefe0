// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import java.util.Optional;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic;

/**
 * Says findings to the compiler at their places.
 *
 * <p>javac marks the very value, Eclipse's compiler the name of the member that holds it.
 */
final class Reporter {
    private final Messager messager;
    private final Elements elements;
    private final boolean eclipse;
    private final Silence silence;

    Reporter(ProcessingEnvironment environment) {
        this.messager = environment.getMessager();
        this.elements = environment.getElementUtils();
        this.eclipse = messager.getClass().getName().startsWith("org.eclipse.");
        this.silence = Silence.of(environment.getOptions());
    }

    void report(Finding finding) {
        MirrorSite site = (MirrorSite) finding.site();
        if (finding.problem().kind() == Problem.Kind.ERROR) {
            print(Diagnostic.Kind.ERROR, finding, site);
        } else if (!silence.covers(finding.problem(), site.element())) {
            print(Diagnostic.Kind.WARNING, finding, site);
        }
    }

    private void print(Diagnostic.Kind kind, Finding finding, MirrorSite site) {
        Element element = eclipse ? placed(site.element()) : site.element();
        Optional<AnnotationValue> value = eclipse ? site.member() : site.value();
        value.ifPresentOrElse(
                at -> messager.printMessage(kind, finding.toString(), element, site.mirror(), at),
                () -> messager.printMessage(kind, finding.toString(), element, site.mirror()));
    }

    /** Eclipse's compiler knows no place of a package, but that of the type that it makes of a package-info. */
    private Element placed(Element element) {
        if (element instanceof PackageElement named) {
            TypeElement type = elements.getTypeElement(named.getQualifiedName() + ".package-info");
            return type == null ? element : type;
        }
        return element;
    }
}
