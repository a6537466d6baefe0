// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.event.ProblemKind;
import dev.zeus.wheels.core.text.Printable;
import dev.zeus.wheels.core.wheel.WheelArchive;
import dev.zeus.wheels.python.EntryPoints;
import dev.zeus.wheels.python.EntryPoints.EntryPoint;
import dev.zeus.wheels.python.PackagingParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** Whether a wheel's commands have names that can be files, and lead to modules that are there. */
final class EntryPointsCheck implements Asking.TargetQuestion {
    private static final int LONGEST = 100;

    private final Set<String> modules;

    EntryPointsCheck(InstalledWheels installed) {
        this.modules = installed.modules();
    }

    @Override
    public List<Outcome> ask(CheckedWheel wheel) {
        return wheel.ask(archive -> problems(archive, wheel.wheel().filename().text(), modules));
    }

    /**
     * What is wrong with {@code entry_points.txt}.
     *
     * @param elsewhere the top-level modules of the other packages on the target
     */
    static List<Problem> problems(WheelArchive archive, String wheel, Set<String> elsewhere) {
        Optional<String> text = archive.text(archive.distInfo() + "entry_points.txt");
        if (text.isEmpty()) {
            return List.of();
        }
        EntryPoints points;
        try {
            points = EntryPoints.parse(text.get());
        } catch (PackagingParseException e) {
            return List.of(wrong(
                    CheckProblem.BAD_ENTRY_POINTS,
                    wheel,
                    "has an entry_points.txt that cannot be read: expected " + e.expected()));
        }
        InstalledModules modules = new InstalledModules(archive.paths());
        Findings findings = new Findings();
        for (String group : new String[] {"console_scripts", "gui_scripts"}) {
            findings.add(problems(points.group(group), wheel, modules, elsewhere));
        }
        return findings.all();
    }

    private static List<Problem> problems(
            SortedMap<String, EntryPoint> points, String wheel, InstalledModules modules, Set<String> elsewhere) {
        Findings findings = new Findings();
        for (var point : points.entrySet()) {
            String name = point.getKey();
            String module = point.getValue().module();
            if (name.indexOf('/') >= 0 || name.indexOf('\\') >= 0 || name.startsWith(".") || name.indexOf('\0') >= 0) {
                findings.add(wrong(
                        CheckProblem.BAD_COMMAND,
                        wheel,
                        "has the command \"" + shown(name) + "\", which is not a file name"));
            } else if (point.getValue().attribute().isEmpty()) {
                findings.add(wrong(
                        CheckProblem.BAD_COMMAND,
                        wheel,
                        "has the command \"" + shown(name) + "\" without a function to call"));
            }
            String top = module.indexOf('.') < 0 ? module : module.substring(0, module.indexOf('.'));
            if (!modules.has(module) && (modules.hasTop(top) || !elsewhere.contains(top))) {
                findings.add(wrong(
                        CheckProblem.NO_SUCH_MODULE,
                        wheel,
                        "has the command \"" + shown(name) + "\" of the module \"" + shown(module)
                                + "\", which it does not contain"));
            }
        }
        return findings.all();
    }

    private static String shown(String text) {
        return Printable.of(text, LONGEST);
    }

    private static Problem wrong(ProblemKind code, String wheel, String what) {
        return new Problem(
                code,
                "\"" + wheel + "\" " + what,
                "use another version of the package, or do without its command, and tell its authors");
    }
}
