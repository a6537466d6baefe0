// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * The suppressed warnings: {@code @SuppressWarnings("wheels:V137")} on a declaration or a type around it,
 * {@code @SuppressWarnings("wheels")} for all of its warnings, and {@code -Awheels.silence=V137,V210} everywhere.
 *
 * <p>Java allows no {@code @SuppressWarnings} on a package, so the warnings of a wheel set are suppressed by the
 * option.
 *
 * @param codes those of the option
 */
record Silence(Set<String> codes) {
    static final String OPTION = "wheels.silence";
    private static final String ALL = "wheels";

    static Silence of(Map<String, String> options) {
        return new Silence(codes(LockOptions.withoutNull(options)));
    }

    /** What stands in the option, whether there are such codes or not. */
    static Set<String> codes(Map<String, String> options) {
        return Stream.of(options.getOrDefault(OPTION, "").split(",", -1))
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .collect(Collectors.toSet());
    }

    /** Whether a problem of an element is not said. */
    boolean covers(Problem problem, Element element) {
        if (codes.contains(problem.code())) {
            return true;
        }
        Set<String> words = Set.of(ALL, ALL + ":" + problem.code());
        @Nullable Element around = element;
        while (around != null) {
            SuppressWarnings suppressed = around.getAnnotation(SuppressWarnings.class);
            if (suppressed != null && Arrays.stream(suppressed.value()).anyMatch(words::contains)) {
                return true;
            }
            around = around.getEnclosingElement();
        }
        return false;
    }
}
