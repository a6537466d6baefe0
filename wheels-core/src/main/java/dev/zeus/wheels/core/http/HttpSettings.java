package dev.zeus.wheels.core.http;

import dev.zeus.wheels.core.event.WheelsException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * The settings of the client that a user may change, by their keys.
 *
 * <p>Example: {@code -Dwheels.http.retries=6}, or {@code WHEELS_HTTP_RETRIES=6} in the environment.
 */
public enum HttpSettings {
    /** How often a request is tried again. */
    RETRIES("retries", 0, 19),
    /** How many connections one host is asked for at most. */
    CONNECTIONS("connections", 1, 256),
    /** How long a connection may take, in seconds. */
    CONNECT_TIMEOUT("connectTimeout", 1, 3600),
    /** How long a server may say nothing, in seconds. */
    IDLE_TIMEOUT("idleTimeout", 1, 3600),
    /** How long a small answer may take in all, in seconds. */
    TOTAL_TIMEOUT("totalTimeout", 1, 86_400);

    private final String key;
    private final int least;
    private final int most;

    HttpSettings(String key, int least, int most) {
        this.key = "wheels.http." + key;
        this.least = least;
        this.most = most;
    }

    /** The name of the Maven property. */
    public String key() {
        return key;
    }

    /** The name of the environment variable. */
    public String variable() {
        return "WHEELS_HTTP_" + name();
    }

    /**
     * The options with what the user has set.
     *
     * @param property finds a Maven property by its name
     * @param variable finds an environment variable by its name
     * @throws WheelsException {@code E404} if a value is no number in its range, naming the setting
     */
    public static HttpOptions apply(
            HttpOptions options,
            Function<String, Optional<String>> property,
            Function<String, Optional<String>> variable) {
        HttpOptions changed = options;
        for (HttpSettings setting : values()) {
            Optional<String> ofProperty = property.apply(setting.key);
            Optional<String> text = ofProperty.or(() -> variable.apply(setting.variable()));
            if (text.isPresent()) {
                String name = ofProperty.isPresent() ? setting.key : setting.variable();
                changed = setting.set(changed, setting.parse(name, text.get()));
            }
        }
        return changed;
    }

    private int parse(String name, String text) {
        String digits = text.strip();
        boolean number =
                !digits.isEmpty() && digits.length() < 10 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        int value = number ? Integer.parseInt(digits) : -1;
        if (value < least || value > most) {
            throw new WheelsException(
                    "E404",
                    String.format(
                            Locale.ROOT,
                            "%s is \"%s\"; expected a whole number from %d to %d",
                            name,
                            Printable.of(text, 40),
                            least,
                            most),
                    "correct " + name + ", or leave it out for the default");
        }
        return value;
    }

    private HttpOptions set(HttpOptions options, int value) {
        Duration seconds = Duration.ofSeconds(value);
        return switch (this) {
            case RETRIES -> options.withTries(value + 1, options.backoff());
            case CONNECTIONS -> options.withConnections(value);
            case CONNECT_TIMEOUT -> options.withTimeouts(seconds, options.idleTimeout(), options.totalTimeout());
            case IDLE_TIMEOUT -> options.withTimeouts(options.connectTimeout(), seconds, options.totalTimeout());
            case TOTAL_TIMEOUT -> options.withTimeouts(options.connectTimeout(), options.idleTimeout(), seconds);
        };
    }
}
