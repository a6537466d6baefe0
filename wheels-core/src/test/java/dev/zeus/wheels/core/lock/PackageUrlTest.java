// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.lock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What package URLs say of the index a package comes from: the same in Nix and in bills of materials. */
class PackageUrlTest {
    @ParameterizedTest
    @CsvSource({
        "https://index.example.org/simple/, https:%2F%2Findex.example.org%2Fsimple%2F",
        "https://index.example.org:8443/a b*~+ü, https:%2F%2Findex.example.org:8443%2Fa%20b%2A~%2B%C3%BC"
    })
    void encodesWhatPackageUrlsSay(String text, String encoded) {
        assertThat(PackageUrl.encoded(text)).isEqualTo(encoded);
    }
}
