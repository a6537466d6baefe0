// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.DependencyPolicy;
import dev.zeus.wheels.LibraryPolicy;
import dev.zeus.wheels.PackageTest;
import dev.zeus.wheels.Platform;
import dev.zeus.wheels.Provider;
import dev.zeus.wheels.ResolutionSettings;
import dev.zeus.wheels.SourceDeclaration;
import dev.zeus.wheels.TargetDeclaration;
import dev.zeus.wheels.WheelDeclaration;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.SampleDeclarations;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LockInputsTest {
    private static final TargetDeclaration TARGET = new TargetDeclaration(Platform.X86_64_LINUX, "2.39");
    private static final SourceDeclaration SOURCE = new SourceDeclaration("pypi", "https://index.example.org/simple/");
    private static final WheelDeclaration WHEEL = wheel("", List.of("a"), Provider.WHEEL, List.of(), "com.acme.A");
    private static final WheelSetDeclaration SET = set("3.12", TARGET, SOURCE, DependencyPolicy.WHEELS, WHEEL);

    @Test
    void changesWithEverythingThatResolvingDependsOn() {
        Map<String, WheelSetDeclaration> sets = new LinkedHashMap<>();
        sets.put("as it is", SET);
        sets.put("python", set("3.13", TARGET, SOURCE, DependencyPolicy.WHEELS, WHEEL));
        TargetDeclaration lower = new TargetDeclaration(Platform.X86_64_LINUX, "2.28");
        sets.put("floor", set("3.12", lower, SOURCE, DependencyPolicy.WHEELS, WHEEL));
        SourceDeclaration mirror = new SourceDeclaration("pypi", "https://mirror.example.org/simple/");
        sets.put("source", set("3.12", TARGET, mirror, DependencyPolicy.WHEELS, WHEEL));
        sets.put("policy", set("3.12", TARGET, SOURCE, DependencyPolicy.NIXPKGS_FIRST, WHEEL));
        sets.put("version", with(wheel(">=1", List.of("a"), Provider.WHEEL, List.of(), "com.acme.A")));
        sets.put("extras", with(wheel("", List.of("b"), Provider.WHEEL, List.of(), "com.acme.A")));
        sets.put("provider", with(wheel("", List.of("a"), Provider.NIXPKGS, List.of(), "com.acme.A")));

        sets.put("libraries", SET.withLibraries(LibraryPolicy.READ));

        assertThat(sets.values().stream().map(LockInputs::of)).doesNotHaveDuplicates();
    }

    @Test
    void ignoresTestsAndTheNameOfTheType() {
        assertThat(LockInputs.of(
                        with(wheel("", List.of("a"), Provider.WHEEL, List.of(PackageTest.values()), "com.acme.B"))))
                .isEqualTo(LockInputs.of(SET));
    }

    /** A lock that is up to date stays so when Zeus Wheels is updated. */
    @Test
    void areAsTheyWere() {
        assertThat(LockInputs.of(SET).digest())
                .isEqualTo("sha256:55799af5bf48341ed3089468e341e221c0e2ef971e213b3a885873bda3a7e99e");
        // As those were that did not know of attestations.
        assertThat(LockInputs.of(new SampleDeclarations()
                                .of(WheelSetDeclaration.class)
                                .withAttestations(false))
                        .digest())
                .isEqualTo("sha256:4f63a8487607d83524a0d1db910a90f48a16bb1008c181a8217b34176366eb49");
    }

    @Test
    void changeWithEachValueThatIsNotExempt() {
        WheelSetDeclaration set = new SampleDeclarations().of(WheelSetDeclaration.class);
        Map<String, WheelSetDeclaration> variants = SampleDeclarations.variants(WheelSetDeclaration.class, set);

        assertThat(variants.keySet()).contains("wheels.version", "targets.floor", "resolution.excludeNewer");
        assertThat(variants)
                .allSatisfy((way, variant) -> assertThat(LockInputs.of(variant).equals(LockInputs.of(set)))
                        .as(way)
                        .isEqualTo(isExempt(way)));
    }

    private static boolean isExempt(String way) {
        String[] steps = way.split("\\.", 3);
        return LockInputs.isExempt(WheelSetDeclaration.class, steps[0])
                || (steps[0].equals("sources") && LockInputs.isExempt(SourceDeclaration.class, steps[1]))
                || (steps[0].equals("wheels") && LockInputs.isExempt(WheelDeclaration.class, steps[1]));
    }

    private static WheelSetDeclaration with(WheelDeclaration wheel) {
        return set("3.12", TARGET, SOURCE, DependencyPolicy.WHEELS, wheel);
    }

    private static WheelSetDeclaration set(
            String python,
            TargetDeclaration target,
            SourceDeclaration source,
            DependencyPolicy policy,
            WheelDeclaration wheel) {
        return new WheelSetDeclaration(
                "com.acme",
                List.of(python),
                List.of(target),
                List.of(source),
                policy,
                ResolutionSettings.DEFAULT,
                List.of(wheel),
                List.of());
    }

    private static WheelDeclaration wheel(
            String version, List<String> extras, Provider provider, List<PackageTest> tests, String type) {
        return new WheelDeclaration(
                type,
                "app",
                "app",
                "pypi",
                List.of(Platform.X86_64_LINUX),
                List.of("3.12"),
                version,
                extras,
                tests,
                provider);
    }
}
