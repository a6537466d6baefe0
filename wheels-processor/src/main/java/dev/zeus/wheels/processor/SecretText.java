// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Recognises values that give access to something: keys of well-known forms, and what stands behind such names. */
final class SecretText {
    private record Form(String kind, Pattern pattern) {}

    private static final List<Form> FORMS = List.of(
            new Form("a private key", Pattern.compile("(?s).*-----BEGIN [A-Z ]*PRIVATE KEY-----.*")),
            new Form("an access key", Pattern.compile("(?:AKIA|ASIA)[A-Z0-9]{16}")),
            new Form("an access key", Pattern.compile("AIza[A-Za-z0-9_-]{30,}")),
            new Form(
                    "a token",
                    Pattern.compile(
                            "(?:gh[pousr]_|github_pat_|glpat-|xox[abprs]-|sk-|sk_live_|sk_test_|rk_live_|hf_|npm_"
                                    + "|pypi-|dop_v1_|SG\\.|shpat_|ya29\\.)[A-Za-z0-9_.-]{8,}")),
            new Form("a token", Pattern.compile("eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*")),
            new Form("a login", Pattern.compile("[a-z][a-z0-9+.-]*://[^/\\s:@]*:[^/\\s@]+@.*")));

    private static final Pattern NAME =
            Pattern.compile("(?:.*_)?(?:PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|APIKEY|API_KEY|ACCESS_KEY|SECRET_KEY"
                    + "|PRIVATE_KEY|AUTH_KEY|CREDENTIALS?|PGPASSWORD)(?:_ID)?");

    /** What stands for a secret, or says where it is. */
    private static final Pattern HARMLESS = Pattern.compile(
            "(?i)[/~.].*|[A-Z]:\\\\.*|\\$.*|<.*>|\\{.*}|true|false|yes|no|none|null|\\d{1,3}|x+|\\*+|change-?me.*|test|dummy"
                    + "|example|placeholder|your.*|.*-file|.*\\.(?:json|pem|txt|key|toml|ya?ml)");

    private SecretText() {}

    /**
     * What kind of secret stands somewhere in a line of words, such as {@code --token=ghp_…} or {@code export
     * DB_PASSWORD=…}; empty where none does.
     */
    static Optional<String> within(String text) {
        Optional<String> whole = kind("", text);
        return whole.isPresent()
                ? whole
                : Stream.of(text.split("[\\s;&|\"']+"))
                        .flatMap(word -> {
                            int equals = word.indexOf('=');
                            String name = word.substring(0, Math.max(equals, 0)).replaceFirst("^-+", "");
                            return kind(name.replace('-', '_'), word.substring(equals + 1)).stream();
                        })
                        .findFirst();
    }

    /** What kind of secret a variable has; empty where it has none. */
    static Optional<String> kind(String name, String value) {
        Optional<String> form = FORMS.stream()
                .filter(each -> each.pattern().matcher(value).matches())
                .map(Form::kind)
                .findFirst();
        boolean named = NAME.matcher(name.toUpperCase(Locale.ROOT)).matches()
                && !value.isBlank()
                && !HARMLESS.matcher(value).matches();
        return form.or(() -> named ? Optional.of("a secret") : Optional.empty());
    }
}
