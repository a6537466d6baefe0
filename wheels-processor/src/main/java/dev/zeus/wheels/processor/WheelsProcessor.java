// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import com.google.auto.service.AutoService;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Generated;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/**
 * The annotation processor: checks every declaration and writes one registry for each wheel set.
 *
 * <p>It reads nothing but the annotations, the lock, and what earlier compilations have written: a compilation that is
 * handed changed files only gives the registry that a compilation of all gives.
 */
@AutoService(Processor.class)
public final class WheelsProcessor extends AbstractProcessor {
    private Optional<Compilation> compilation = Optional.empty();

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        Set<String> names = new HashSet<>(DeclaringAnnotations.names());
        names.add(Generated.class.getCanonicalName());
        return names;
    }

    @Override
    public Set<String> getSupportedOptions() {
        // Those that are misspelt are told here, once.
        return isInitialized() ? OptionRules.names(processingEnv.getOptions()) : LockOptions.names();
    }

    /**
     * Claims the annotations, since javac warns of unclaimed ones: ours, which no other processor reads, and
     * {@code @Generated}, which the registry bears.
     */
    @Override
    @SuppressWarnings("DoNotClaimAnnotations") // for the reason above
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (compilation.isEmpty()
                && annotations.stream()
                        .anyMatch(each -> DeclaringAnnotations.names()
                                .contains(each.getQualifiedName().toString()))) {
            OptionRules.check(processingEnv.getOptions(), processingEnv.getMessager());
            compilation = Optional.of(new Compilation(processingEnv));
        }
        compilation.ifPresent(found -> Crash.reported(processingEnv, () -> found.process(round)));
        return true;
    }
}
