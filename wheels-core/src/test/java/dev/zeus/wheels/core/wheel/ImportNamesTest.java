// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.wheel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be imported from a wheel, told from its paths. */
final class ImportNamesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "six.py six-1.0.dist-info/METADATA                                    | six",
                "numpy/__init__.py numpy/core/__init__.py numpy.libs/libx.so          | numpy",
                "google/protobuf/__init__.py google/_upb/_message.abi3.so             | google._upb._message google.protobuf",
                "81d243bd2c585b0f4821__mypyc.cpython-312-x86_64-linux-gnu.so a.py     | a",
                "ab12__mypyc.cpython-312-x86_64-linux-gnu.so tomli/__init__.py        | tomli",
                "_cffi_backend.cpython-312-x86_64-linux-gnu.so cffi/__init__.py       | _cffi_backend cffi",
                "tests/__init__.py demo/__init__.py                                   | demo tests",
                "x-1.0.data/purelib/x/__init__.py x-1.0.data/scripts/run.py           | x",
                "x-1.0.data/platlib/y.abi3.so                                         | y",
                "docs/readme.md demo.py                                               | demo",
                "examples/run.py demo.py                                              | demo examples",
                "zope/interface/__init__.py zope/loose.py                             | zope.interface",
                "foo-stubs/__init__.pyi class.py __init__.py __main__.py 1x.py        | ''",
                "pkg/__init__.cpython-312-x86_64-linux-gnu.so                         | pkg",
                "a.pyd b.cp312-win_amd64.pyd                                          | a b"
            })
    void readsThemFromThePaths(String paths, String names) {
        assertThat(String.join(" ", ImportNames.of(List.of(paths.split(" ")), List.of())))
                .isEqualTo(names);
    }

    @Test
    void takesTheDeclaredPublicNamesFirst() {
        List<String> paths = List.of("a.py", "b.py");
        assertThat(ImportNames.of(paths, List.of("b", "_a ; private"))).containsExactly("b");
        assertThat(ImportNames.of(paths, List.of("_a; private"))).containsExactly("a", "b");
    }

    @ParameterizedTest
    @CsvSource({
        "p/_c.cpython-312-x86_64-linux-gnu.so, _c, cp312, x86_64-linux-gnu",
        "_c.cpython-313t-darwin.so, _c, cp313t, darwin",
        "_c.abi3.so, _c, abi3, ''",
        "_c.so, _c, '', ''",
        "_c.cp311-win_amd64.pyd, _c, cp311, win_amd64"
    })
    void takesNativeModulesApart(String path, String stem, String interpreter, String platform) {
        NativeModule module = NativeModule.parse(path).orElseThrow();
        assertThat(module.stem()).isEqualTo(stem);
        assertThat(module.interpreter().orElse("")).isEqualTo(interpreter);
        assertThat(module.platform().orElse("")).isEqualTo(platform);
        assertThat(module.isStableAbi()).isEqualTo(interpreter.equals("abi3"));
    }

    @ParameterizedTest
    @CsvSource({"a.py", "libx.so.1", ".so", "so"})
    void leavesOtherFilesAlone(String path) {
        assertThat(NativeModule.parse(path)).isEmpty();
    }
}
