// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import dev.zeus.wheels.CustomPackage;
import dev.zeus.wheels.PythonEnvironment;
import dev.zeus.wheels.Recipe;
import dev.zeus.wheels.Wheel;
import dev.zeus.wheels.WheelSet;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** The annotations that a registry is made of. */
final class DeclaringAnnotations {
    static final List<Class<? extends Annotation>> ALL =
            List.of(WheelSet.class, Wheel.class, CustomPackage.class, Recipe.class, PythonEnvironment.class);

    private static final Set<String> NAMES =
            ALL.stream().map(Class::getCanonicalName).collect(Collectors.toUnmodifiableSet());

    private DeclaringAnnotations() {}

    /** Their names. */
    static Set<String> names() {
        return NAMES;
    }

    /** Whether one of them is on an element. */
    static boolean isOn(Element element) {
        return element.getAnnotationMirrors().stream()
                .anyMatch(mirror -> mirror.getAnnotationType().asElement() instanceof TypeElement type
                        && NAMES.contains(type.getQualifiedName().toString()));
    }
}
