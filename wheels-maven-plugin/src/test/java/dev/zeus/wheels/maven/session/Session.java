// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.maven.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One command of a session, and what of its output is the product's: {@code new Session("mvn -q wheels:tree")}.
 *
 * @param command as a user types it
 * @param execution what the consumer's pom calls the options of it, where other goals run in the same start of Maven;
 *     empty for none
 * @param shown which of the lines are the same on every machine; the others are not recorded
 */
record Session(String command, String execution, Pattern shown) {
    private static final Pattern OURS = Pattern.compile("\\[INFO] --- .*wheels.*@.* ---");
    private static final Pattern OTHER = Pattern.compile("\\[INFO] (-{3,}[ <\\[]|>>> |<<< ).*");
    private static final Pattern RULE = Pattern.compile("\\[INFO] -{72}");
    private static final Pattern HELP = Pattern.compile("\\[ERROR] -> \\[Help 1].*");
    private static final Pattern ALL = Pattern.compile(".*");

    /** What other plugins say within a goal that compiles. */
    private static final Pattern OTHERS =
            Pattern.compile("\\[INFO] (Using '|skip non|Copying |Recompiling |Compiling |Nothing to |Changes det).*");

    Session(String command) {
        this(command, "");
    }

    Session(String command, String execution) {
        this(command, execution, ALL);
    }

    /** The name of the goal: {@code tree}. */
    String goal() {
        return command.replaceAll("mvn (-q )?(wheels|dev\\.zeus\\S*):(\\w+).*", "$3");
    }

    /** How it is asked beside others: {@code wheels:tree@inverted}. */
    String asked() {
        return "wheels:" + goal() + (execution.isEmpty() ? "" : "@" + execution);
    }

    /**
     * What Maven wrote of several goals of one start, goal by goal; the end of Maven, with a failure, belongs to the
     * last of them.
     */
    static List<List<String>> parts(List<String> lines) {
        List<List<String>> parts = new ArrayList<>();
        boolean within = false;
        for (String line : lines) {
            if (OURS.matcher(line).matches()) {
                parts.add(new ArrayList<>());
                within = true;
            } else if (OTHER.matcher(line).matches()) {
                within = false;
            }
            if (within) {
                parts.get(parts.size() - 1).add(line);
            }
        }
        return parts;
    }

    /**
     * What the goal says in the output of Maven: that is, all between Maven's line for the goal and its end, and the
     * message of a failure. What Maven says itself differs from version to version.
     *
     * @param stands what stands for what is another in each run, such as a folder
     */
    List<String> said(List<String> lines, Map<Pattern, String> stands) {
        List<String> said = new ArrayList<>();
        boolean quiet = command.contains(" -q ");
        boolean ours = quiet;
        for (String line : lines) {
            if (OURS.matcher(line).matches()) {
                ours = true;
            } else if (RULE.matcher(line).matches() || HELP.matcher(line).matches()) {
                ours = false;
            } else {
                ours = ours || line.startsWith("[ERROR] Failed to execute goal");
                String replaced = line;
                for (Map.Entry<Pattern, String> each : stands.entrySet()) {
                    replaced = each.getKey().matcher(replaced).replaceAll(each.getValue());
                }
                if (ours
                        && !(quiet && line.startsWith("[INFO]"))
                        && !OTHERS.matcher(line).matches()
                        && shown.matcher(replaced).matches()) {
                    said.add(replaced);
                }
            }
        }
        while (!said.isEmpty() && said.get(said.size() - 1).matches("(\\[INFO])?")) {
            said.remove(said.size() - 1);
        }
        return said;
    }
}
