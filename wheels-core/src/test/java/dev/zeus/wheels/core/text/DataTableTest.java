// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.core.check.LicenseClassifiers;
import dev.zeus.wheels.core.nixpkgs.SystemLibraries;
import dev.zeus.wheels.python.LicenseExpression;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables that people add a line to. */
class DataTableTest {
    private static final Path RESOURCES = Path.of("src/main/resources/dev/zeus/wheels/core");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "nixpkgs/system-libraries.tsv ; lib[\\w.+-]+\\.so[\\d.]*(\\t[\\w.()-]+){1,2}",
                "render/compiling-packages.tsv ; [a-z0-9]+(-[a-z0-9]+)*\\t\\w[^\\t]*",
                "check/license-classifiers.tsv ; License :: [^\\t]+\\t[^\\t]+",
            })
    void hasOneRowALineSortedAndWithoutARepetition(String file, String row) throws Exception {
        List<String> rows = Files.readAllLines(RESOURCES.resolve(file), StandardCharsets.US_ASCII).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();

        assertThat(rows).isNotEmpty().allMatch(line -> line.matches(row));
        assertThat(rows.stream().map(line -> line.substring(0, line.indexOf('\t'))))
                .doesNotHaveDuplicates()
                .isSorted();
    }

    @Test
    void givesEachClassifierAnExpression() {
        assertThat(DataTable.map(LicenseClassifiers.class, "license-classifiers.tsv"))
                .allSatisfy((classifier, expression) -> {
                    assertThat(LicenseExpression.parse(expression)).isNotNull();
                    assertThat(LicenseClassifiers.expression(classifier)).contains(expression);
                });
    }

    @Test
    void saysWhereALibraryIs() {
        assertThat(SystemLibraries.attribute("libasound.so.2")).contains("alsa-lib");
        assertThat(SystemLibraries.olderAttribute("libasound.so.2")).isEmpty();
        assertThat(SystemLibraries.olderAttribute("libX11.so.6")).contains("xorg.libX11");
        assertThat(SystemLibraries.attribute("libm.so.6")).isEmpty();
        assertThat(SystemLibraries.isOfTheCLibrary("libm.so.6")).isTrue();
        assertThat(SystemLibraries.attribute("libcuda.so.1")).isEmpty();
        assertThat(SystemLibraries.isOfTheDriver("libcuda.so.1")).isTrue();
        assertThat(SystemLibraries.isOfTheDriver("libnone.so.1")).isFalse();
    }
}
