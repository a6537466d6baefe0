// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What must hold for what a shell runs when it begins. */
final class ShellHookRules {
    /** Linux permits 128 KiB for one variable (MAX_ARG_STRLEN), and Nix hands the hook to the builder as one. */
    private static final int LONGEST = 100_000;

    private static final String BEGIN = "(?m)(?:^|[;&|])[ \\t]*";
    private static final Pattern ACTIVATION =
            Pattern.compile(BEGIN + "((?:source|\\.)[ \\t]+\\S*bin/activate|conda activate\\b[^\\n;&|]*)");
    private static final Pattern INSTALLATION =
            Pattern.compile(BEGIN + "((?:python3? -m |uv )?pip3? install\\b[^\\n;&|]*)");
    private static final Pattern VARIABLE =
            Pattern.compile(BEGIN + "((?:export[ \\t]+)?(?:PYTHONPATH|PYTHONHOME|LD_LIBRARY_PATH)=)");
    private static final Pattern PATH = Pattern.compile(BEGIN + "((?:export[ \\t]+)?PATH=)([^\\n;&|]*)");
    private static final String PIP = "remove it, or say pip = @PipBridge for a shell with a virtual environment";

    private final Findings findings;

    ShellHookRules(Findings findings) {
        this.findings = findings;
    }

    void check(Written<String> hook) {
        String text = hook.value();
        if (text.length() > LONGEST) {
            bad(hook, "it has more than " + LONGEST + " characters", "move it to a script, and run that");
        } else if (text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\t')) {
            bad(hook, "it has control characters", "write them as the shell does");
        } else {
            openQuote(text)
                    .ifPresent(quote -> bad(
                            hook,
                            "a quote that begins with " + quote + " does not end",
                            "write " + quote + " at its end"));
            checkEnvironment(hook);
            SecretText.within(text)
                    .ifPresent(kind -> findings.add(
                            Suspicion.SECRET_VALUE, hook.site(), hook.site().path(), kind));
        }
    }

    /** What it runs must leave the environment in its place. */
    private void checkEnvironment(Written<String> hook) {
        Matcher variable = VARIABLE.matcher(hook.value());
        Matcher activation = ACTIVATION.matcher(hook.value());
        Matcher installation = INSTALLATION.matcher(hook.value());
        Matcher path = PATH.matcher(hook.value());
        if (activation.find()) {
            hides(hook, activation.group(1), "puts another Python before that of the environment", PIP);
        } else if (installation.find()) {
            hides(
                    hook,
                    installation.group(1),
                    "installs what nobody has locked, and Nix's Python takes no packages",
                    "declare the project with @Wheel, or say pip = @PipBridge for a shell with pip");
        } else if (variable.find()) {
            hides(
                    hook,
                    variable.group(1),
                    "hides what the environment has",
                    "name packages and libraries in its members");
        } else if (path.find() && !path.group(2).matches(".*[$][{]?PATH\\b.*")) {
            hides(hook, path.group(1), "hides Python and the programs of the shell", "write \"$PATH\" into it");
        }
    }

    private void hides(Written<String> hook, String part, String reason, String hint) {
        findings.add(Suspicion.HIDDEN_ENVIRONMENT, hook.site(), Quoted.text(part), reason, hint);
    }

    private void bad(Written<String> hook, String reason, String hint) {
        findings.add(Mistake.BAD_SHELL_HOOK, hook.site(), reason, hint);
    }

    /** The quote that is open at the end; empty where none is, or where other texts stand in the text. */
    private static Optional<String> openQuote(String text) {
        if (text.contains("<<") || text.contains("$(") || text.contains("`") || text.contains("${")) {
            return Optional.empty();
        }
        char open = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && open != '\'') {
                i++;
            } else if (open == 0 && c == '#' && (i == 0 || Character.isWhitespace(text.charAt(i - 1)))) {
                int end = text.indexOf('\n', i);
                i = end < 0 ? text.length() : end;
            } else if (open == 0 && (c == '"' || c == '\'')) {
                open = c;
            } else if (c == open) {
                open = 0;
            }
        }
        return open == 0 ? Optional.empty() : Optional.of(String.valueOf(open));
    }
}
