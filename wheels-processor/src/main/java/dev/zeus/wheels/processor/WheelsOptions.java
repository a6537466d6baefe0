// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import com.google.auto.service.AutoService;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/**
 * Stands in where {@link WheelsProcessor} is not called, since nothing that is compiled is declared.
 *
 * <p>It knows the options: builds give all modules the same, and {@code javac -Xlint:all} warns of those that no called
 * processor knows. And it writes the registry anew where the last compilation's has a type that is not declared any
 * more: one that was deleted, or whose annotation was.
 */
@AutoService(Processor.class)
public final class WheelsOptions extends AbstractProcessor {
    private Optional<Compilation> compilation = Optional.empty();
    private boolean begun;

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("*");
    }

    @Override
    public Set<String> getSupportedOptions() {
        return LockOptions.names();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (!begun) {
            begun = true;
            if (!new FormerRegistries(processingEnv).inOutput().isEmpty() && hasNothingOfOurs(round)) {
                compilation = Optional.of(new Compilation(processingEnv));
            }
        }
        compilation.ifPresent(found -> Crash.reported(processingEnv, () -> found.process(round)));
        return false;
    }

    /** No declaration, and no registry, which would be that of an earlier round. */
    private static boolean hasNothingOfOurs(RoundEnvironment round) {
        return DeclaringAnnotations.ALL.stream()
                        .allMatch(each -> round.getElementsAnnotatedWith(each).isEmpty())
                && round.getRootElements().stream().noneMatch(RegistryClass::isRegistry);
    }
}
