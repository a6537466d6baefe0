// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.nix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zeus.wheels.testkit.NeedsNix;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NixPrinterTest {
    private static final NixExpr SCOPE = NixExpr.variable("x");

    /** Gives every variable that the samples use a meaning, so that only syntax is judged. */
    private static String scoped(NixExpr expr) {
        return NixPrinter.file(
                List.of(new NixComment("Header.")),
                new NixExpr.Lambda(
                        NixParameter.pattern(
                                true, "lib", "ps", "python", "numpy", "a", "buildPythonPackage", "stdenv", "args"),
                        expr));
    }

    @Test
    void printsTheStyleOfAFile() {
        NixExpr wheel = NixExpr.attrs(List.of(
                NixBinding.assign("name", NixExpr.string("a-1-py3-none-any.whl")),
                NixBinding.assign("hash", NixExpr.string("sha256-AAAA"))));
        NixExpr dependencies = new NixExpr.Lambda(
                NixParameter.pattern(true, "ps"),
                NixExpr.list(List.of(
                        NixExpr.select(NixExpr.variable("ps"), "b"), NixExpr.select(NixExpr.variable("ps"), "c"))));
        NixExpr set = new NixExpr.Attrs(
                false,
                List.of(
                        new NixBinding.Assign(
                                List.of(new NixComment("Why.")),
                                List.of(NixName.of("a"), NixName.of("1.0")),
                                NixExpr.attrs(List.of(
                                        NixBinding.assign("wheel", wheel),
                                        NixBinding.assign("dependencies", dependencies),
                                        NixBinding.assign("imports", NixExpr.strings(List.of("a"))),
                                        NixBinding.assign("none", NixExpr.list(List.of()))))),
                        NixBinding.assign("if", NixExpr.bool(true))),
                true);
        assertThat(NixPrinter.file(List.of(new NixComment("Generated.")), set)).isEqualTo("""
                        # Generated.
                        {
                          # Why.
                          a."1.0" = {
                            wheel = {
                              name = "a-1-py3-none-any.whl";
                              hash = "sha256-AAAA";
                            };
                            dependencies = { ps, ... }: [
                              ps.b
                              ps.c
                            ];
                            imports = [ "a" ];
                            none = [ ];
                          };

                          "if" = true;
                        }
                        """);
    }

    @Test
    void putsBlankLinesAroundDefinitionsOfSeveralLines() {
        NixExpr set = new NixExpr.Attrs(
                false,
                List.of(
                        NixBinding.assign("pname", NixExpr.string("a")),
                        NixBinding.assign("version", NixExpr.string("1")),
                        NixBinding.assign("postPatch", new NixExpr.Lines(List.of("cat \\", "  'a b'"))),
                        NixBinding.assign("one", NixExpr.bool(true)),
                        NixBinding.assign("two", NixExpr.strings(List.of("a", "b")))),
                true);
        assertThat(NixPrinter.file(List.of(), set)).isEqualTo("""
                        {
                          pname = "a";
                          version = "1";

                          postPatch = ''
                            cat \\
                              'a b'
                          '';

                          one = true;

                          two = [
                            "a"
                            "b"
                          ];
                        }
                        """);
    }

    @Test
    void opensTheListThatADefinitionOfSeveralLinesBeginsWith() {
        NixExpr wide = NixExpr.apply(NixExpr.variable("x"), NixExpr.string("y".repeat(90)));
        NixExpr joined = NixExpr.joined(NixOperator.CONCAT, List.of(NixExpr.list(List.of(SCOPE)), wide));
        NixExpr set = NixExpr.attrs(List.of(NixBinding.assign("a", joined)));
        assertThat(NixPrinter.file(List.of(), set)).startsWith("""
                        {
                          a = [
                            x
                          ]
                          ++ x
                        """.stripTrailing());
    }

    @Test
    void bracketsWhatBindsTooLoosely() {
        NixExpr function = new NixExpr.Lambda(new NixParameter.Named(new NixIdentifier("a")), SCOPE);
        NixExpr joined = NixExpr.joined(NixOperator.UPDATE, List.of(SCOPE, SCOPE));
        NixExpr all = NixExpr.list(List.of(
                NixExpr.apply(function, joined),
                NixExpr.select(joined, "a"),
                new NixExpr.Not(joined),
                NixExpr.joined(NixOperator.CONCAT, List.of(joined, SCOPE)),
                NixExpr.joined(NixOperator.AND, List.of(joined, new NixExpr.Not(SCOPE))),
                new NixExpr.Int(-1)));
        assertThat(NixPrinter.file(List.of(), all)).isEqualTo("""
                        [
                          ((a: x) (x // x))
                          (x // x).a
                          (!(x // x))
                          ((x // x) ++ x)
                          (x // x && !x)
                          (-1)
                        ]
                        """);
    }

    @Test
    void everyExpressionIsValidNix() {
        RandomNix random = new RandomNix(1, 3);
        for (int i = 0; i < 3000; i++) {
            String text = scoped(random.expression(1 + i % 4));
            assertThat(NixSyntax.check(text)).as(text).isEmpty();
        }
    }

    @Test
    @NeedsNix
    void realNixReadsEveryExpression(@TempDir Path directory) throws Exception {
        Tool nix = new Tool("nix-instantiate");
        RandomNix random = new RandomNix(2, 3);
        List<String> arguments = new ArrayList<>(List.of("--parse"));
        for (int i = 0; i < 300; i++) {
            Path file = directory.resolve("e" + i + ".nix");
            arguments.add(Files.writeString(file, scoped(random.expression(1 + i % 4)))
                    .toString());
        }
        assertThat(nix.run(directory, arguments)).doesNotContain("error");
    }

    @Test
    void theFormatterLeavesEveryExpressionAlone(@TempDir Path directory) throws Exception {
        Tool nixfmt = new Tool("nixfmt");
        nixfmt.assumeThere();
        // Of calls whose arguments are several long brackets the formatter has views that nothing here needs.
        RandomNix random = new RandomNix(3, 1);
        for (int i = 0; i < 300; i++) {
            String text = scoped(random.expression(1 + i % 2));
            Path file = Files.writeString(directory.resolve("e" + i + ".nix"), text);
            nixfmt.run(directory, List.of(file.toString()));
            assertThat(Files.readString(file)).isEqualTo(text);
        }
    }
}
