// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataFilesTest {

    @Test
    void readsCoreMetadata() {
        CoreMetadata metadata = CoreMetadata.parseStrict("""
                Metadata-Version: 2.5
                Name: Foo.Bar
                Version: 1.0.post2
                Summary: A summary
                Requires-Python: >=3.9
                Requires-Dist: requests[socks]>=2; python_version < "3.13"
                Requires-Dist: uvloop; extra == "Fast_IO"
                Provides-Extra: fast-io
                License-Expression: MIT
                License-File: LICENSE
                Home-page: https://example.org
                Project-URL: Changelog, https://example.org/changes
                Classifier: Topic :: Utilities
                Classifier: Typing :: Typed
                Import-Name: foo
                Import-Name: foo._core ; private
                Import-Namespace: bar
                Dynamic: Requires-Dist

                The description: all of it.
                """);

        assertThat(metadata.displayName()).isEqualTo("Foo.Bar");
        assertThat(metadata.name()).hasToString("foo-bar");
        assertThat(metadata.version()).hasToString("1.0.post2");
        assertThat(metadata.requiresPython().map(VersionSpecifiers::toString)).contains(">=3.9");
        assertThat(metadata.requiresDist())
                .extracting(Requirement::toString)
                .containsExactly("requests[socks]>=2; python_version < \"3.13\"", "uvloop; extra == \"fast-io\"");
        assertThat(metadata.providesExtra()).containsExactly(ExtraName.parse("fast-io"));
        assertThat(metadata.licenseExpression()).contains("MIT");
        assertThat(metadata.licenseFiles()).containsExactly("LICENSE");
        assertThat(metadata.homePage()).contains("https://example.org");
        assertThat(metadata.projectUrls()).containsEntry("Changelog", "https://example.org/changes");
        assertThat(metadata.classifiers()).containsExactly("Topic :: Utilities", "Typing :: Typed");
        assertThat(metadata.importNames()).containsExactly("foo", "foo._core");
        assertThat(metadata.importNamespaces()).containsExactly("bar");
        assertThat(metadata.dynamic()).containsExactly("requires-dist");
        assertThat(metadata.description()).contains("The description: all of it.\n");
    }

    @Test
    void readsWhatOldToolsWrote() {
        CoreMetadata metadata = CoreMetadata.parse("""
                        Name: foo\r
                        Version: 1\r
                        License: UNKNOWN\r
                        Home-page: UNKNOWN\r
                        Description: First\r
                                second\r
                               |third\r
                        Provides-Extra: a b\r
                        Requires-Python: >=2.7.*\r
                        Requires-Dist: bar (>=1.0.*)\r
                        """);

        assertThat(metadata.license()).isEmpty();
        assertThat(metadata.homePage()).isEmpty();
        assertThat(metadata.description()).contains("First\nsecond\nthird");
        assertThat(metadata.providesExtra()).isEmpty();
        assertThat(metadata.requiresPython().map(VersionSpecifiers::toString)).contains(">=2.7");
        assertThat(metadata.requiresDist()).extracting(Requirement::toString).containsExactly("bar>=1.0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Metadata-Version: 2.1\nName: foo\n",
                "Metadata-Version: 2.1\nVersion: 1\n",
                "Name: foo\nVersion: 1\n",
                "Metadata-Version: 3.0\nName: foo\nVersion: 1\n",
                "Metadata-Version: 2.1\nName: foo\nVersion: 1\nRequires-Dist: bar (>=1.0.*)\n",
                "Metadata-Version: 2.1\nName: foo\nVersion: 1\nno colon\n",
                " Name: foo\nVersion: 1\n"
            })
    void refusesMetadataOutsideTheStandard(String text) {
        assertThatExceptionOfType(PackagingParseException.class).isThrownBy(() -> CoreMetadata.parseStrict(text));
    }

    @ParameterizedTest
    @CsvSource({
        "1.0, true",
        "2.99, true",
        "2, true",
        "02.1, true",
        "odd, true",
        "3.0, false",
        "3, false",
        "99.0, false",
        "10.1, false",
        "003.0, false",
        "99999999999999999999.0, false"
    })
    void refusesWhatALaterMajorVersionMeans(String version, boolean taken) {
        String text = "Metadata-Version: " + version + "\nName: foo\nVersion: 1\n";
        if (taken) {
            assertThat(CoreMetadata.parse(text).metadataVersion()).isEqualTo(version);
        } else {
            assertThatExceptionOfType(PackagingParseException.class)
                    .isThrownBy(() -> CoreMetadata.parse(text))
                    .withMessageContaining("Metadata-Version 1.x or 2.x");
        }
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            >=2.7.*            | >=2.7
            >=2.7,!=3.0*       | !=3.0.*,>=2.7
            >=3.6<4            | <4,>=3.6
            >=0.5!=1.0         | !=1.0,>=0.5
            > 2.7.*            | >2.7
            >=0.5<2.*          | <2,>=0.5
            >=0.5<2,!=1.0*     | !=1.0.*,<2,>=0.5
            ==1.0*             | ==1.0.*
            !=~1               | !=1.*
            >= '2.7'           | >=2.7
            ">=0.5"            | >=0.5
            >=0.5.*'           | >=0.5
            >=3.6,             | >=3.6
            >dev               | >0.0.0.dev0
            >=9.0.0a1.0        | >=9.0.0a1
            """)
    void mendsSpecifiersOfThePast(String text, String mended) {
        assertThat(LenientReader.specifiers(text)).hasToString(mended);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            foo (>=1.0.*)                            | foo>=1.0
            foo[x] >=1<2; os_name == "nt"            | foo[x]<2,>=1; os_name == "nt"
            foo>=1.*                                 | foo>=1
            foo1>=1.*                                | foo1>=1
            foo '>=1'                                | foo>=1
            """)
    void mendsRequirementsOfThePast(String text, String mended) {
        assertThat(LenientReader.requirement(text)).hasToString(mended);
    }

    /** The meaning of these is unknown: uv 0.13.9 leaves the version out, packaging 26.4 refuses the text. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1.0",
                ">=0.5 <2",
                ">=0.5  !=1.0",
                "(>=0.5",
                ">=0.5)",
                "(>=0.5)",
                "~=1.0.*",
                "~=1",
                "~=1.*",
                "!=1*",
                ">=1.0*",
                "~1.0",
                "^1.0",
                "=>0.5",
                "=<1.0",
                "1.0",
                "*",
                "==*",
                ">=*",
                ">=1.0+local",
                "<1.0+local",
                ">=dev",
                ">=1.0a1.0.0",
                ">=1.0.dev1.0",
                "== 1 .0",
                ">=0.5.",
                ">=0.5 and <2",
                ">=0.5||<2",
                "> = 0.5",
                ">=0.5-",
                ">=",
                "<>1.0",
                ">>0.5",
                "==1.0.x",
                ">=0.5 (comment)",
                ">='3.6.*'"
            })
    void leavesSpecifiersThatNobodyCanReadAlone(String text) {
        assertThatExceptionOfType(PackagingParseException.class).isThrownBy(() -> LenientReader.specifiers(text));
        if (!text.startsWith("(") && !text.equals("1.0")) {
            assertThatExceptionOfType(PackagingParseException.class)
                    .isThrownBy(() -> LenientReader.requirement("foo" + text));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "foo bar",
                "foo >=x",
                "",
                "foo @",
                "foo >=1; os_nam == 'x'",
                "foo (>=1",
                "foo >=1 <2",
                "foo =1",
                "foo>=0.5,,<2"
            })
    void doesNotGuess(String text) {
        assertThatExceptionOfType(PackagingParseException.class).isThrownBy(() -> LenientReader.requirement(text));
    }

    @Test
    void readsRecord() {
        RecordFile record = RecordFile.parse(
                "foo.py,sha256=abc-_,12\r\n\"a \"\"b\"\", c.py\",SHA256=x,\r\nfoo-1.dist-info/RECORD,,\r\n");

        assertThat(record.entries())
                .extracting(RecordEntry::path)
                .containsExactly("foo.py", "a \"b\", c.py", "foo-1.dist-info/RECORD");
        assertThat(record.entries().get(0).algorithm()).contains("sha256");
        assertThat(record.entries().get(0).digest()).contains("abc-_");
        assertThat(record.entries().get(0).size()).hasValue(12);
        assertThat(record.entries().get(1).algorithm()).contains("sha256");
        assertThat(record.entries().get(2).digest()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"foo.py\n", ",,\n", "foo.py,sha256,1\n", "foo.py,,x\n", "\"foo,,\n", "\"a\"b,,\n", "a,b,c,d\n"})
    void refusesMalformedRecords(String text) {
        assertThatExceptionOfType(PackagingParseException.class).isThrownBy(() -> RecordFile.parse(text));
    }

    @Test
    void readsWheel() {
        WheelMetadata wheel = WheelMetadata.parse("""
                Wheel-Version: 1.0
                Generator: bdist_wheel (0.40)
                Root-Is-Purelib: false
                Tag: cp312-cp312-linux_x86_64
                Build: 1a
                """);

        assertThat(wheel.wheelVersion()).isEqualTo("1.0");
        assertThat(wheel.generator()).contains("bdist_wheel (0.40)");
        assertThat(wheel.rootIsPurelib()).isFalse();
        assertThat(wheel.tags()).containsExactly(new Tag("cp312", "cp312", "linux_x86_64"));
        assertThat(wheel.build()).contains(BuildTag.parse("1a"));
    }

    @Test
    void readsEntryPoints() {
        EntryPoints points = EntryPoints.parse(
                "# comment\n[console_scripts]\nfoo = foo.cli:main [fast]\n\n[foo.plugins]\nbar=foo.bar\n");

        assertThat(points.consoleScripts())
                .containsEntry(
                        "foo",
                        new EntryPoints.EntryPoint(
                                "foo.cli", Optional.of("main"), new TreeSet<>(Set.of(ExtraName.parse("fast")))));
        assertThat(points.group("foo.plugins"))
                .containsEntry("bar", new EntryPoints.EntryPoint("foo.bar", Optional.empty(), new TreeSet<>()));
        assertThat(points.group("none")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"foo = bar\n", "[x]\n= bar\n", "[x]\nfoo =\n", "[x]\nfoo = bar [y\n", "[x\n"})
    void refusesMalformedEntryPoints(String text) {
        assertThatExceptionOfType(PackagingParseException.class).isThrownBy(() -> EntryPoints.parse(text));
    }

    @Test
    void comparesBuildTagsAsNumbers() {
        assertThat(List.of("9a", "10", "1", "9", "100000000000000000000").stream()
                        .map(BuildTag::parse)
                        .sorted()
                        .map(BuildTag::toString))
                .containsExactly("1", "9", "9a", "10", "100000000000000000000");
    }
}
