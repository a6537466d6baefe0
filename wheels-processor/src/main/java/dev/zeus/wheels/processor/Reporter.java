package dev.zeus.wheels.processor;

import java.util.Arrays;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;

/** Says findings to the compiler at their places. */
final class Reporter {
    private final Messager messager;

    Reporter(Messager messager) {
        this.messager = messager;
    }

    void report(Finding finding) {
        MirrorSite site = (MirrorSite) finding.site();
        if (finding.mistake().kind() == Mistake.Kind.ERROR) {
            print(Diagnostic.Kind.ERROR, finding, site);
        } else if (!isSuppressed(site.element())) {
            print(Diagnostic.Kind.WARNING, finding, site);
        }
    }

    private void print(Diagnostic.Kind kind, Finding finding, MirrorSite site) {
        if (site.value().isPresent()) {
            messager.printMessage(
                    kind,
                    finding.toString(),
                    site.element(),
                    site.mirror(),
                    site.value().get());
        } else {
            messager.printMessage(kind, finding.toString(), site.element(), site.mirror());
        }
    }

    private static boolean isSuppressed(Element element) {
        SuppressWarnings suppressed = element.getAnnotation(SuppressWarnings.class);
        return suppressed != null && Arrays.asList(suppressed.value()).contains("wheels");
    }
}
