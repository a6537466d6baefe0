package dev.zeus.wheels.maven.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One command of a session, and what of its output is the product's: {@code new Session("mvn -q wheels:tree")}.
 *
 * @param command as a user types it
 * @param shown which of the lines are the same on every machine; the others are not recorded
 */
record Session(String command, Pattern shown) {
    private static final Pattern OURS = Pattern.compile("\\[INFO] --- .*wheels.*@.* ---");
    private static final Pattern RULE = Pattern.compile("\\[INFO] -{72}");
    private static final Pattern HELP = Pattern.compile("\\[ERROR] -> \\[Help 1].*");
    private static final Pattern ALL = Pattern.compile(".*");

    /** What other plugins say within a goal that compiles. */
    private static final Pattern OTHERS =
            Pattern.compile("\\[INFO] (Using '|skip non|Copying |Recompiling |Compiling |Nothing to |Changes det).*");

    Session(String command) {
        this(command, ALL);
    }

    /**
     * What the goal says in the output of Maven: that is, all between Maven's line for the goal and its end, and the
     * message of a failure. What Maven says itself differs from version to version.
     *
     * @param stands what stands for what is another in each run, such as a folder
     */
    List<String> said(List<String> lines, Map<Pattern, String> stands) {
        List<String> said = new ArrayList<>();
        boolean ours = command.contains(" -q ");
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
                        && !OTHERS.matcher(line).matches()
                        && shown.matcher(replaced).matches()) {
                    said.add(replaced);
                }
            }
        }
        while (!said.isEmpty() && said.get(said.size() - 1).isEmpty()) {
            said.remove(said.size() - 1);
        }
        return said;
    }
}
