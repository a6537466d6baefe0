// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.contract;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.http.Netrc;
import dev.zeus.wheels.core.http.SafeUrl;
import dev.zeus.wheels.core.http.Urls;
import dev.zeus.wheels.core.text.Printable;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What foreign text is never given to. */
class ForeignTextTest {
    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.zeus.wheels.core");

    @Test
    @Proves(
            id = "attack 50",
            given = "an XML document with an external entity",
            outcome = "nothing in the core reads XML")
    void readsNoXml() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.xml..", "org.xml..", "org.w3c..", "com.fasterxml.jackson.dataformat.xml..")
                .check(CORE);
    }

    @Test
    @Proves(
            id = "attack 51",
            given = "text that a regular expression runs away on",
            outcome = "neither the client nor the readers of pages use any")
    void usesNoRegularExpressionOnWhatComesFromOutside() {
        noClasses()
                .that()
                .resideInAnyPackage("..core.http..", "..core.index..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.regex..")
                .orShould()
                .callMethod(String.class, "matches", String.class)
                .orShould()
                .callMethod(String.class, "replaceAll", String.class, String.class)
                .check(CORE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.-", "@", "%", "\\\"", "*", "&x", "\u001b[", "/../", "machine x "})
    @Proves(id = "attack 51", given = "100,000 characters of one pattern", outcome = "read or refused")
    void readsLongTextInOneGo(String pattern) {
        String text = pattern.repeat(100_000 / pattern.length());
        assertThatCode(() -> Printable.of(text, 80)).doesNotThrowAnyException();
        assertThatCode(() -> SafeUrl.ofText(text)).doesNotThrowAnyException();
        assertThatCode(() -> SafeUrl.lasting(URI.create("https://index.example/?" + "x&".repeat(50_000))))
                .doesNotThrowAnyException();
        assertThatCode(() -> Urls.parse(text)).isInstanceOf(IllegalArgumentException.class);
        // The last of the patterns is an endless list of hosts, which is one.
        assertThat(catchThrowable(() -> Netrc.parse(Path.of("netrc"), text)))
                .matches(problem -> problem == null || problem instanceof WheelsException);
    }
}
