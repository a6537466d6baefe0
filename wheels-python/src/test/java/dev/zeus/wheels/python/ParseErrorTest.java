// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every parser says where it stopped, and stops on hostile text. */
class ParseErrorTest {

    static Stream<Arguments> positions() {
        return Stream.of(
                wrong(Version::parse, "1.0-", 3),
                wrong(Version::parse, " x", 1),
                wrong(Version::parse, "", 0),
                wrong(Version::parse, "1.0+", 3),
                wrong(VersionSpecifier::parse, "1.0", 0),
                wrong(VersionSpecifier::parse, ">= 1.0.*", 6),
                wrong(VersionSpecifier::parse, "~=1", 3),
                wrong(VersionSpecifiers::parse, ">=1, <2, x", 9),
                wrong(EnvironmentMarker::parse, "os_nam == 'x'", 0),
                wrong(EnvironmentMarker::parse, "os_name = 'x'", 8),
                wrong(EnvironmentMarker::parse, "(os_name == 'x'", 15),
                wrong(EnvironmentMarker::parse, "os_name == 'x", 11),
                wrong(EnvironmentMarker::parse, "os_name == 'x' and", 18),
                wrong(EnvironmentMarker::parse, "os_name == 'a\\x27'", 13),
                wrong(Requirement::parse, "foo[", 4),
                wrong(Requirement::parse, "foo-", 4),
                wrong(Requirement::parse, "foo >=1 bar", 8),
                wrong(Requirement::parse, "foo (>=1", 8),
                wrong(Requirement::parse, "foo @ ", 6),
                wrong(Requirement::parse, "foo >=1, <two", 10),
                wrong(PackageName::parse, "-foo", 0),
                wrong(PackageName::parse, "fo o", 2),
                wrong(PackageName::parse, "foo_", 3),
                wrong(ExtraName::parse, "", 0),
                wrong(Tag::parseSet, "py3-none", 0),
                wrong(Tag::parseSet, "py3.-none-any", 4),
                wrong(WheelFilename::parse, "foo-1.0-py3-none-any.zip", 24),
                wrong(WheelFilename::parse, "foo-1.x-py3-none-any.whl", 5),
                wrong(WheelFilename::parse, "fo__o-1.0-py3-none-any.whl", 2),
                wrong(WheelFilename::parse, "foo-1.0-b1-py3-none-any.whl", 8),
                wrong(WheelFilename::parse, "foo-1.0-py3-none-../../any.whl", 19),
                wrong(SdistFilename::parse, "foo.tar.gz", 3),
                wrong(BuildTag::parse, "x1", 0));
    }

    private static Arguments wrong(Function<String, ?> parser, String text, int position) {
        return Arguments.of(parser, text, position);
    }

    @ParameterizedTest
    @MethodSource("positions")
    void namesTheInputAndThePosition(Function<String, ?> parser, String text, int position) {
        assertThatExceptionOfType(PackagingParseException.class)
                .isThrownBy(() -> parser.apply(text))
                .satisfies(e -> assertThat(e.input()).isEqualTo(text))
                .satisfies(e -> assertThat(e.position()).as(e.getMessage()).isEqualTo(position))
                .satisfies(e -> assertThat(e.expected()).isNotBlank());
    }

    static Stream<Arguments> hostile() {
        return Stream.<Function<String, ?>>of(
                        Version::parse,
                        VersionSpecifier::parse,
                        VersionSpecifiers::parse,
                        EnvironmentMarker::parse,
                        Requirement::parse,
                        PackageName::parse,
                        PackageName::normalize,
                        ExtraName::parse,
                        Tag::parseSet,
                        WheelFilename::parse,
                        SdistFilename::parse,
                        CoreMetadata::parse,
                        RecordFile::parse,
                        WheelMetadata::parse,
                        EntryPoints::parse,
                        BuildTag::parse,
                        LenientReader::requirement,
                        LenientReader::specifiers)
                .flatMap(parser -> Stream.of(
                                "(".repeat(100_000),
                                "[".repeat(100_000),
                                "\"".repeat(99_999),
                                "1".repeat(2_000_000) + "x",
                                "==1." + "1.".repeat(100_000) + "x",
                                "a,".repeat(100_000) + "\u0000",
                                " ".repeat(100_000) + "-",
                                "foo-1-" + "a.".repeat(200) + "a-" + "b.".repeat(200) + "b-" + "c.".repeat(20)
                                        + "c.whl",
                                "foo; " + "(".repeat(1000) + "os_name == 'x'" + ")".repeat(1000))
                        .map(text -> Arguments.of(parser, text)));
    }

    @ParameterizedTest(name = "[{index}]")
    @MethodSource("hostile")
    void refusesHostileText(Function<String, ?> parser, String text) {
        assertThatExceptionOfType(PackagingParseException.class)
                .isThrownBy(() -> parser.apply(text))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(3000));
    }

    /** What is valid, but meant to be slow: these end, as every reader is linear. */
    @Test
    void readsHostileTextInOnePass() {
        String folded = "Metadata-Version: 2.1\nName: a\nVersion: 1\nSummary: x\n" + " y\n".repeat(1_000_000);
        assertThat(CoreMetadata.parse(folded).summary().orElseThrow()).hasSize(3_000_001);
        assertThat(LenientReader.requirement("a>=" + "1.".repeat(8_000) + "*").name())
                .hasToString("a");
        assertThat(RequirementsFile.parse("\\\n".repeat(10_000) + "#").lines()).isEmpty();
        assertThat(RecordFile.parse("a,,\n".repeat(500_000)).entries()).hasSize(500_000);
        assertThat(EnvironmentMarker.parse("os_name == 'x'" + " or os_name == 'x'".repeat(3_000))
                        .evaluate(MarkerEnvironment.of(Map.of("os_name", "x"))))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("escapes")
    void escapesWhatATerminalWouldObey(String text, String shown) {
        assertThatExceptionOfType(PackagingParseException.class)
                .isThrownBy(() -> Version.parse(text))
                .withMessageContaining(shown);
    }

    static Stream<Arguments> escapes() {
        return Stream.of(
                Arguments.of("1\u001b[31m", "\"1\\u001b[31m\""),
                Arguments.of("1\nx", "\"1\\u000ax\""),
                Arguments.of("1\u202ex", "\"1\\u202ex\""));
    }
}
