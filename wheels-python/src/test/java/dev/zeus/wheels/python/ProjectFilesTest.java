// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.zeus.wheels.python.RequirementsFile.Line;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectFilesTest {

    @Test
    void includesGroupsOnce() {
        DependencyGroups groups = DependencyGroups.of(Map.of(
                "Test", List.of("pytest>8"),
                "lint", List.of("ruff", Map.of("include-group", "test")),
                "dev", List.of(Map.of("include-group", "TEST"), Map.of("include-group", "lint"), "tox")));

        assertThat(groups.requirements(ExtraName.parse("dev")))
                .extracting(Requirement::toString)
                .containsExactly("pytest>8", "ruff", "tox");
    }

    @Test
    void refusesGroupsThatIncludeThemselves() {
        DependencyGroups groups = DependencyGroups.of(
                Map.of("a", List.of(Map.of("include-group", "b")), "b", List.of(Map.of("include-group", "a"))));

        assertThatExceptionOfType(PackagingParseException.class)
                .isThrownBy(() -> groups.requirements(ExtraName.parse("a")))
                .withMessageContaining("cycle");
    }

    @Test
    void refusesOtherEntries() {
        assertThatExceptionOfType(PackagingParseException.class)
                .isThrownBy(() -> DependencyGroups.of(Map.of("a", List.of(1))));
        assertThatExceptionOfType(PackagingParseException.class)
                .isThrownBy(() -> DependencyGroups.of(Map.of("a-b", List.of(), "A_B", List.of())));
        assertThatExceptionOfType(PackagingParseException.class)
                .isThrownBy(() -> DependencyGroups.of(Map.of()).requirements(ExtraName.parse("a")));
    }

    @Test
    void readsDirectUrls() {
        DirectUrl archive = DirectUrl.of(Map.of(
                "url",
                "https://example.org/foo.zip",
                "archive_info",
                Map.of("hash", "md5=0", "hashes", Map.of("sha256", "1"))));
        DirectUrl repository = DirectUrl.of(Map.of(
                "url", "https://example.org/foo.git",
                "subdirectory", "python",
                "vcs_info", Map.of("vcs", "git", "commit_id", "abc", "requested_revision", "main")));
        DirectUrl folder = DirectUrl.of(Map.of("url", "file:///foo", "dir_info", Map.of("editable", true)));

        assertThat(((DirectUrl.Origin.Archive) archive.origin()).hashes()).isEqualTo(Map.of("md5", "0", "sha256", "1"));
        assertThat(repository.subdirectory()).contains("python");
        assertThat(((DirectUrl.Origin.Repository) repository.origin()).requestedRevision())
                .contains("main");
        assertThat(((DirectUrl.Origin.Folder) folder.origin()).editable()).isTrue();
        assertThatExceptionOfType(PackagingParseException.class)
                .isThrownBy(() -> DirectUrl.of(Map.of("url", "x", "dir_info", Map.of(), "archive_info", Map.of())));
    }

    @Test
    void readsRequirementsFiles() {
        RequirementsFile file = RequirementsFile.parse("""
                # everything
                -r base.txt
                --index-url=https://index.example/simple/
                -e ./local
                foo==1.0 \\
                    --hash=sha256:00ff \\
                    --hash=sha256:11aa  # two files
                bar[x]>=2 ; python_version < "3.12"
                https://example.org/baz-1.0-py3-none-any.whl#sha256=00
                qux @ https://example.org/qux.zip#egg ; os_name == "posix"
                """);

        assertThat(file.requirements())
                .extracting(Requirement::toString)
                .containsExactly(
                        "foo==1.0",
                        "bar[x]>=2; python_version < \"3.12\"",
                        "qux @ https://example.org/qux.zip#egg ; os_name == \"posix\"");
        assertThat(((Line.Needs) file.lines().get(3)).hashes()).containsExactly("sha256:00ff", "sha256:11aa");
        assertThat(file.option("--requirement")).containsExactly("base.txt");
        assertThat(file.option("--editable")).containsExactly("./local");
        assertThat(file.option("--index-url")).containsExactly("https://index.example/simple/");
        assertThat(file.lines().get(5))
                .isInstanceOfSatisfying(
                        Line.Location.class,
                        location -> assertThat(location.location()).endsWith("#sha256=00"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '`',
            value = {
                "-i 'https://index.example/simple'              ! [--index-url https://index.example/simple]",
                "--index-url \"https://index.example/a b\"      ! [--index-url https://index.example/a b]",
                "-i https://a.example --trusted-host a.example  ! [--index-url https://a.example, --trusted-host a.example]",
                "--pre --no-index                               ! [--pre , --no-index ]",
                "-rbase.txt -c 'more constraints.txt'           ! [--requirement base.txt, --constraint more constraints.txt]",
                "-e .[dev,test]                                 ! [--editable .[dev,test]]",
                "--find-links it's                              ! [--find-links it's]",
                "file:.#egg=foo                                 ! [at file:.#egg=foo]",
            })
    void readsOptionsAsAShellDoes(String line, String expected) {
        assertThat(RequirementsFile.parse(line).lines().stream()
                        .map(each -> each instanceof Line.Option option
                                ? option.name() + " " + option.value()
                                : "at " + ((Line.Location) each).location())
                        .toList())
                .hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"foo bar", "foo==1 --hash=sha256", "foo==1 --hash=sha256:xyz", "==1"})
    void refusesOtherLines(String line) {
        assertThatExceptionOfType(PackagingParseException.class).isThrownBy(() -> RequirementsFile.parse(line));
    }

    @ParameterizedTest
    @CsvSource({
        "any,                        ANY,       ,",
        "manylinux_2_28_x86_64,      MANYLINUX, 2.28, x86_64",
        "manylinux2014_aarch64,      MANYLINUX, 2.17, aarch64",
        "manylinux1_i686,            MANYLINUX, 2.5,  i686",
        "musllinux_1_2_x86_64,       MUSLLINUX, 1.2,  x86_64",
        "macosx_11_0_universal2,     MACOS,     11.0, universal2",
        "ios_13_0_arm64_iphoneos,    IOS,       13.0, arm64_iphoneos",
        "android_21_arm64_v8a,       ANDROID,   21.0, arm64_v8a",
        "win_amd64,                  WINDOWS,   ,     amd64",
        "win32,                      WINDOWS,   ,     win32",
        "linux_armv7l,               LINUX,     ,     armv7l",
        "emscripten_3_1_58_wasm32,   OTHER,     ,     emscripten_3_1_58_wasm32",
        "manylinux_x_1,              OTHER,     ,     manylinux_x_1"
    })
    void recognisesPlatforms(String text, PlatformTag.Family family, String floor, String arch) {
        PlatformTag tag = PlatformTag.parse(text);
        assertThat(tag.family()).isEqualTo(family);
        assertThat(tag.floor().map(PlatformTag.Floor::toString).orElse("")).isEqualTo(floor == null ? "" : floor);
        assertThat(tag.arch()).isEqualTo(arch == null ? "" : arch);
    }

    @Test
    void acceptsTagsOfPyPy() {
        CompatibleTags tags = CompatibleTags.pypy(3, 10, "pypy310_pp73", new TargetPlatform.Musllinux(1, 2, "x86_64"));

        assertThat(tags.rank(new Tag("pp310", "pypy310_pp73", "musllinux_1_2_x86_64")))
                .hasValue(0);
        assertThat(tags.rank(WheelFilename.parse("foo-1-py2.py3-none-any.whl"))).isPresent();
        assertThat(tags.rank(WheelFilename.parse("foo-1-cp310-abi3-any.whl"))).isEmpty();
    }
}
