// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Text that the specifications refuse, though Python's {@code packaging} reads it; the README lists the reasons. */
class SpecificationTest {

    static Stream<Arguments> refused() {
        return Stream.of(
                refused("quoted text of a marker has no escapes", EnvironmentMarker::parse, "os_name == 'a\\x41'"),
                refused("an address has no control characters", Requirement::parse, "foo @ https://example.org/\0x"),
                refused("a file name has no folders", WheelFilename::parse, "foo-1-py3-none-a/b.whl"),
                refused("a file name has no folders", SdistFilename::parse, "../foo-1.tar.gz"));
    }

    private static Arguments refused(String reason, Function<String, ?> parser, String text) {
        return Arguments.of(reason, parser, text);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("refused")
    void followsTheSpecification(String reason, Function<String, ?> parser, String text) {
        assertThatExceptionOfType(PackagingParseException.class).as(reason).isThrownBy(() -> parser.apply(text));
    }
}
