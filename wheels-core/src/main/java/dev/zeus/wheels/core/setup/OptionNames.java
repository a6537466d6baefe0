// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.setup;

import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.http.HttpSetting;
import dev.zeus.wheels.python.NearName;
import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The options of all goals, which what a user types is held against: a misspelt one would change nothing, silently.
 *
 * <p>Whether an option is on or off is {@code true} or {@code false} and nothing else: anything else would be off. A
 * path does not begin with {@code ~}, which only a shell expands: it would be a directory of that name.
 */
public final class OptionNames {
    /** What an option is. */
    public enum Kind {
        /** On or off. */
        SWITCH,
        /** A file or a directory. */
        PATH,
        /** Anything else, which may name a file among others. */
        TEXT;

        /**
         * Refuses a value that is none of the kind.
         *
         * @param name the option
         * @param value what is given for it
         * @throws WheelsException D210 for what is neither on nor off, D214 for a path that a shell would expand
         */
        public void require(String name, String value) {
            require(name, value, "-D" + name + "=", "");
        }

        /** The same of a value that stands in a pom, as the element of that name. */
        public void requireElement(String name, String value) {
            require(name, value, "<" + name + ">", "</" + name + ">");
        }

        private void require(String name, String value, String before, String after) {
            boolean own = isOfHome(value);
            if (this == SWITCH) {
                if (!value.equals("true") && !value.equals("false")) {
                    throw new WheelsException(
                            OptionProblem.BAD_SWITCH,
                            name + " is \"" + value + "\"; expected true or false",
                            "give " + before + "true" + after);
                }
            } else if (own || (this == PATH && value.startsWith("~"))) {
                throw new WheelsException(
                        OptionProblem.HOME_PATH,
                        name + " is \"" + value + "\", and nothing expands \"~\" there: it would be a directory of that"
                                + " name",
                        (own
                                        ? "give " + before + System.getProperty("user.home") + value.substring(1)
                                                + after
                                        : "give the whole path")
                                + "; a file that is called so is \"./" + value + '"');
            }
        }
    }

    private static final String OURS = "wheels.";
    private static final String INDEX = "wheels.index.";

    private final SortedMap<String, Kind> options = new TreeMap<>();

    /**
     * The options.
     *
     * @param parameters the properties of the goals' parameters, by name
     */
    public OptionNames(Map<String, Kind> parameters) {
        options.putAll(parameters);
        for (HttpSetting setting : HttpSetting.values()) {
            options.put(setting.key(), Kind.TEXT);
        }
    }

    /**
     * Refuses what the options are not.
     *
     * @param typed what stands on the command line
     * @param project the names of the properties that the project has itself, which may begin as ours do
     * @throws WheelsException D212 for an option that there is not, D210 for a value that is neither on nor off, D214
     *     for a path that only a shell would understand
     */
    public void require(Map<String, String> typed, Collection<String> project) {
        for (Map.Entry<String, String> each : new TreeMap<>(typed).entrySet()) {
            String name = each.getKey();
            Kind kind = options.get(name);
            if (kind != null) {
                kind.require(name, each.getValue());
            } else if (name.toLowerCase(Locale.ROOT).startsWith(OURS)
                    && !name.startsWith(INDEX)
                    && !project.contains(name)) {
                throw new WheelsException(
                        OptionProblem.NO_SUCH_OPTION,
                        "there is no option \"" + name + "\"",
                        NearName.among(Collections.unmodifiableCollection(options.keySet()), name)
                                .map(near -> "did you mean -D" + near + "?")
                                .orElse("mvn wheels:help -Ddetail lists them; a property of your own that begins so is"
                                        + " let through where the pom has it, too"));
            }
        }
    }

    /** Whether a text is what only a shell takes for a place in the user's home. */
    static boolean isOfHome(String text) {
        return text.equals("~") || text.startsWith("~/");
    }
}
