// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.BuildDeclaration;
import dev.zeus.wheels.BuildSystem;
import dev.zeus.wheels.CustomPackageDeclaration;
import dev.zeus.wheels.Origin;
import dev.zeus.wheels.PackageTest;
import dev.zeus.wheels.PrereleasePolicy;
import dev.zeus.wheels.RecipeDeclaration;
import dev.zeus.wheels.ResolutionSettings;
import dev.zeus.wheels.ResolutionStrategy;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** That what a set overrides and excludes holds for the packages that it builds, too. */
class CustomRequirementsTest {
    private static final CustomPackageDeclaration SPEECH = new CustomPackageDeclaration(
            "com.acme.Speech",
            "speech",
            "speech",
            "",
            List.of("3.12"),
            "",
            List.of(),
            List.of(PackageTest.IMPORT),
            Optional.of(new BuildDeclaration(
                    "1.0",
                    new Origin.Archive("https://files.example/speech-1.0.tar.gz", "sha256-" + "A".repeat(43) + "="),
                    BuildSystem.SETUPTOOLS,
                    "",
                    List.of("Heavy_Thing>=1; python_version > '3'", "old<2", "leaf"),
                    List.of(),
                    "",
                    "")),
            RecipeDeclaration.USUAL);

    private static String rendered(List<String> overrides, List<String> excludes) {
        ResolutionSettings settings = new ResolutionSettings(
                List.of(), overrides, excludes, ResolutionStrategy.HIGHEST, PrereleasePolicy.IF_NECESSARY, "");
        return Definitions.file(CustomRequirements.decided(SPEECH, settings));
    }

    @Test
    void whatIsExcludedIsNeitherPassedNorRequired() {
        assertThat(rendered(List.of(), List.of("heavy-thing")))
                .contains("remove = [ \"heavy-thing\" ];")
                .doesNotContain("python3Packages.heavy-thing", "relax");
    }

    @Test
    void anyVersionOfWhatIsOverriddenWillDo() {
        assertThat(rendered(List.of("OLD>=3"), List.of()))
                .contains("relax = [ \"old\" ];")
                .doesNotContain("remove");
    }

    @Test
    void aSetThatDecidesNothingOfItChangesNothing() {
        assertThat(CustomRequirements.decided(SPEECH, ResolutionSettings.DEFAULT))
                .isSameAs(SPEECH);
        assertThat(rendered(List.of("other>=1"), List.of("more"))).doesNotContain("postBuild");
    }
}
