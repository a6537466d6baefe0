package dev.zeus.wheels.processor;

import java.util.Optional;

/** What must hold for what a shell runs when it begins. */
final class ShellHookRules {
    private static final int LONGEST = 100_000;

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
            SecretText.within(text)
                    .ifPresent(kind -> findings.add(
                            Suspicion.SECRET_VALUE, hook.site(), hook.site().path(), kind));
        }
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
