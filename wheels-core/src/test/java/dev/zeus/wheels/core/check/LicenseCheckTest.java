// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.LicensePolicy;
import dev.zeus.wheels.testkit.ProblemExample;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class LicenseCheckTest {
    private static final String MIT_TEXT =
            "Copyright Acme\n\nPermission is hereby granted, free of charge, to any\nperson obtaining a copy of this\n";
    private static final String BSD_TEXT =
            "Redistribution and use in source and\n binary forms are permitted\nNeither the name of the copyright";

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "MIT, MIT, ",
        "mit, MIT, ",
        "MIT, Apache-2.0, C271",
        "MIT OR GPL-3.0-only, MIT, ",
        "MIT AND GPL-3.0-only, MIT, C271",
        "MIT AND GPL-3.0-only, MIT GPL-3.0-only, ",
        "(MIT OR ISC) AND (ISC OR Zlib), ISC, ",
        "Apache-2.0 WITH LLVM-exception, Apache-2.0, ",
        "Apache-2.0 WITH LLVM-exception, MIT, C271",
        "GPL-2.0+, GPL-2.0-or-later, ",
        "LicenseRef-Proprietary, MIT, C271",
        "LicenseRef-Proprietary, LicenseRef-Proprietary, ",
        "MIT OR, MIT, C271",
    })
    void holdsAnExpressionAgainstWhatIsAllowed(String expression, String allowed, String code) {
        assertThat(codes(demo().header("License-Expression: " + expression), allowed))
                .isEqualTo(code == null ? List.of() : List.of(code));
    }

    static Stream<Arguments> olderWays() {
        String bsd = "Classifier: License :: OSI Approved :: BSD License";
        String mit = "Classifier: License :: OSI Approved :: MIT License";
        return Stream.of(
                Arguments.of("a classifier", demo().header(mit), "MIT", ""),
                Arguments.of("a classifier of another", demo().header(mit), "ISC", "C271"),
                Arguments.of("two classifiers", demo().header(mit).header(bsd), "MIT", "C271"),
                Arguments.of("one of two meanings", demo().header(bsd), "BSD-3-Clause", "C271"),
                Arguments.of("both meanings", demo().header(bsd), "BSD-3-Clause BSD-2-Clause", ""),
                Arguments.of(
                        "a classifier without identifier",
                        demo().header("Classifier: License :: Other/Proprietary License"),
                        "MIT",
                        "C271"),
                Arguments.of(
                        "a file with a text", demo().file("demo-1.0.dist-info/licenses/LICENSE", MIT_TEXT), "MIT", ""),
                Arguments.of(
                        "a file with another text",
                        demo().file("demo-1.0.dist-info/LICENSE.txt", BSD_TEXT),
                        "MIT",
                        "C271"),
                Arguments.of("a file elsewhere", demo().file("demo/_vendor/LICENSE", MIT_TEXT), "MIT", "C272"),
                Arguments.of(
                        "the classifier that says nothing",
                        demo().header("Classifier: License :: OSI Approved"),
                        "MIT",
                        "C272"),
                Arguments.of("nothing", demo(), "MIT", "C272"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("olderWays")
    void readsWhatWheelsSaidBefore(String name, WheelBuilder wheel, String allowed, String code) {
        assertThat(codes(wheel, allowed)).isEqualTo(code.isEmpty() ? List.of() : List.of(code));
    }

    @Test
    void asksNothingWithoutAPolicyAndOfExceptions() {
        try (CheckFixture fixture = new CheckFixture(directory, BrokenWheels.LINUX)) {
            assertThat(fixture.lock(demo().build()).run()).noneMatch(result -> result.check() == Check.LICENSE);
            assertThat(fixture.allow(new LicensePolicy(List.of("MIT"), List.of("demo")))
                            .run())
                    .noneMatch(result -> result.check() == Check.LICENSE);
        }
    }

    private List<String> codes(WheelBuilder wheel, String allowed) {
        return codes(wheel, allowed, "");
    }

    @Test
    void isShown() {
        codes(demo().header("License-Expression: Apache-2.0"), "MIT", "C271");
        codes(demo(), "MIT", "C272");
    }

    private List<String> codes(WheelBuilder wheel, String allowed, String shown) {
        try (CheckFixture fixture = new CheckFixture(directory, BrokenWheels.LINUX)) {
            return fixture
                    .allow(new LicensePolicy(List.of(allowed.split(" ")), List.of()))
                    .lock(wheel.build())
                    .run()
                    .stream()
                    .filter(result -> result.outcome() instanceof Outcome.Failed)
                    .peek(result -> assertThat(result.check()).isEqualTo(Check.LICENSE))
                    .peek(result ->
                            ProblemExample.printed("C271", shown.equals("C271")).accept(result))
                    .peek(result ->
                            ProblemExample.printed("C272", shown.equals("C272")).accept(result))
                    .map(result -> ((Outcome.Failed) result.outcome()).problem().code())
                    .toList();
        }
    }

    private static WheelBuilder demo() {
        return WheelBuilder.of("demo", "1.0").file("demo/__init__.py", "");
    }
}
