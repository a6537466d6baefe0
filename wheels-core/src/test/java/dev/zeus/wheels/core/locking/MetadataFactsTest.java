// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.locking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.python.CoreMetadata;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetadataFactsTest {
    private static CoreMetadata metadata(String name, String... fields) {
        return CoreMetadata.parse(
                "Metadata-Version: 2.1\nName: " + name + "\nVersion: 1.0\n" + String.join("\n", fields) + "\n");
    }

    @ParameterizedTest
    @CsvSource({
        "black, black blackd, black",
        "huggingface-hub, hf huggingface_hub tiny, huggingface_hub",
        "yt-dlp, yt-dlp, yt-dlp",
        "httpie, http, http",
        "httpie, http https, ''",
        "numpy, '', ''"
    })
    void namesTheProgramThatIsMeant(String name, String programs, String main) {
        List<String> installed =
                Stream.of(programs.split(" ")).filter(text -> !text.isEmpty()).toList();
        assertThat(MetadataFacts.of(metadata(name), List.of(), installed)
                        .mainProgram()
                        .orElse(""))
                .isEqualTo(main);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "License-Expression: MIT OR Apache-2.0 | MIT OR Apache-2.0",
                "License: Apache License, Version 2.0 | Apache-2.0",
                "License: Ask our lawyers | ''",
                "Classifier: License :: OSI Approved :: MIT License | MIT",
                "Classifier: License :: OSI Approved :: BSD License | ''"
            })
    void namesTheLicenceWhereThereIsNoDoubt(String field, String license) {
        assertThat(MetadataFacts.of(metadata("a", field), List.of(), List.of())
                        .license()
                        .orElse(""))
                .isEqualTo(license);
    }

    @ParameterizedTest
    @CsvSource({
        "https://user:pw@host.example/a@b?c@d, https://host.example/a@b?c@d",
        "https://****@host.example, https://host.example",
        "https://host.example/@scope/x, https://host.example/@scope/x"
    })
    void aPageForPeopleNamesNoUser(String url, String shown) {
        assertThat(MetadataFacts.of(metadata("a", "Project-URL: Homepage, " + url), List.of(), List.of())
                        .homepage())
                .hasValue(shown);
    }
}
