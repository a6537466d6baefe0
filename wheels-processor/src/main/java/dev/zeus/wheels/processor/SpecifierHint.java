package dev.zeus.wheels.processor;

import dev.zeus.wheels.python.PackagingParseException;
import dev.zeus.wheels.python.VersionSpecifiers;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a wrong version specifier probably means.
 *
 * <p>{@code 1.2} means {@code ==1.2}, {@code =>1.2} means {@code >=1.2}, {@code >=1;<2} means {@code >=1,<2}.
 */
final class SpecifierHint {
    private static final List<UnaryOperator<String>> REPAIRS = List.of(
            text -> "==" + text,
            text -> text.replace("=>", ">=").replace("=<", "<="),
            text -> text.replace(';', ',').replace(" and ", ",").replace("&&", ","),
            text -> text.replace('^', '~').replace("~", "~=").replace("~==", "~="),
            text -> text.replace("=", "==").replace("====", "=="),
            text -> String.join(",", text.trim().split(" +", 16)));

    private SpecifierHint() {}

    static String of(String written) {
        for (UnaryOperator<String> repair : REPAIRS) {
            String repaired = repair.apply(written);
            if (isSpecifier(repaired)) {
                return "did you mean " + Quoted.text(repaired) + "?";
            }
        }
        return "write for instance \">=1.2,<2\"";
    }

    private static boolean isSpecifier(String text) {
        try {
            VersionSpecifiers.parse(text);
            return true;
        } catch (PackagingParseException e) {
            return false;
        }
    }
}
