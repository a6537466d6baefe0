// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.BuildSystem;
import dev.zeus.wheels.CudaComponent;
import dev.zeus.wheels.DependencyPolicy;
import dev.zeus.wheels.LibraryPolicy;
import dev.zeus.wheels.NixCache;
import dev.zeus.wheels.PackageTest;
import dev.zeus.wheels.Platform;
import dev.zeus.wheels.PrereleasePolicy;
import dev.zeus.wheels.Provider;
import dev.zeus.wheels.ResolutionStrategy;
import dev.zeus.wheels.SourceFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Random values: whatever is written, the rules answer, on one line and a hint, and the registry is written. */
class RulesFuzzTest {
    private final Random random = new Random(20260101);
    private int order;

    @Test
    void neverThrow() {
        for (int i = 0; i < FuzzedText.count(2_000); i++) {
            WrittenSet set = set();
            List<Named> declarations = new ArrayList<>();
            for (int j = random.nextInt(4); j > 0; j--) {
                declarations.add(Named.of(random.nextBoolean() ? wheel(j) : custom(j)));
            }
            List<WrittenEnvironment> environments = IntStream.range(0, random.nextInt(3))
                    .mapToObj(this::environment)
                    .toList();
            Findings findings = new Findings();

            new Rules(findings).check(set, declarations, environments);

            assertThat(findings.sorted())
                    .allSatisfy(
                            finding -> assertThat(finding.toString().lines()).hasSize(3));
            if (i % 20 == 0) {
                new RegistryWriter(
                                Declarations.of(set, declarations, environments),
                                new RegistryModule(false, true),
                                Lock.NONE)
                        .write("AcmeWheels");
            }
        }
    }

    private Site site() {
        int rank = order++;
        return new Site() {
            @Override
            public String path() {
                return "here";
            }

            @Override
            public int order() {
                return rank;
            }
        };
    }

    private String text() {
        return FuzzedText.next(random);
    }

    private <T> Written<T> written(T value) {
        return new Written<>(value, site(), random.nextInt(5) > 0);
    }

    private <T> Optional<Written<T>> maybe(T value) {
        return random.nextInt(9) > 0 ? Optional.of(written(value)) : Optional.empty();
    }

    private <T> WrittenList<T> list(Supplier<T> value) {
        List<Written<T>> items = IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> written(value.get()))
                .toList();
        return new WrittenList<>(items, site(), random.nextBoolean(), random.nextInt(9) > 0);
    }

    private Platform platform() {
        return Platform.values()[random.nextInt(Platform.values().length)];
    }

    private PackageTest test() {
        return PackageTest.values()[random.nextInt(PackageTest.values().length)];
    }

    private WrittenSet set() {
        return new WrittenSet(
                "com.acme.python",
                site(),
                list(this::text),
                list(() -> new WrittenSet.Target(
                        site(), maybe(platform()), written(text()), written(text()), written(text()))),
                list(() -> new WrittenSet.Source(
                        site(),
                        maybe(text()),
                        maybe(text()),
                        SourceFormat.values()[random.nextInt(2)],
                        random.nextBoolean(),
                        random.nextBoolean(),
                        list(this::text))),
                DependencyPolicy.WHEELS,
                new WrittenSet.Resolution(
                        list(this::text),
                        list(this::text),
                        list(this::text),
                        ResolutionStrategy.LOWEST,
                        PrereleasePolicy.ALLOW,
                        written(text()),
                        list(this::text),
                        list(this::text)),
                list(() -> new WrittenSet.Replacement(site(), maybe(text()), maybe(text()))),
                new WrittenSet.Licenses(list(this::text), list(this::text)),
                LibraryPolicy.READ,
                list(() -> new WrittenSet.Excuse(site(), maybe(text()), list(this::text), maybe(text()))),
                list(() -> new WrittenSet.Integration(
                        site(),
                        list(this::text),
                        written(random.nextInt()),
                        random.nextBoolean(),
                        written(any(NixCache.class)),
                        written(text()),
                        written(text()),
                        written(text()))),
                random.nextBoolean(),
                written(text()));
    }

    private <E extends Enum<E>> E any(Class<E> type) {
        E[] constants = type.getEnumConstants();
        return constants[random.nextInt(constants.length)];
    }

    private WrittenBuild build() {
        Optional<Written<WrittenBuild.From>> from = maybe(new WrittenBuild.From(
                site(),
                written(text()),
                written(text()),
                written(text()),
                written(text()),
                written(text()),
                written(text())));
        return new WrittenBuild(
                written(text()),
                from,
                written(any(BuildSystem.class)),
                written(text()),
                list(this::text),
                list(this::text),
                written(text()),
                written(text()));
    }

    private Optional<WrittenRecipe> recipe() {
        return Optional.of(new WrittenRecipe(
                        site(),
                        list(this::text),
                        list(this::text),
                        list(this::text),
                        list(this::text),
                        list(() -> new WrittenRecipe.Patch(site(), written(text()), written(text()), written(text()))),
                        list(() -> new WrittenRecipe.Substitution(
                                site(), written(text()), written(text()), written(text()))),
                        list(this::text),
                        list(() -> new WrittenRecipe.SearchPath(site(), written(text()), written(text()))),
                        list(() ->
                                new WrittenRecipe.Cuda(site(), written(text()), list(() -> any(CudaComponent.class))))))
                .filter(recipe -> random.nextBoolean());
    }

    private static WrittenDeclaration.TypeName type(int i) {
        return new WrittenDeclaration.TypeName("com.acme.T" + i, "com.acme.T" + i, "T" + i, "com.acme");
    }

    private WrittenDeclaration wheel(int i) {
        return new WrittenDeclaration.Wheel(
                type(i),
                site(),
                written(text()),
                written(text()),
                written(text()),
                list(this::platform),
                list(this::text),
                written(text()),
                list(this::text),
                list(this::test),
                written(Provider.WHEEL),
                recipe());
    }

    private WrittenDeclaration custom(int i) {
        return new WrittenDeclaration.Custom(
                type(i),
                site(),
                written(text()),
                written(text()),
                list(this::text),
                written(text()),
                list(() -> "com.acme.T" + random.nextInt(5)),
                list(this::test),
                build(),
                recipe());
    }

    private WrittenEnvironment environment(int i) {
        return new WrittenEnvironment(
                type(10 + i),
                site(),
                written(text()),
                list(() -> "com.acme.T" + random.nextInt(5)),
                written(text()),
                list(this::text),
                list(() -> new WrittenEnvironment.Variable(site(), written(text()), written(text()))),
                written(text()),
                parts());
    }

    private List<WrittenPart> parts() {
        WrittenPart.Application application =
                new WrittenPart.Application(site(), written(text()), list(this::text), list(this::text));
        List<WrittenPart.Application> applications = List.of(application);
        return List.of(
                application,
                new WrittenPart.Script(site(), written(text()), written(text())),
                new WrittenPart.Kernel(site(), written(text()), written(text())),
                new WrittenPart.Pip(site(), written(text()), written(text())),
                new WrittenPart.Project(
                        site(),
                        written(text()),
                        written(text()),
                        random.nextBoolean(),
                        written(text()),
                        written(text()),
                        list(this::text),
                        written(text()),
                        list(this::text),
                        "service"),
                new WrittenDeployment.Image(
                        site(),
                        written(text()),
                        written(text()),
                        written(text()),
                        list(this::text),
                        list(random::nextInt),
                        variables(),
                        list(() -> new WrittenDeployment.Label(site(), written(text()), written(text()))),
                        written(text()),
                        written(random.nextInt()),
                        written(text()),
                        random.nextBoolean(),
                        applications),
                new WrittenDeployment.Service(
                        site(),
                        written(text()),
                        written(text()),
                        written(text()),
                        list(this::text),
                        written(random.nextInt()),
                        variables(),
                        list(this::text),
                        applications),
                new WrittenDeployment.Home(
                        site(), written(text()), list(this::text), random.nextBoolean(), applications));
    }

    private WrittenList<WrittenEnvironment.Variable> variables() {
        return list(() -> new WrittenEnvironment.Variable(site(), written(text()), written(text())));
    }
}
