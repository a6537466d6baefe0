// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.answer;

import java.util.Locale;

/**
 * One thing that a run depends on, looked at before it.
 *
 * <p>Example: {@code Probe.failed("disk of the cache", "12.0 MiB are free", "remove something: mvn wheels:cache
 * -Dwheels.cache.prune")}.
 *
 * @param name what was looked at
 * @param state whether it will do
 * @param found what was found
 * @param mend what to do; empty where there is nothing to do
 */
public record Probe(String name, State state, String found, String mend) {
    /** Whether it will do. */
    public enum State {
        GOOD,
        /** Something is odd, or keeps some goals from doing all they can. */
        WARNING,
        /** Some goal fails for it. */
        FAILED,
        /** It could not be looked at, for something else that is wrong or not asked for. */
        UNKNOWN;

        /** As it is written. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** It will do. */
    public static Probe good(String name, String found) {
        return new Probe(name, State.GOOD, found, "");
    }

    /** Something is odd. */
    public static Probe warning(String name, String found, String mend) {
        return new Probe(name, State.WARNING, found, mend);
    }

    /** It will not do. */
    public static Probe failed(String name, String found, String mend) {
        return new Probe(name, State.FAILED, found, mend);
    }

    /** It could not be looked at. */
    public static Probe unknown(String name, String why) {
        return new Probe(name, State.UNKNOWN, why, "");
    }
}
