// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which names of registries compilers take as they are written. */
class RegistryNameTest {
    private static final String DECLARATION = "package com.acme.python; @dev.zeus.wheels.Wheel interface Six {}";

    private static Compilation compile(String registry) {
        String set = RegistryCompilation.SET.replace("@WheelSet(", "@WheelSet(registry = \"" + registry + "\",");
        return javac().withProcessors(new WheelsProcessor())
                .compile(
                        JavaFileObjects.forSourceString("com.acme.python.package-info", set),
                        JavaFileObjects.forSourceString("com.acme.python.Six", DECLARATION));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Acme\\u00adWheels",
                "Acme\\000Wheels",
                "Acme\\u202eWheels",
                "Acme\\u200dWheels",
                "Acme\\ufeff",
                "Acme\\u007fWheels",
                "Acme\\ufe0f",
                "Acme\\udb40\\udc41",
                "Acme\\u180e",
                "\\u3164",
                "Acme Wheels",
                "1Acme",
                "record"
            })
    void isRefusedAtTheAnnotation(String registry) {
        assertThat(compile(registry).errors())
                .isNotEmpty()
                .allSatisfy(error -> assertThat(error.getMessage(Locale.ROOT)).startsWith("[wheels/V151] registry"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Acm\\u00e9Wheels", "Acme_1", "\\u30db\\u30a4\\u30fc\\u30eb", "\\ud835\\udc00Wheels"})
    void isTakenAsItIsWritten(String registry) {
        assertThat(compile(registry).errors()).isEmpty();
    }
}
