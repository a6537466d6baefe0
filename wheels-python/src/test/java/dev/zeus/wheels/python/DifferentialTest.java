// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The same questions, by the hundred thousand, to this module and to Python's {@code packaging}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DifferentialTest {
    private static final long SEED = Long.getLong("wheels.differential.seed", 20_261_121);

    private final Reference reference = new Reference();
    private final Generated generated = new Generated(SEED);

    @Test
    void comparesVersions() {
        reference.agree("compare", generated.many(100_000, () -> {
            String a = generated.mutated(generated.version());
            return Question.compare(a, generated.mutated(generated.near(a)));
        }));
    }

    @Test
    void matchesSpecifiers() {
        reference.agree(
                "match",
                generated.many(
                        100_000, () -> Question.match(generated.mutated(generated.specifiers()), generated.version())));
    }

    @Test
    void matchesSpecifiersWithNeighbours() {
        List<String> operators = List.of("==", "!=", "<=", ">=", "<", ">", "~=");
        reference.agree("neighbours", generated.many(100_000, () -> {
            String version = generated.version();
            String operator = operators.get(Math.floorMod(version.hashCode(), operators.size()));
            return Question.match(operator + generated.near(version), version);
        }));
    }

    @Test
    void filtersVersions() {
        reference.agree(
                "choose",
                generated.many(
                        20_000,
                        () -> Question.choose(
                                generated.specifiers(), generated.many(6, () -> generated.near("1.2.3")))));
    }

    @Test
    void evaluatesMarkers() {
        List<SortedMap<String, String>> environments = Reference.environments();
        reference.agree(
                "marker",
                generated.many(20_000, () -> Question.marker(generated.mutated(generated.marker()), environments)));
    }

    @Test
    void readsRequirements() {
        reference.agree(
                "requirement",
                generated.many(50_000, () -> Question.requirement(generated.mutated(generated.requirement()))));
    }

    @Test
    void readsWheelFilenames() {
        reference.agree(
                "wheel", generated.many(50_000, () -> Question.wheel(generated.mutated(generated.wheelFilename()))));
    }

    @Test
    void ordersCompatibleTags() {
        List<Question> questions = new ArrayList<>();
        for (String arch : List.of("x86_64", "aarch64")) {
            for (int minor = 17; minor <= 42; minor++) {
                ask(questions, "glibc", new TargetPlatform.Manylinux(2, minor, arch), 2, minor, arch);
            }
            for (int minor = 1; minor <= 2; minor++) {
                ask(questions, "musl", new TargetPlatform.Musllinux(1, minor, arch), 1, minor, arch);
            }
            String mac = arch.equals("x86_64") ? arch : "arm64";
            for (int major = 11; major <= 26; major++) {
                ask(questions, "macos", new TargetPlatform.Macos(major, 0, mac), major, 0, mac);
            }
        }
        reference.agree("compatible", questions);
    }

    private static void ask(
            List<Question> questions, String system, TargetPlatform platform, int major, int minor, String arch) {
        for (int python = 10; python <= 14; python++) {
            questions.add(Question.cpython(python, false, system, platform, major, minor, arch));
            if (python >= 13) {
                questions.add(Question.cpython(python, true, system, platform, major, minor, arch));
            }
        }
        for (int python = 9; python <= 11; python++) {
            questions.add(Question.pypy(python, "pypy3" + python + "_pp73", system, platform, major, minor, arch));
        }
    }
}
