// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import dev.zeus.wheels.nix.NixLiteral;
import dev.zeus.wheels.nix.NixSyntax;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What can be known of a definition in Nix without evaluating it: its hashes, and that it is the package declared. */
final class DefinitionRules {
    /** Attributes that are hashes, whatever function takes them. */
    private static final Set<String> SHA_256 = Set.of("sha256", "cargoSha256", "vendorSha256", "outputHash");

    private final Findings findings;

    DefinitionRules(Findings findings) {
        this.findings = findings;
    }

    void check(Written<String> definition, String name) {
        Optional<NixLiteral> pname = Optional.empty();
        for (NixLiteral literal : NixSyntax.literals(definition.value())) {
            String attribute = literal.name();
            if (SHA_256.contains(attribute) || attribute.equals("hash") || attribute.endsWith("Hash")) {
                checkHash(definition.site(), literal);
            } else if (pname.isEmpty() && attribute.equals("pname")) {
                pname = Optional.of(literal);
            }
        }
        pname.filter(literal -> !RecipeValues.name(literal.value()).equals(name))
                .ifPresent(literal -> findings.add(
                        Suspicion.CONTRADICTING_BUILD,
                        definition.site(),
                        "the definition says pname = " + Quoted.text(literal.value()) + place(literal)
                                + ", and the declaration's name is " + Quoted.text(name),
                        "write one name in both, with name = " + Quoted.text(RecipeValues.name(literal.value()))
                                + " or in the definition"));
    }

    private void checkHash(Site site, NixLiteral literal) {
        String text = literal.value();
        if (text.isEmpty() || NixHash.isNothing(text)) {
            findings.add(Suspicion.PLACEHOLDER_HASH, site, literal.name() + " = " + Quoted.text(text) + place(literal));
            return;
        }
        if (!NixHash.isReadable(text, SHA_256.contains(literal.name()))) {
            findings.add(
                    Mistake.BAD_HASH,
                    site,
                    literal.name() + " = " + Quoted.text(text) + place(literal),
                    NixHash.problem(text),
                    NixHash.sri(text)
                            .map(sri -> "write " + Quoted.text(sri) + ", which is the same hash")
                            .orElse("write lib.fakeHash, and take what the first build says"));
        }
    }

    private static String place(NixLiteral literal) {
        return String.format(Locale.ROOT, " in line %d, column %d", literal.line(), literal.column());
    }
}
