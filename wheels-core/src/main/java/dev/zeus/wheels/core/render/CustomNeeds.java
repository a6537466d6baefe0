// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import dev.zeus.wheels.BuildDeclaration;
import dev.zeus.wheels.CustomPackageDeclaration;
import dev.zeus.wheels.nix.NixExpr;
import dev.zeus.wheels.nix.NixName;
import dev.zeus.wheels.nix.NixOperator;
import dev.zeus.wheels.python.ExtraName;
import dev.zeus.wheels.python.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The requirements of a package that is built from source: <code>[ torch ] ++ lib.optionals … [ bitsandbytes ]</code>.
 */
final class CustomNeeds {
    private final CustomArguments arguments;
    private final SortedSet<String> always = new TreeSet<>();
    private final SortedMap<String, List<NixExpr>> conditional = new TreeMap<>();
    private final SortedMap<String, NixExpr> conditions = new TreeMap<>();
    private final List<NixExpr> extras = new ArrayList<>();

    CustomNeeds(CustomPackageDeclaration custom, BuildDeclaration build, CustomArguments arguments) {
        this.arguments = arguments;
        always.addAll(custom.dependencies());
        for (String text : build.requires()) {
            Requirement requirement = Requirement.parse(text);
            for (Condition condition : Condition.of(requirement.marker(), custom.pythons())) {
                add(requirement, condition);
            }
        }
    }

    private void add(Requirement requirement, Condition condition) {
        String name = requirement.name().value();
        if (condition.isAlways()) {
            always.add(name);
            requirement.extras().forEach(extra -> extras.add(extra(name, extra)));
            return;
        }
        NixExpr nix = condition.nix(arguments.builders());
        conditions.put(condition.toString(), nix);
        conditional
                .computeIfAbsent(condition.toString(), key -> new ArrayList<>())
                .add(arguments.ofSet(name));
        requirement.extras().forEach(extra -> extras.add(optionals(nix, extra(name, extra))));
    }

    private NixExpr extra(String name, ExtraName extra) {
        return new NixExpr.Select(
                arguments.ofSet(name),
                List.of(NixName.of("optional-dependencies"), NixName.of(extra.value())),
                Optional.empty());
    }

    private NixExpr optionals(NixExpr condition, NixExpr list) {
        return NixExpr.apply(NixExpr.select(arguments.use("lib"), "optionals"), condition, list);
    }

    /** The list; empty where nothing is required. */
    Optional<NixExpr> list() {
        List<NixExpr> operands = new ArrayList<>();
        if (!always.isEmpty()) {
            operands.add(NixExpr.list(always.stream().map(arguments::ofSet).toList()));
        }
        conditional.forEach((key, packages) ->
                operands.add(optionals(conditions.getOrDefault(key, NixExpr.bool(true)), NixExpr.list(packages))));
        operands.addAll(extras);
        return operands.isEmpty() ? Optional.empty() : Optional.of(NixExpr.joined(NixOperator.CONCAT, operands));
    }
}
