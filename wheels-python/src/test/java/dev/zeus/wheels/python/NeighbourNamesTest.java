// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file name that is read next to another one is what it is by itself. */
class NeighbourNamesTest {
    private static final List<String> BEFORE = List.of(
            "demo-1.0-py3-none-any.whl",
            "demo-1.0-1-py3-none-any.whl",
            "Demo-1-py3-none-any.whl",
            "demo_x-1.0-cp312-cp312-win_amd64.whl");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo-1.0-py3-none-any.whl",
                "demo-1.0-py2.py3-none-any.whl",
                "demo-1.0.1-py3-none-any.whl",
                "demo-1.0-2-py3-none-any.whl",
                "Demo-1.0-py3-none-any.whl",
                "Demo-1-cp312-abi3-manylinux_2_17_x86_64.manylinux2014_x86_64.whl",
                "demo_x-1.0-CP312-cp312-Win_AMD64.whl"
            })
    void readsWhatItIsByItself(String name) {
        for (String before : BEFORE) {
            assertThat(WheelFilename.parse(name, WheelFilename.parse(before))).isEqualTo(WheelFilename.parse(name));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo-1.0-py3-none.whl",
                "demo-1.0-py3-none-any-more-words.whl",
                "demo-1.0-.whl",
                "demo-1.0-py3-none-a/b.whl",
                "demo-1.0-py3-none-a\\b.whl",
                "demo-1.0-py3.-none-any.whl",
                "demo-1.0-py3-none-any.zip",
                "demo-1.0-x-py3-none-any.whl"
            })
    void refusesWhatItRefusesByItself(String name) {
        for (String before : BEFORE) {
            WheelFilename beside = WheelFilename.parse(before);
            assertThatThrownBy(() -> WheelFilename.parse(name, beside)).isInstanceOf(PackagingParseException.class);
        }
    }

    @Test
    void tagsAreASetAsAnyOther() {
        WheelFilename file = WheelFilename.parse("demo-1.0-py2.py3-none-any.whl");
        TreeSet<Tag> same = new TreeSet<>(Tag.parseSet("py3.py2-none-any"));
        assertThat(file.tags()).isEqualTo(same).hasSameHashCodeAs(same).containsExactlyElementsOf(same);
        assertThat(same).isEqualTo(file.tags());
        assertThat(file.tags().first()).isEqualTo(new Tag("py2", "none", "any"));
        assertThat(file.tags().tailSet(new Tag("py3", "none", "any"))).hasSize(1);
        assertThatThrownBy(() -> file.tags().remove(new Tag("py2", "none", "any")))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> file.tags().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    /** An index can make up any number of tags; what is remembered of them has a bound. */
    @Test
    void remembersOnlySoManySets() {
        CompatibleTags tags = CompatibleTags.cpython(3, 12, false, new TargetPlatform.Manylinux(2, 39, "x86_64"));
        for (int i = 0; i < 3 * TagSet.REMEMBERED; i++) {
            WheelFilename file = WheelFilename.parse("demo-1.0-cp312-cp312-odd_" + i + ".whl");
            assertThat(tags.rank(file)).isEmpty();
        }
        assertThat(TagSet.remembered()).isBetween(1, TagSet.REMEMBERED);
    }
}
