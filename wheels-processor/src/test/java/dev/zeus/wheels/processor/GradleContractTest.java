// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.CustomPackage;
import dev.zeus.wheels.PythonEnvironment;
import dev.zeus.wheels.Recipe;
import dev.zeus.wheels.Wheel;
import dev.zeus.wheels.WheelSet;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Gradle asks of processors so that it need not compile everything anew after each change. */
class GradleContractTest {
    @Test
    void everyProcessorSaysHowItWorks() throws IOException {
        List<String> processors = lines("META-INF/services/" + Processor.class.getName());

        assertThat(lines("META-INF/gradle/incremental.annotation.processors"))
                .containsExactly(
                        WheelsProcessor.class.getName() + ",aggregating", WheelsOptions.class.getName() + ",isolating")
                .extracting(line -> line.substring(0, line.indexOf(',')))
                .containsExactlyInAnyOrderElementsOf(processors);
    }

    /** An aggregating processor is given the annotated types that did not change from their class files. */
    @ParameterizedTest
    @ValueSource(classes = {WheelSet.class, Wheel.class, CustomPackage.class, Recipe.class, PythonEnvironment.class})
    void annotationsAreInClassFiles(Class<?> annotation) {
        assertThat(annotation.getAnnotation(Retention.class).value()).isEqualTo(RetentionPolicy.CLASS);
    }

    private static List<String> lines(String resource) throws IOException {
        try (InputStream stream = Objects.requireNonNull(WheelsProcessor.class.getResourceAsStream("/" + resource))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
