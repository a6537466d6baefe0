package dev.zeus.wheels.core.lock;

import dev.zeus.wheels.core.event.WheelsException;
import java.util.List;
import java.util.Set;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;

/** Reads a lock, after it has been shown to be whole and unedited. */
final class LockReader {
    private static final String MEND = "take it from the last good commit, or write it anew with: mvn wheels:generate";

    private static final Set<String> CONFLICT = Set.of("<<<<<<<", "|||||||", "=======", ">>>>>>>");

    private LockReader() {}

    static Lock read(String text) {
        refuseConflicts(text);
        refuseNewerSchema(text);
        requireWhole(text);
        TomlParseResult toml = Toml.parse(text);
        if (toml.hasErrors()) {
            TomlParseError error = toml.errors().get(0);
            throw new WheelsException(
                    "L104",
                    "pylock.toml is no TOML, line " + error.position().line() + ": " + error.getMessage(),
                    MEND);
        }
        return new LockTables(toml).lock();
    }

    private static void refuseConflicts(String text) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (CONFLICT.contains(line.substring(0, Math.min(7, line.length())))) {
                throw new WheelsException(
                        "L101",
                        "pylock.toml holds a merge conflict at line " + (i + 1) + ": \"" + line + '"',
                        "write it anew from the merged declarations with: mvn wheels:generate");
            }
        }
    }

    /** A newer file may be laid out in any way, so that its number is looked for before anything else is read. */
    private static void refuseNewerSchema(String text) {
        int tool = text.lastIndexOf("[tool." + LockPrinter.TOOL + "]");
        int schema = tool < 0 ? -1 : text.indexOf("\nschema = ", tool);
        // A number without a line end is a cut one.
        if (schema < 0 || text.indexOf('\n', schema + 1) < 0) {
            return;
        }
        String number = text.substring(schema + "\nschema = ".length())
                .lines()
                .findFirst()
                .orElse("")
                .strip();
        if (!number.equals(Integer.toString(LockPrinter.SCHEMA))) {
            throw new WheelsException(
                    "L102",
                    "pylock.toml has schema \"" + number + "\", and this plugin reads only schema "
                            + LockPrinter.SCHEMA,
                    "use the wheels-maven-plugin that wrote it, or a newer one");
        }
    }

    private static void requireWhole(String text) {
        if (text.indexOf('\r') >= 0) {
            throw new WheelsException(
                    "L103",
                    "pylock.toml has carriage returns: its line ends were changed after it was written",
                    "have git keep them with the line \"* text=auto eol=lf\" in .gitattributes, then run:"
                            + " mvn wheels:generate");
        }
        int last = text.lastIndexOf('\n' + LockPrinter.DIGEST);
        if (last < 0 || !text.endsWith("\"\n")) {
            throw new WheelsException(
                    "L103", "pylock.toml is cut: its last line, a digest of all others, is missing", MEND);
        }
        String before = text.substring(0, last + 1);
        String written = text.substring(last + 1 + LockPrinter.DIGEST.length(), text.length() - 2);
        String actual = LockPrinter.digest(before).hex();
        if (!written.equals(actual)) {
            throw new WheelsException(
                    "L103",
                    "pylock.toml was cut or edited: its last line says \"sha256:" + written
                            + "\", and the text before it has sha256:" + actual,
                    MEND);
        }
    }
}
