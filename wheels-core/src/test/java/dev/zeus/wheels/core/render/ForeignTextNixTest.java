// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import static dev.zeus.wheels.core.render.LockBuilder.NO_FACTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zeus.wheels.BuildDeclaration;
import dev.zeus.wheels.BuildSystem;
import dev.zeus.wheels.CustomPackageDeclaration;
import dev.zeus.wheels.Origin;
import dev.zeus.wheels.RecipeDeclaration;
import dev.zeus.wheels.SubstitutionDeclaration;
import dev.zeus.wheels.core.lock.PackageFacts;
import dev.zeus.wheels.python.InvisibleCharacters;
import dev.zeus.wheels.python.PackageName;
import dev.zeus.wheels.python.PackagingParseException;
import dev.zeus.wheels.python.Version;
import dev.zeus.wheels.testkit.NeedsNixBuilds;
import dev.zeus.wheels.testkit.WheelBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That whatever an index or an author says is the same text in Nix and in the shell, and runs nothing there. */
@NeedsNixBuilds
class ForeignTextNixTest {
    private static final int PACKAGES = 150;

    @TempDir
    static Path directory;

    private static FixtureNix nix;

    @BeforeAll
    static void find() {
        nix = new FixtureNix(directory);
    }

    private static PackageFacts facts(List<String> texts) {
        return new PackageFacts(
                Optional.of(texts.get(0)),
                Optional.of(texts.get(1)),
                Optional.of(texts.get(2)),
                Optional.of(texts.get(3)),
                List.of(texts.get(4), texts.get(5)),
                Optional.of(texts.get(6)));
    }

    private static CustomPackageDeclaration custom(String name, List<String> texts) {
        BuildDeclaration build = new BuildDeclaration(
                texts.get(0),
                new Origin.Archive(texts.get(1), texts.get(2)),
                BuildSystem.SETUPTOOLS,
                "",
                List.of(),
                List.of(texts.get(3)),
                texts.get(4),
                texts.get(5));
        return new CustomPackageDeclaration(
                "com.acme.A",
                name,
                name,
                "",
                List.of("3.12"),
                texts.get(6),
                List.of(),
                List.of(),
                Optional.of(build),
                recipe(List.of(new SubstitutionDeclaration(texts.get(7), texts.get(8), texts.get(9)))));
    }

    private static RecipeDeclaration recipe(List<SubstitutionDeclaration> substitutions) {
        return new RecipeDeclaration(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                substitutions,
                List.of(),
                List.of(),
                Optional.empty());
    }

    /** What is there for people loses what they would not see; all else is the same. */
    private static String shown(String text) {
        return text.replaceAll("[\\x07\\x1b\\u202e\\u2066\\u2028\\ufeff]", "");
    }

    @Test
    void everyTextOfTheMetadataIsTheSameInNix() throws Exception {
        LockBuilder lock = new LockBuilder();
        List<CustomPackageDeclaration> customs = new ArrayList<>();
        List<String> meant = new ArrayList<>();
        for (int i = 0; i < PACKAGES; i++) {
            List<String> texts = HostileText.some(i, 10);
            if (i % 3 == 0) {
                customs.add(custom("own" + i, texts));
                meant.addAll(
                        List.of(texts.get(0), texts.get(1), texts.get(3), shown(texts.get(5)), shown(texts.get(6))));
                meant.add(String.join(
                                "\n",
                                ShellText.substitute(customs.get(i / 3).recipe().substitutions()))
                        + '\n');
            } else {
                lock.add("pypi", facts(texts), List.of(), LockBuilder.wheel("own" + i + "-1.0-py3-none-any.whl", ""));
                meant.addAll(List.of(
                        shown(PackageDescription.of(PackageName.parse("own" + i), texts.get(0))),
                        shown(texts.get(2)),
                        shown(texts.get(3)),
                        shown(texts.get(6)),
                        texts.get(4),
                        texts.get(5)));
            }
        }
        nix.write(Renderer.render(Sets.of(List.of(), customs), lock.lock()));

        String read =
                nix.eval("let ps = pkgs.python312Packages; of = i: let p = ps.${\"own\" + toString i}; m = p.meta; in"
                        + " if p ? wheel then [ m.description m.homepage m.changelog m.mainProgram ] ++ p.wheel.modules"
                        + " else [ p.version p.src.url ] ++ p.pythonImportsCheck ++ [ m.homepage m.description p.postPatch ]; in"
                        + " builtins.concatStringsSep \" \" (map (builtins.hashString \"sha256\")"
                        + " (builtins.concatLists (builtins.genList of " + PACKAGES + ")))");

        assertThat(read.split(" "))
                .containsExactly(meant.stream().map(HostileText::sha256).toArray(String[]::new));
    }

    /** What a declaration says is the same in Nix, and what a reviewer reads in the file is all of it. */
    @Test
    void nothingInAFileIsInvisible() {
        List<CustomPackageDeclaration> customs = IntStream.range(0, 50)
                .mapToObj(i -> custom("own" + i, HostileText.some(i, 10)))
                .toList();

        assertThat(Renderer.render(Sets.of(List.of(), customs), new LockBuilder().lock()))
                .allSatisfy((path, text) ->
                        assertThat(text.replace("\n", "")).as(path).matches(line -> !InvisibleCharacters.areIn(line)));
    }

    @Test
    void whatNoStringHoldsIsReplaced() throws Exception {
        nix.write(Renderer.render(
                Sets.of(List.of(), List.of()),
                new LockBuilder()
                        .add(
                                "pypi",
                                new PackageFacts(
                                        Optional.of("a\0b\ud83dc"),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        List.of(),
                                        Optional.empty()),
                                List.of(),
                                LockBuilder.wheel("own-1.0-py3-none-any.whl", ""))
                        .lock()));

        assertThat(nix.eval("pkgs.python312Packages.own.meta.description")).isEqualTo("A\ufffdb\ufffdc");
    }

    @Test
    void theShellReplacesTextsByWhatWasMeant() throws Exception {
        List<String> texts = HostileText.some(42, 60);
        List<SubstitutionDeclaration> substitutions = IntStream.range(0, texts.size())
                .mapToObj(i -> new SubstitutionDeclaration("own/it's $HOME.txt", "<" + i + ">", texts.get(i)))
                .toList();
        String places =
                IntStream.range(0, texts.size()).mapToObj(i -> "<" + i + ">").collect(Collectors.joining("\u0001"));
        nix.write(Renderer.render(
                Sets.of(List.of(Sets.wheel("own", recipe(substitutions))), List.of()),
                new LockBuilder()
                        .add(
                                "pypi",
                                NO_FACTS,
                                List.of(),
                                nix.wheel(WheelBuilder.of("own", "1.0").file("own/it's $HOME.txt", places), ""))
                        .lock()));

        Path built = nix.build("pkgs.python312Packages.own");

        assertThat(built.resolve("lib/python3.12/site-packages/own/it's $HOME.txt"))
                .hasContent(String.join("\u0001", texts));
    }

    @ParameterizedTest
    @ValueSource(strings = {"${x}", "a''b", "a\"b", "a\nb", "a\u202eb", "a b", "a;b", "a'b", "-"})
    void namesAndVersionsCannotBeSuchTexts(String text) {
        assertThatThrownBy(() -> PackageName.parse(text)).isInstanceOf(PackagingParseException.class);
        assertThatThrownBy(() -> Version.parse("1.0+" + text)).isInstanceOf(PackagingParseException.class);
        assertThatThrownBy(() -> LockBuilder.wheel(text + "-1.0-py3-none-any.whl", ""))
                .isInstanceOf(PackagingParseException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"py3-none-any'", "py3-$(id)-any", "py3-none-${x}", "py3-\"-any", "py3-no ne-any"})
    void tagsStayData(String tags) throws Exception {
        String name = "own-1.0-" + tags + ".whl";
        nix.write(Renderer.render(
                Sets.of(List.of(), List.of()),
                new LockBuilder()
                        .add("pypi", NO_FACTS, List.of(), LockBuilder.wheel(name, ""))
                        .lock()));

        assertThat(nix.eval("pkgs.python312Packages.own.wheel.name")).isEqualTo(name);
    }
}
