// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.nix.NixExpr;
import dev.zeus.wheels.nix.NixPrinter;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenderRulesTest {
    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(" "));
    }

    private static String printed(NixExpr expr) {
        return NixPrinter.definition(expr, 0, 0).replaceAll("\\s+", " ").strip();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MIT | [ \"MIT\" ]",
                "mit AND Zlib AND 0BSD | [ \"0BSD\" \"MIT\" \"Zlib\" ]",
                "MIT OR (apache-2.0 AND BSD-3-Clause)"
                        + " | [ { anyOf = [ \"MIT\" { allOf = [ \"Apache-2.0\" \"BSD-3-Clause\" ]; } ]; } ]",
                "ISC AND (MIT OR LicenseRef-Own) | [ \"ISC\" { anyOf = [ \"MIT\" \"LicenseRef-Own\" ]; } ]",
                "Apache-2.0 WITH LLVM-exception | [ \"Apache-2.0 WITH LLVM-exception\" ]",
                "GPL-3.0+ | [ \"GPL-3.0-or-later\" ]",
                "GPL-3.0 | [ \"GPL-3.0-only\" ]",
                "EUPL-1.1+ | [ \"EUPL-1.1+\" ]",
                "LicenseRef-Proprietary | [ \"LicenseRef-Proprietary\" ]",
                "MIT License | [ ]",
                "'${x}' | [ ]",
                "'' | [ ]"
            })
    void namesTheLicencesOfAnExpression(String expression, String nix) {
        assertThat(printed(NixExpr.list(Licenses.named(expression)))).isEqualTo(nix);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PSF-2.0 | [ \"PSF-2.0\" ] | [ ]",
                "MIT AND MIT-CMU | [ \"MIT\" \"MIT-CMU\" ] | [ ]",
                "CDLA-Permissive-2.0 | [ \"CDLA-Permissive-2.0\" ] | [ ]",
                "Apache-2.0 WITH LLVM-exception | [ \"Apache-2.0 WITH LLVM-exception\" ] | [ ]",
                "GPL-3.0-with-GCC-exception | [ \"GPL-3.0-with-GCC-exception\" ]"
                        + " | [ \"GPL-3.0-with-GCC-exception\" ]",
                "EUPL-1.1+ | [ \"EUPL-1.1+\" ] | [ ]",
                "BUSL-1.1 OR LicenseRef-Own OR Not-Listed | [ ] | [ ]",
                "MIT License | [ ] | [ ]"
            })
    void knowsWhichLicencesAreFree(String expression, String free, String deprecated) {
        Licenses licenses = new Licenses(Stream.of(expression));

        assertThat(printed(fact(licenses, "free"))).isEqualTo(free);
        assertThat(printed(fact(licenses, "deprecated"))).isEqualTo(deprecated);
    }

    private static NixExpr fact(Licenses licenses, String name) {
        return requireNonNull(licenses.facts().get(name), name);
    }

    @ParameterizedTest
    @CsvSource({
        "manylinux_2_17_x86_64 manylinux2014_x86_64, 2.17, ''",
        "manylinux_2_28_x86_64 manylinux_2_5_x86_64 manylinux1_x86_64, 2.5, ''",
        "manylinux_2_28_x86_64 manylinux_2_100_x86_64, 2.28, ''",
        "macosx_11_0_arm64, '', 11.0",
        "macosx_10_9_universal2 macosx_11_0_arm64, '', 10.9",
        "any, '', ''",
        "manylinux_x_y_z, '', ''",
        "musllinux_1_2_x86_64, '', ''"
    })
    void readsTheFloorOfPlatformTags(String tags, String glibc, String macos) {
        assertThat(Floors.glibc(words(tags)).orElse("")).isEqualTo(glibc);
        assertThat(Floors.macos(words(tags)).orElse("")).isEqualTo(macos);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {">=3.9 | 3.9", "<4.0,>=3.10.2 | 3.10", "~=3.8 | 3.8", "!=3.0.* | ''", ">=3 | ''", "'' | ''"})
    void readsTheOldestPython(String requires, String floor) {
        assertThat(PythonFloor.of(requires).orElse("")).isEqualTo(floor);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a>b b>c | ''",
                "a>b b>a | a=a,b b=a,b",
                "a>b b>c c>a d>a | a=a,b,c b=a,b,c c=a,b,c",
                "a>b b>a c>d d>c b>c | a=a,b b=a,b c=c,d d=c,d",
                "a>a | ''"
            })
    void findsTheCirclesOfRequirements(String edges, String circles) {
        SortedMap<String, SortedSet<String>> graph = new TreeMap<>();
        for (String edge : words(edges)) {
            graph.computeIfAbsent(edge.substring(0, 1), name -> new TreeSet<>()).add(edge.substring(2));
            graph.computeIfAbsent(edge.substring(2), name -> new TreeSet<>());
        }
        List<String> found = Circles.of(graph).entrySet().stream()
                .map(entry -> entry.getKey() + '=' + String.join(",", entry.getValue()))
                .toList();
        assertThat(found).isEqualTo(words(circles));
    }

    @Test
    void findsALongCircleWithoutRecursion() {
        SortedMap<String, SortedSet<String>> graph = new TreeMap<>();
        int length = 20_000;
        for (int i = 0; i < length; i++) {
            graph.put("n" + i, new TreeSet<>(List.of("n" + (i + 1) % length)));
        }
        assertThat(Circles.of(graph)).hasSize(length);
    }
}
