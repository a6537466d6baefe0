// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import dev.zeus.wheels.ExcuseDeclaration;
import dev.zeus.wheels.processor.hint.NameHint;
import dev.zeus.wheels.python.NearName;
import dev.zeus.wheels.python.PackageName;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What must hold for the excuses of a wheel set. */
final class ExcuseRules {
    private static final Pattern CODE = Pattern.compile("\\bC\\d{3}\\b");

    private final Findings findings;

    ExcuseRules(Findings findings) {
        this.findings = findings;
    }

    void check(WrittenList<WrittenSet.Excuse> excuses) {
        Set<String> seen = new HashSet<>();
        for (WrittenSet.Excuse excuse : excuses.values()) {
            String name = excuse.of().map(of -> checkedName(of)).orElse("");
            if (excuse.codes().isEmpty()) {
                add(excuse.site(), "it names no code", "write for instance codes = \"C206\"");
            }
            for (Written<String> code : excuse.codes().items()) {
                checkCode(code, name, seen);
            }
            excuse.reason()
                    .filter(reason -> reason.value().isBlank())
                    .ifPresent(reason -> add(
                            reason.site(),
                            "it gives no reason",
                            "say why it does no harm, for whoever reads the report"));
        }
    }

    private String checkedName(Written<String> of) {
        Optional<String> wrong = RecipeRules.wrongName(of.value());
        wrong.ifPresent(why -> add(
                of.site(),
                Quoted.text(of.value()) + " is no project name, " + why,
                Hints.or(NameHint.of(of.value()), "write for instance of = \"decord\"")));
        return wrong.isPresent() ? "" : PackageName.parse(of.value()).value();
    }

    private void checkCode(Written<String> code, String name, Set<String> seen) {
        if (!ExcuseDeclaration.CODES.contains(code.value())) {
            add(
                    code.site(),
                    Quoted.text(code.value()) + " is no code of a check that can be excused",
                    hint(code.value()));
        } else if (!name.isEmpty() && !seen.add(name + ' ' + code.value())) {
            add(
                    code.site(),
                    Quoted.text(code.value()) + " of " + Quoted.text(name) + " is excused already",
                    "remove one");
        }
    }

    /** The codes that stand in a text, else the one that is near. */
    private static String hint(String text) {
        List<String> within = CODE.matcher(text.toUpperCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .filter(ExcuseDeclaration.CODES::contains)
                .distinct()
                .toList();
        if (within.size() > 1) {
            return "write each by itself: codes = {" + Quoted.all(within) + "}";
        }
        return Hints.near(
                within.stream().findFirst().or(() -> NearName.among(ExcuseDeclaration.CODES, text)),
                "the code stands in the message, as in [wheels/C206]");
    }

    private void add(Site site, String reason, String hint) {
        findings.add(Mistake.BAD_EXCUSE, site, reason, hint);
    }
}
