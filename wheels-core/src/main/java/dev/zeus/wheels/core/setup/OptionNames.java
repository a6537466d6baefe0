// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.setup;

import dev.zeus.wheels.core.event.WheelsException;
import dev.zeus.wheels.core.http.HttpSetting;
import dev.zeus.wheels.python.NearName;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The options of all goals, which what a user types is held against: a misspelt one would change nothing, silently.
 *
 * <p>Whether an option is on or off is {@code true} or {@code false} and nothing else: anything else would be off.
 */
public final class OptionNames {
    private static final String OURS = "wheels.";
    private static final String INDEX = "wheels.index.";

    /** By name, whether it is on or off. */
    private final SortedMap<String, Boolean> options = new TreeMap<>();

    /**
     * The options.
     *
     * @param parameters the properties of the goals' parameters, by name, with whether each is on or off
     */
    public OptionNames(Map<String, Boolean> parameters) {
        options.putAll(parameters);
        Arrays.stream(HttpSetting.values()).forEach(setting -> options.put(setting.key(), false));
    }

    /**
     * Refuses what the options are not.
     *
     * @param typed what stands on the command line
     * @param project the names of the properties that the project has itself, which may begin as ours do
     * @throws WheelsException D212 for an option that there is not, D210 for a value that is neither on nor off
     */
    public void require(Map<String, String> typed, Collection<String> project) {
        for (Map.Entry<String, String> each : new TreeMap<>(typed).entrySet()) {
            String name = each.getKey();
            if (Boolean.TRUE.equals(options.get(name))) {
                requireSwitch(name, each.getValue());
            } else if (name.toLowerCase(Locale.ROOT).startsWith(OURS)
                    && !options.containsKey(name)
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

    /**
     * Refuses a value that is neither on nor off.
     *
     * @throws WheelsException D210 where that is so
     */
    public static void requireSwitch(String name, String value) {
        if (!value.equals("true") && !value.equals("false")) {
            throw new WheelsException(
                    OptionProblem.BAD_SWITCH,
                    name + " is \"" + value + "\"; expected true or false",
                    "give -D" + name + "=true");
        }
    }
}
