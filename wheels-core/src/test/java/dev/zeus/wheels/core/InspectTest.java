// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.DependencyPolicy;
import dev.zeus.wheels.LibraryPolicy;
import dev.zeus.wheels.LicensePolicy;
import dev.zeus.wheels.Platform;
import dev.zeus.wheels.ResolutionSettings;
import dev.zeus.wheels.TargetDeclaration;
import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.answer.Setting;
import dev.zeus.wheels.core.http.HttpOptions;
import dev.zeus.wheels.core.setup.AnswerFormat;
import dev.zeus.wheels.core.setup.IndexAccess;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of a wheel set people and programs are shown. */
class InspectTest {
    private static final List<Setting> OPTIONS = List.of(
            new Setting("wheels.index.pypi", "https://user:secret@mirror.example/simple/", "-D"),
            new Setting("wheels.locked", "", "default"));

    private static WheelSetDeclaration set(LicensePolicy licenses, LibraryPolicy libraries) {
        return new WheelSetDeclaration(
                        "com.acme",
                        List.of("3.12"),
                        List.of(new TargetDeclaration(Platform.X86_64_LINUX, "2.39")),
                        List.of(),
                        DependencyPolicy.NIXPKGS_FIRST,
                        ResolutionSettings.DEFAULT,
                        List.of(),
                        List.of())
                .withLicenses(licenses)
                .withLibraries(libraries);
    }

    @Test
    void showsThePoliciesOfTheSet() {
        LicensePolicy licenses = new LicensePolicy(List.of("MIT", "Apache-2.0"), List.of("certifi"));

        assertThat(Inspect.run(set(licenses, LibraryPolicy.READ), OPTIONS, AnswerFormat.TEXT))
                .contains("""

                        policies
                            dependencies  nixpkgs_first
                            libraries     read
                            licenses      MIT, Apache-2.0
                            exceptions    certifi

                        """);
        assertThat(Inspect.run(set(licenses, LibraryPolicy.READ), OPTIONS, AnswerFormat.JSON))
                .contains("\"libraries\" : \"READ\"", "\"allowed\" : [ \"MIT\", \"Apache-2.0\" ]");
    }

    /** Every component of every declaration, with a value that nothing else has. */
    @Test
    void forgetsNoMember() {
        SampleDeclarations samples = new SampleDeclarations();
        WheelSetDeclaration set = samples.of(WheelSetDeclaration.class);
        List<String> values = samples.texts();
        String text = Inspect.run(set, OPTIONS, AnswerFormat.TEXT);
        String json = Inspect.run(set, OPTIONS, AnswerFormat.JSON);

        assertThat(values).hasSizeGreaterThan(50);
        assertThat(json).contains(values);
        String definition = set.customPackages().get(0).definition();
        assertThat(text)
                .contains(values.stream()
                        .filter(value -> !value.equals(definition))
                        .toList());
        assertThat(json)
                .contains("\"" + Platform.values()[1].system() + "\"")
                .doesNotContain(Platform.values()[1].name());
        assertThat(text)
                .contains(Platform.values()[1].system())
                .doesNotContain(Platform.values()[1].name().toLowerCase(Locale.ROOT));
    }

    @Test
    void saysOfEachOptionItsValueAndWhoSaysSoAndNoSecret() {
        WheelSetDeclaration set = set(LicensePolicy.ANY, LibraryPolicy.COMMON);

        assertThat(Inspect.run(set, OPTIONS, AnswerFormat.TEXT)).endsWith("""

                options, and who says so
                  wheels.index.pypi  https://****@mirror.example/simple/  (-D)
                  wheels.locked      -  (default)
                """);
        assertThat(Inspect.run(set, OPTIONS, AnswerFormat.JSON))
                .contains("\"name\" : \"wheels.locked\"", "\"origin\" : \"-D\"")
                .doesNotContain("secret");
    }

    @Test
    void saysWhereLoginsComeFromAndNotWhatTheyAre(@TempDir Path home) {
        WheelSetDeclaration set = new Acme(home)
                .closed("acme", URI.create("https://index.example/simple/"))
                .set();
        IndexAccess access = new IndexAccess(
                home, false, Map.of(), source -> Optional.empty(), home.resolve("netrc"), HttpOptions.DEFAULTS);

        assertThat(Inspect.machine(set, access, Map.of("WHEELS_INDEX_ACME_TOKEN", "hidden")))
                .contains(
                        new Setting("cache", home.toString(), "in use"),
                        new Setting("login of acme", "", "the environment, WHEELS_INDEX_ACME_…"));
        assertThat(Inspect.machine(set, access, Map.of()))
                .contains(new Setting("login of acme", "", "netrc, where that has one"));
    }

    @Test
    void saysThatAnyLicenceIsAllowed() {
        assertThat(Inspect.run(set(LicensePolicy.ANY, LibraryPolicy.COMMON), OPTIONS, AnswerFormat.TEXT))
                .contains("""

                        policies
                            dependencies  nixpkgs_first
                            libraries     common
                            licenses      any

                        """);
    }
}
