// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the case files do not ask: equality, the ways to combine values, and the markers of lock files. */
class ValuesTest {
    private static final MarkerEnvironment ENVIRONMENT = new MarkerEnvironment(
            new TreeMap<>(Map.of("python_version", "3.12", "python_full_version", "3.13.0+", "os_name", "posix")));

    @ParameterizedTest
    @CsvSource({
        "1.0,          1.0.0,        true",
        "1.0+a.1,      1.0+A_1,      true",
        "0!1,          1,            true",
        "1.0a1,        1.0alpha-01,  true",
        "1.0,          1.0+0,        false",
        "1!1,          1,            false"
    })
    void comparesVersionsByMeaning(String first, String second, boolean equal) {
        Version a = Version.parse(first);
        Version b = Version.parse(second);
        assertThat(a.equals(b)).isEqualTo(equal);
        assertThat(a.compareTo(b) == 0).isEqualTo(equal);
        assertThat(a.hashCode() == b.hashCode()).isEqualTo(equal);
    }

    @Test
    void readsNumbersOfAnyLength() {
        String digits = "9".repeat(5000);
        Version version = Version.parse(digits + "." + digits);
        assertThat(version).isLessThan(Version.parse(digits + "." + digits + "0"));
        assertThat(VersionSpecifiers.parse("~=" + digits + ".1").contains(version))
                .isTrue();
    }

    @Test
    void combinesSpecifiers() {
        VersionSpecifiers both = VersionSpecifiers.parse(">=1").and(VersionSpecifiers.parse("<2,>=1.0"));
        assertThat(both).hasToString("<2,>=1").isEqualTo(VersionSpecifiers.parse(">=1.0.0, <2"));
        assertThat(both.and(VersionSpecifiers.ANY)).isEqualTo(both);
        assertThat(VersionSpecifiers.ANY.contains(Version.parse("1.0.dev1"))).isTrue();
        assertThat(VersionSpecifiers.parse(">=1a1").allowsPrereleases()).isTrue();
        assertThat(VersionSpecifiers.parse("!=1a1").allowsPrereleases()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''            | false",
                ">=2,<1        | true",
                ">=2,<2        | true",
                ">=2,<=2       | false",
                ">2,<=2        | true",
                ">=2,!=2,<=2   | true",
                ">=2,!=2       | false",
                "==1.*,<1      | true",
                "==1.*,!=1.*   | true",
                "==1.2.*,!=1.* | true",
                "==1.*,!=1.2.* | false",
                ">=1,<2,!=1.*  | true",
                ">=1,<2.1,!=1.*| false",
                "==2,==3       | true",
                "==2.0,==2     | false",
                "~=1.2,>=2     | true",
                "<1a1,>=1a1    | true",
                ">=1a1,<1      | true",
                "===2,>=3      | true",
                "===2,>=1      | false",
                "===text,>=1   | false",
            })
    void knowsWhetherSpecifiersExcludeEverything(String specifiers, boolean all) {
        assertThat(VersionSpecifiers.parse(specifiers).excludesAll()).isEqualTo(all);
    }

    @Test
    void listsTheVariablesOfRequirementsMarkers() {
        assertThat(EnvironmentMarker.variables())
                .contains("python_version", "sys_platform", "platform_machine", "extra")
                .doesNotContain("extras", "dependency_groups")
                .allSatisfy(variable -> assertThat(EnvironmentMarker.parse(variable + " == 'x'"))
                        .isNotNull());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "3.12 | true  | x86_64 | sys_platform == 'linux' and platform_system == 'Linux'",
                "3.12 | true  | x86_64 | python_version == '3.12' and python_full_version == '3.12.0'",
                "3.9  | true  | x86_64 | python_version < '3.10'",
                "3.13 | false | arm64  | sys_platform == 'darwin' and platform_machine == 'arm64'",
                "3.13 | false | arm64  | platform_system == 'Darwin' and os_name == 'posix'",
                "3.13 | false | arm64  | implementation_name == 'cpython' and implementation_version >= '3.13'",
                "3.13 | false | arm64  | platform_python_implementation == 'CPython' and platform_release == ''",
            })
    void knowsWhatCPythonSays(String python, boolean linux, String machine, String marker) {
        assertThat(EnvironmentMarker.parse(marker).evaluate(MarkerEnvironment.ofCPython(python, linux, machine)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            os_name == "posix"                          | true  | true
            os_name == "nt"                             | false | false
            extra == "x"                                | false | true
            extra == "y"                                | false | false
            python_version ~= "3"                       | true  | true
            os_name == "nt" and sys_platform ~= "linux" | true  | true
            """)
    void mayHoldWhereAMarkerHasNoAnswer(String marker, boolean alone, boolean withExtra) {
        EnvironmentMarker parsed = EnvironmentMarker.parse(marker);
        assertThat(parsed.mayHold(ENVIRONMENT, Set.of())).isEqualTo(alone);
        assertThat(parsed.mayHold(ENVIRONMENT, Set.of(ExtraName.parse("x")))).isEqualTo(withExtra);
    }

    @Test
    void combinesMarkers() {
        EnvironmentMarker a = EnvironmentMarker.parse("os_name == 'posix'");
        EnvironmentMarker b = EnvironmentMarker.parse("python_version<'3' or extra=='X'");
        assertThat(a.and(b)).hasToString("os_name == \"posix\" and (python_version < \"3\" or extra == \"x\")");
        assertThat(a.or(b)).hasToString("os_name == \"posix\" or (python_version < \"3\" or extra == \"x\")");
        assertThat(a.and(b).evaluate(ENVIRONMENT)).isFalse();
        assertThat(a.or(b).evaluate(ENVIRONMENT)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            "Test_A" in extras                          | true
            "c" in extras                               | false
            "c" not in extras                           | true
            "dev" in dependency_groups and os_name == "posix" | true
            "test-a" == extras                          | false
            """)
    void evaluatesLockFiles(String marker, boolean answer) {
        Set<ExtraName> extras = Set.of(ExtraName.parse("test-a"), ExtraName.parse("b"));
        assertThat(EnvironmentMarker.parse(marker).evaluateLocked(ENVIRONMENT, extras, Set.of(ExtraName.parse("dev"))))
                .isEqualTo(answer);
    }

    @Test
    void asksForAnyOfTheExtras() {
        EnvironmentMarker marker = EnvironmentMarker.parse("extra == 'a'");
        assertThat(marker.evaluate(ENVIRONMENT, Set.of())).isFalse();
        assertThat(marker.evaluate(ENVIRONMENT, Set.of(ExtraName.parse("b"), ExtraName.parse("A"))))
                .isTrue();
        assertThat(EnvironmentMarker.parse("extra == ''").evaluate(ENVIRONMENT, Set.of()))
                .isTrue();
    }

    @Test
    void saysWhyAMarkerHasNoAnswer() {
        assertThatExceptionOfType(MarkerEvaluationException.class)
                .isThrownBy(() -> EnvironmentMarker.parse("'a' in extras").evaluate(ENVIRONMENT))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(MarkerEvaluationException.Reason.UNDEFINED_VARIABLE));
        assertThatExceptionOfType(MarkerEvaluationException.class)
                .isThrownBy(() -> EnvironmentMarker.parse("os_name ~= 'x'").evaluate(ENVIRONMENT))
                .withMessageContaining("~=");
    }

    @Test
    void readsThePythonOfAWorkingCopy() {
        assertThat(EnvironmentMarker.parse("python_full_version >= '3.13'").evaluate(ENVIRONMENT))
                .isTrue();
    }

    @Test
    void namesNormaliseOnce() {
        assertThat(PackageName.parse("Foo._Bar")).isEqualTo(new PackageName("foo-bar"));
        assertThatExceptionOfType(PackagingParseException.class).isThrownBy(() -> new PackageName("Foo"));
    }

    @Test
    void readsOlderSpellingsOfMarkers() {
        assertThat(EnvironmentMarker.parse("os.name=='nt' and python_implementation=='CPython'"))
                .hasToString("os_name == \"nt\" and platform_python_implementation == \"CPython\"");
        assertThat(EnvironmentMarker.parse("(((os_name == 'a')) and ((os_name == 'b' or os_name == 'c')))"))
                .hasToString("os_name == \"a\" and (os_name == \"b\" or os_name == \"c\")");
    }

    @Test
    void readsSourceDistributions() {
        SdistFilename file = SdistFilename.parse("Foo-Bar-1.0rc1.tar.gz");
        assertThat(file.name()).hasToString("foo-bar");
        assertThat(file.version()).hasToString("1.0rc1");
        assertThat(SdistFilename.parse("foo-1.zip")).hasToString("foo-1.zip");
    }
}
