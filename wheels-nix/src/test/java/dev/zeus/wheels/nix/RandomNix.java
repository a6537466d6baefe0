// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.nix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Makes expressions of every kind, the same for the same seed. */
final class RandomNix {
    private static final String[] NAMES = {"lib", "ps", "python", "numpy", "a", "buildPythonPackage", "stdenv"};
    private static final String[] TEXTS = {"", "a", "${x}", "cp312-x86_64-linux", "a longer text, with \"quotes\" in it"
    };

    private final Random random;
    private final int mostArguments;

    RandomNix(long seed, int mostArguments) {
        random = new Random(seed);
        this.mostArguments = mostArguments;
    }

    private <T> T any(T[] from) {
        return from[random.nextInt(from.length)];
    }

    NixExpr expression(int depth) {
        if (depth == 0) {
            return leaf();
        }
        int d = depth - 1;
        return switch (random.nextInt(12)) {
            case 0, 1 -> NixExpr.list(several(d, 0, 4));
            case 2, 3 -> new NixExpr.Attrs(random.nextInt(8) == 0, bindings(d), random.nextBoolean());
            case 4 -> new NixExpr.Lambda(parameter(d), expression(d));
            case 5, 6 -> new NixExpr.Apply(variable(), several(d, 1, mostArguments));
            case 7 -> new NixExpr.Let(bindings(d), expression(d));
            case 8 -> new NixExpr.If(variable(), expression(d), expression(d));
            case 9 -> NixExpr.joined(random.nextBoolean() ? NixOperator.CONCAT : NixOperator.UPDATE, several(d, 2, 4));
            case 10 -> new NixExpr.Select(variable(), List.of(NixName.of(any(NAMES))), Optional.of(expression(d)));
            default -> leaf();
        };
    }

    private NixExpr variable() {
        NixExpr name = NixExpr.variable(any(NAMES));
        return random.nextBoolean() ? name : NixExpr.select(name, any(NAMES));
    }

    private NixExpr leaf() {
        return switch (random.nextInt(6)) {
            case 0 -> NixExpr.string(any(TEXTS));
            case 1 -> NixExpr.bool(random.nextBoolean());
            case 2 -> new NixExpr.Int(random.nextInt(100));
            case 3 -> NixExpr.path("./pypi/universal.nix");
            default -> variable();
        };
    }

    private List<NixExpr> several(int depth, int least, int most) {
        List<NixExpr> expressions = new ArrayList<>();
        for (int n = least + random.nextInt(most - least + 1); n > 0; n--) {
            expressions.add(expression(depth));
        }
        return expressions;
    }

    private List<NixBinding> bindings(int depth) {
        List<NixBinding> bindings = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            NixBinding binding = NixBinding.assign(i == 2 ? "not an identifier" : "name" + i, expression(depth));
            if (random.nextInt(6) == 0) {
                binding = NixBinding.assign("text" + i, new NixExpr.Lines(List.of("first 'x' \\", "  $out second")));
            }
            bindings.add(random.nextInt(5) == 0 ? binding.commented(List.of(new NixComment("why"))) : binding);
        }
        if (random.nextInt(4) == 0) {
            bindings.add(new NixBinding.Inherit(List.of(), Optional.of(variable()), List.of("x", "y", "z")));
        }
        return bindings;
    }

    private NixParameter parameter(int depth) {
        return switch (random.nextInt(4)) {
            case 0 -> NixParameter.pattern(true, "lib", "ps", "python", "numpy", "a", "buildPythonPackage", "stdenv");
            case 1 -> NixParameter.pattern(random.nextBoolean(), "ps");
            case 2 ->
                new NixParameter.Pattern(
                        List.of(new NixParameter.Argument(new NixIdentifier("ps"), Optional.of(expression(depth)))),
                        random.nextBoolean(),
                        Optional.of(new NixIdentifier("args")));
            default -> new NixParameter.Named(new NixIdentifier(any(NAMES)));
        };
    }
}
