// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.python.PackageName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A name that is nearly a project that many use. */
class KnownProjectsTest {

    @ParameterizedTest
    @CsvSource({
        "reqeusts, requests",
        "request, requests",
        "requestss, requests",
        "numpi, numpy",
        "boto4, ",
        "uuid7, ",
        "requests, ",
        "cfi, "
    })
    void aNameIsNearOneThatDiffersByALetterAndHasTheSameDigits(String name, @Nullable String near) {
        assertThat(KnownProjects.near(name)).isEqualTo(Optional.ofNullable(near));
    }

    @Test
    void allAreNamesAsAnIndexNormalisesThem() {
        assertThat(KnownProjects.KNOWN)
                .allSatisfy(name -> assertThat(PackageName.parse(name).value()).isEqualTo(name));
    }

    @Test
    void namesOfDebianAreThoseOfHeadersAndHaveAnAttribute() {
        assertThat(NameTable.pairs("debian-names.tsv")).isNotEmpty().allSatisfy((name, attribute) -> {
            assertThat(DebianNames.isOne(name)).as(name).isTrue();
            assertThat(attribute).matches("[a-z][a-z0-9_-]*");
        });
    }
}
