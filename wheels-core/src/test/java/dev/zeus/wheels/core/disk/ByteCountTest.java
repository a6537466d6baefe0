// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ByteCountTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0 B",
        "17, 17, 17 B",
        "17 b, 17, 17 B",
        "1k, 1024, 1.0 KiB",
        "500MiB, 524288000, 500.0 MiB",
        "2 GB, 2147483648, 2.0 GiB",
        "3TiB, 3298534883328, 3.0 TiB",
        "1536, 1536, 1.5 KiB",
    })
    void readsAndWritesAsPeopleDo(String text, long bytes, String written) {
        assertThat(ByteCount.parse(text)).isEqualTo(new ByteCount(bytes));
        assertThat(new ByteCount(bytes)).hasToString(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GiB", "-1", "1.5GiB", "1 PiB", "1KK", "9999999999TiB", "1234567890123456789", "٣"})
    void refusesWhatIsNoNumberOfBytes(String text) {
        assertThatThrownBy(() -> ByteCount.parse(text)).isInstanceOf(NumberFormatException.class);
    }
}
