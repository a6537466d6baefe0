// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.http;

import dev.zeus.wheels.core.event.WheelsException;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A value for every {@link HttpSetting}: counts, milliseconds and bytes.
 *
 * @param values what differs from the defaults
 */
public record HttpSettings(Map<HttpSetting, Long> values) {
    /** Nothing set. */
    public static final HttpSettings DEFAULTS = new HttpSettings(Map.of());

    public HttpSettings {
        Map<HttpSetting, Long> all = new EnumMap<>(HttpSetting.class);
        all.putAll(values);
        values = Collections.unmodifiableMap(all);
    }

    /**
     * The options with what the user has set.
     *
     * @param property finds a Maven property by its name; it goes before the environment
     * @param variable finds an environment variable by its name
     * @throws WheelsException {@code E404} if a value is not a number in its range, naming the setting
     */
    public static HttpOptions apply(
            HttpOptions options,
            Function<String, Optional<String>> property,
            Function<String, Optional<String>> variable) {
        HttpSettings settings = options.settings();
        for (HttpSetting setting : HttpSetting.values()) {
            Optional<String> ofProperty = property.apply(setting.key());
            Optional<String> text = ofProperty.isPresent() ? ofProperty : variable.apply(setting.variable());
            if (text.isPresent()) {
                String name = ofProperty.isPresent() ? setting.key() : setting.variable();
                settings = settings.with(setting, setting.parse(name, text.get()));
            }
        }
        return options.withSettings(settings);
    }

    /** These settings with another value for one. */
    HttpSettings with(HttpSetting setting, long value) {
        Map<HttpSetting, Long> all = new EnumMap<>(HttpSetting.class);
        all.putAll(values);
        all.put(setting, value);
        return new HttpSettings(all);
    }

    /** The value of a setting. */
    long of(HttpSetting setting) {
        return values.getOrDefault(setting, setting.standard());
    }

    /** A setting that counts something. */
    int count(HttpSetting setting) {
        return Math.toIntExact(of(setting));
    }

    /** A setting that is a time. */
    Duration time(HttpSetting setting) {
        return Duration.ofMillis(of(setting));
    }

    /** The value of a setting for a message, with its key. */
    String said(HttpSetting setting) {
        return setting.said(of(setting));
    }
}
