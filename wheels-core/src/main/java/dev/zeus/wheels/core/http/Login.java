// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A user name and a password; its text never shows them.
 *
 * @param username the user name
 * @param password the password or token
 */
public record Login(String username, String password) {
    /** What indexes take for a user where only a token was given. */
    public static final String TOKEN_USER = "__token__";

    /** A login whose user is {@link #TOKEN_USER} where none is named. */
    public Login {
        username = username.isEmpty() ? TOKEN_USER : username;
    }

    /**
     * The login that the environment holds for a source: {@code WHEELS_INDEX_<NAME>_USERNAME} and {@code …_PASSWORD},
     * or {@code …_TOKEN} alone.
     *
     * @param source the source's name
     * @param environment the environment variables
     */
    public static Optional<Login> ofEnvironment(String source, Map<String, String> environment) {
        String prefix = variable(source);
        Optional<String> token = Optional.ofNullable(environment.get(prefix + "_TOKEN"));
        Optional<String> username = Optional.ofNullable(environment.get(prefix + "_USERNAME"));
        Optional<String> password = Optional.ofNullable(environment.get(prefix + "_PASSWORD"));
        if (token.isEmpty() && username.isEmpty() && password.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Login(username.orElse(""), password.or(() -> token).orElse("")));
    }

    /**
     * What the environment variables of a source begin with, such as {@code WHEELS_INDEX_MY_CORP} for {@code my-corp}:
     * the name in upper case with {@code _} for what is not a letter or digit.
     */
    public static String variable(String source) {
        StringBuilder variable = new StringBuilder("WHEELS_INDEX_");
        for (char c : source.toUpperCase(Locale.ROOT).toCharArray()) {
            variable.append((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ? c : '_');
        }
        return variable.toString();
    }

    /** The value of the {@code Authorization} header. */
    String basic() {
        String text = username + ":" + password;
        return "Basic " + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "Login[****]";
    }
}
