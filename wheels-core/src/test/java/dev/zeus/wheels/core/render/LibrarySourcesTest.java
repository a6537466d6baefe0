// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import static dev.zeus.wheels.core.render.LockBuilder.NO_FACTS;
import static dev.zeus.wheels.core.render.LockBuilder.needs;
import static dev.zeus.wheels.core.render.LockBuilder.wheel;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.RecipeDeclaration;
import dev.zeus.wheels.SearchPathDeclaration;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.lock.LibraryFacts;
import dev.zeus.wheels.core.lock.Lock;
import dev.zeus.wheels.core.lock.LockedDependency;
import dev.zeus.wheels.core.lock.PackageFacts;
import dev.zeus.wheels.testkit.Goldens;
import dev.zeus.wheels.testkit.ProblemExample;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the libraries come from that wheels need, and what of it is written for Nix. */
class LibrarySourcesTest {
    static PackageFacts facts(String needed, String provided) {
        return NO_FACTS.with(Optional.of(new LibraryFacts(words(needed), words(provided))));
    }

    private static SortedSet<String> words(String text) {
        return new TreeSet<>(text.isEmpty() ? List.of() : Arrays.asList(text.split(" ", -1)));
    }

    private static LockBuilder compiled(
            LockBuilder lock, String name, PackageFacts facts, String where, LockedDependency... requires) {
        return lock.add(
                "pypi", facts, List.of(requires), wheel(name + "-1.0-cp312-abi3-manylinux_2_28_x86_64.whl", where));
    }

    /** One of everything: the system, another wheel, one further away, the driver, a circle, nothing at all. */
    private static Lock lock() {
        LockBuilder lock = new LockBuilder();
        compiled(
                lock,
                "app",
                facts("libstdc++.so.6 libX11.so.6 libtorch.so libcudart.so.12 libcuda.so.1", ""),
                "x86_64-linux",
                needs("torch"));
        compiled(lock, "torch", facts("libgcc_s.so.1 libcudart.so.12", "libtorch.so"), "x86_64-linux", needs("cudart"));
        compiled(lock, "cudart", facts("", "libcudart.so.12"), "x86_64-linux");
        compiled(lock, "left", facts("libright.so libz.so.1", ""), "x86_64-linux", needs("right"));
        compiled(lock, "right", facts("", "libright.so"), "x86_64-linux", needs("left"));
        compiled(lock, "some", facts("libtbb.so.12", ""), "x86_64-linux", needs("tbb", "cp312-x86_64-linux"));
        compiled(lock, "tbb", facts("", "libtbb.so.12"), "cp312-x86_64-linux");
        compiled(lock, "stranger", facts("libtorch.so libfoo.so.1", ""), "x86_64-linux");
        return lock.pure("plain", "app").lock();
    }

    @Test
    void writesThemAsTheGoldensShow() {
        SortedMap<String, String> files = new TreeMap<>(Renderer.render(Sets.of(List.of(), List.of()), lock()));
        files.keySet().retainAll(List.of("pypi/x86_64-linux.nix", "mk-wheel.nix"));
        new Goldens("libraries").check(files);
    }

    @Test
    void aWheelMadeForOneTargetDoesNotServeAnother() {
        String text = String.valueOf(
                Renderer.render(Sets.of(List.of(), List.of()), lock()).get("pypi/x86_64-linux.nix"));
        String some = text.substring(text.indexOf("  some.\"1.0\""), text.indexOf("  stranger.\"1.0\""));
        assertThat(some)
                .contains("libraries = [ \"libtbb.so.12\" ];")
                .containsSubsequence("loads =", "{ ps, only }:", "only [ \"cp312-x86_64-linux\" ] [ ps.tbb ];");
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', '', libfoo.so.1 libtorch.so",
        "alsa-lib, '', '', ''",
        "'', libfoo.*, '', libtorch.so",
        "'', 'libfoo.so.1 libtorch.so', '', ''",
        "'', '', torch/lib, ''",
    })
    void warnsOfWhatNothingBringsUnlessTheRecipeAnswers(String input, String ignored, String path, String missing) {
        RecipeDeclaration recipe = new RecipeDeclaration(
                List.copyOf(words(input)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.copyOf(words(ignored)),
                path.isEmpty() ? List.of() : List.of(new SearchPathDeclaration("torch", path)),
                Optional.empty());

        List<Problem> problems =
                MissingLibraries.of(Sets.of(List.of(Sets.wheel("stranger", recipe)), List.of()), lock());

        assertThat(problems).hasSize(missing.isEmpty() ? 0 : 1).allSatisfy(problem -> {
            assertThat(problem.code()).isEqualTo("N309");
            ProblemExample.printed("N309", ignored.equals("libfoo.*")).accept(problem);
            assertThat(problem.message()).contains("\"stranger 1.0\"");
            words(missing).forEach(library -> assertThat(problem.message()).contains('"' + library + '"'));
        });
    }

    @Test
    void manyMissingLibrariesAreOneWarning() {
        Lock lock = compiled(new LockBuilder(), "a", facts("a.so b.so c.so d.so e.so", ""), "x86_64-linux")
                .lock();
        assertThat(MissingLibraries.of(Sets.of(List.of(), List.of()), lock))
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.message()).contains("\"a.so\", \"b.so\", \"c.so\" and 2 libraries more"));
    }

    @Test
    void nothingIsSaidOfSetsThatAreNotRead() {
        Lock lock = compiled(new LockBuilder(), "a", NO_FACTS, "x86_64-linux").lock();
        Map<String, String> files = Renderer.render(Sets.of(List.of(), List.of()), lock);
        assertThat(MissingLibraries.of(Sets.of(List.of(), List.of()), lock)).isEmpty();
        assertThat(files.get("pypi/x86_64-linux.nix")).doesNotContain("libraries");
        assertThat(files.get("mk-wheel.nix")).contains("packageWith = { };");
    }
}
