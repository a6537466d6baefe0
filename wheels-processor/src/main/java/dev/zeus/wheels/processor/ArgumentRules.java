// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import dev.zeus.wheels.processor.hint.ArgumentHint;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds texts that a shell would take apart or fill in, and that are handed over as they are. */
final class ArgumentRules {
    /** What stands for the port in a service. */
    static final String PORT = "{port}";

    private static final Pattern VARIABLE =
            Pattern.compile("\\$\\{[A-Za-z_][A-Za-z0-9_]*}|\\$(?:[A-Z_][A-Z0-9_]+|port|home|host|user|path)\\b");

    private final Findings findings;

    ArgumentRules(Findings findings) {
        this.findings = findings;
    }

    /** Checks the arguments of a command; {@code portHint} is empty where {@code {port}} is filled in. */
    void check(WrittenList<String> arguments, String portHint) {
        for (Written<String> argument : arguments.items()) {
            checkText(argument, "write the value itself, or let the program read the variable", portHint);
            ArgumentHint.of(argument.value())
                    .ifPresent(parts -> findings.add(
                            Suspicion.SEVERAL_ARGUMENTS,
                            argument.site(),
                            Quoted.text(argument.value()),
                            Hints.or(Optional.of(parts), "")));
        }
    }

    /** Checks one text that is taken as it is. */
    void checkText(Written<String> text, String hint, String portHint) {
        String value = text.value();
        Matcher variable = VARIABLE.matcher(value);
        if (variable.find()) {
            boolean port = portHint.isEmpty() && variable.group().equals("$" + PORT);
            unexpanded(
                    text,
                    variable.group(),
                    port ? "did you mean " + Quoted.text(value.replace("$" + PORT, PORT)) + "?" : hint);
        } else if (value.startsWith("~/")) {
            unexpanded(text, "~/", hint);
        } else if (!portHint.isEmpty() && value.contains(PORT)) {
            unexpanded(text, PORT, portHint);
        }
    }

    private void unexpanded(Written<String> text, String part, String hint) {
        findings.add(Suspicion.UNEXPANDED, text.site(), Quoted.text(text.value()), Quoted.text(part), hint);
    }
}
