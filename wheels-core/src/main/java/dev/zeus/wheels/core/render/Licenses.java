// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.render;

import dev.zeus.wheels.core.text.Valid;
import dev.zeus.wheels.nix.NixExpr;
import dev.zeus.wheels.python.LicenseExpression;
import dev.zeus.wheels.python.SpdxLicenses;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The licences of a wheel set as {@code licenses.nix} reads them: <code>[ "MIT" { anyOf = [ … ]; } ]</code> in a block,
 * and once for all which of them are free.
 */
final class Licenses {
    private final SortedSet<String> free = new TreeSet<>();
    private final SortedSet<String> deprecated = new TreeSet<>();

    /** All that some expressions name. */
    Licenses(Stream<String> expressions) {
        expressions.map(Licenses::parse).flatMap(Optional::stream).forEach(this::note);
    }

    /** What {@code licenses.nix} knows of them; what is in neither list is current and not free. */
    Map<String, NixExpr> facts() {
        return Map.of("free", NixExpr.strings(free), "deprecated", NixExpr.strings(deprecated));
    }

    /** An expression as a list, of which all holds; none for a text that is not an expression. */
    static List<NixExpr> named(String expression) {
        return parse(expression).map(Licenses::operands).orElse(List.of());
    }

    /** Users who declare licenses at @WheelSet are warned of a malformed one (C271, C272); nixpkgs gets none. */
    private static Optional<LicenseExpression> parse(String text) {
        return Valid.of(text, LicenseExpression::parse);
    }

    private void note(LicenseExpression expression) {
        if (expression instanceof LicenseExpression.License license) {
            listed(license.id()).ifPresent(entry -> {
                String name = name(license);
                if (entry.free()) {
                    free.add(name);
                }
                if (entry.deprecated()) {
                    deprecated.add(name);
                }
            });
        } else {
            parts(expression).forEach(this::note);
        }
    }

    /** The parts of which all hold: simple ones once and in order, then the others. */
    private static List<NixExpr> operands(LicenseExpression expression) {
        SortedMap<String, NixExpr> simple = new TreeMap<>();
        List<NixExpr> compound = new ArrayList<>();
        List<LicenseExpression> parts =
                expression instanceof LicenseExpression.All all ? all.parts() : List.of(expression);
        for (LicenseExpression part : parts) {
            if (part instanceof LicenseExpression.License license) {
                simple.put(name(license), NixExpr.string(name(license)));
            } else {
                compound.add(nix(part));
            }
        }
        return Stream.concat(simple.values().stream(), compound.stream()).toList();
    }

    private static NixExpr nix(LicenseExpression expression) {
        if (expression instanceof LicenseExpression.License license) {
            return NixExpr.string(name(license));
        }
        String kind = expression instanceof LicenseExpression.AnyOf ? "anyOf" : "allOf";
        return NixExpr.attrs(Map.of(
                kind, NixExpr.list(parts(expression).stream().map(Licenses::nix).toList())));
    }

    private static List<LicenseExpression> parts(LicenseExpression expression) {
        if (expression instanceof LicenseExpression.All all) {
            return all.parts();
        }
        return expression instanceof LicenseExpression.AnyOf any ? any.parts() : List.of();
    }

    /** A licence as the list writes it, with its exception, which only ever permits more. */
    private static String name(LicenseExpression.License license) {
        String id = listed(license.id())
                .map(entry -> license.id().endsWith("+")
                                && !entry.id().endsWith("+")
                                && !entry.id().endsWith("-or-later")
                        ? entry.id() + '+'
                        : entry.id())
                .orElse(license.id());
        return license.exception().map(exception -> id + " WITH " + exception).orElse(id);
    }

    /** The entry of an identifier: of the GNU licences the one that took the place of a deprecated one. */
    private static Optional<SpdxLicenses.Entry> listed(String id) {
        boolean later = id.endsWith("+");
        String base = later ? id.substring(0, id.length() - 1) : id;
        return SpdxLicenses.find(base + (later ? "-or-later" : "-only"))
                .or(() -> SpdxLicenses.find(id))
                .or(() -> SpdxLicenses.find(base));
    }
}
