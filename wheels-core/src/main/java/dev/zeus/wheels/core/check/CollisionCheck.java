// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.text.Counted;
import dev.zeus.wheels.core.text.Printable;
import dev.zeus.wheels.core.wheel.WheelArchive;
import dev.zeus.wheels.core.wheel.WheelEntry;
import dev.zeus.wheels.python.EntryPoints;
import dev.zeus.wheels.python.PackagingParseException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether two packages of a target install different files at one place, of which only one would be there: an installer
 * overwrites the first, and an environment of nixpkgs does not build.
 *
 * <p>The same file twice is not a collision. Commands are never the same: each is made to find its own package.
 */
final class CollisionCheck implements Asking.TargetQuestion {
    private static final int SHOWN = 8;
    private static final int LONGEST = 200;

    /** Larger ones are no scripts. */
    private static final long SCRIPT = 1 << 16;

    /** What is at a place: whose it is, and what it holds. */
    private record Owner(String wheel, String content) {}

    private final Map<String, Owner> owners = new HashMap<>();
    private final String python;

    CollisionCheck(InstalledWheels installed) {
        this.python = installed.target().python();
        Owner itself = new Owner("Python " + python, "python");
        for (String program : new String[] {"python", "pydoc", "idle", "2to3"}) {
            // What the interpreter has at these places is in every environment.
            for (String version : new String[] {"", "3", python}) {
                boolean is = !program.equals("2to3") || version.isEmpty();
                if (is) {
                    owners.put("bin/" + program + version, itself);
                }
            }
        }
        for (String version : new String[] {"", "3", python}) {
            owners.put("bin/python" + version + "-config", itself);
        }
    }

    @Override
    public List<Outcome> ask(CheckedWheel wheel) {
        return wheel.ask(archive ->
                add(archive, wheel.wheel().filename().text()).stream().toList());
    }

    /** Adds a wheel; the places that earlier ones have taken for other files. */
    private Optional<Problem> add(WheelArchive archive, String wheel) {
        SortedMap<String, List<String>> collisions = new TreeMap<>();
        for (WheelEntry entry : archive.entries()) {
            InstalledPath.of(entry.path())
                    .filter(path -> !entry.isDirectory() && !path.isRemoved())
                    .map(path -> path.place(python, archive.distInfo()))
                    .ifPresent(place -> {
                        boolean command = place.startsWith("bin/") && isScript(archive, entry);
                        String content = command ? "command" : entry.crc() + " " + entry.size();
                        claim(place, new Owner(wheel, content), command, collisions);
                    });
        }
        commands(archive).forEach(command -> claim("bin/" + command, new Owner(wheel, "command"), true, collisions));
        return collisions.isEmpty() ? Optional.empty() : Optional.of(problem(wheel, collisions));
    }

    private void claim(String place, Owner owner, boolean command, SortedMap<String, List<String>> collisions) {
        @Nullable Owner other = owners.putIfAbsent(place, owner);
        boolean same = other == null || other.wheel.equals(owner.wheel);
        if (!same && (command || !other.content.equals(owner.content))) {
            collisions
                    .computeIfAbsent(other.wheel, wheel -> new ArrayList<>())
                    .add(place.replaceFirst("^lib/python[0-9.]+/", ""));
        }
    }

    /** Whether a program is one of Python, which gets the way to its package written into it. */
    private static boolean isScript(WheelArchive archive, WheelEntry entry) {
        return entry.size() <= SCRIPT && firstLine(archive, entry).matches("#!.*(python|pypy).*");
    }

    private static String firstLine(WheelArchive archive, WheelEntry entry) {
        return new String(archive.read(entry, SCRIPT), StandardCharsets.ISO_8859_1)
                .lines()
                .findFirst()
                .orElse("");
    }

    /** The commands that installers make; none where they cannot be read, which another check says. */
    private static List<String> commands(WheelArchive archive) {
        try {
            EntryPoints points = EntryPoints.parse(
                    archive.text(archive.distInfo() + "entry_points.txt").orElse(""));
            List<String> commands =
                    new ArrayList<>(points.group("console_scripts").keySet());
            commands.addAll(points.group("gui_scripts").keySet());
            return commands;
        } catch (PackagingParseException e) {
            return List.of();
        }
    }

    private static Problem problem(String wheel, SortedMap<String, List<String>> collisions) {
        String all = collisions.entrySet().stream()
                .map(other -> "\"" + wheel + "\" and \"" + other.getKey() + "\" install different files at "
                        + shown(other.getValue()))
                .collect(Collectors.joining("; "));
        String place = collisions.values().iterator().next().get(0);
        boolean site = place.startsWith("site-packages/");
        return new Problem(
                CheckProblem.COLLISION,
                all,
                "leave one of them out (excludes of @WheelSet, or remove of a @Recipe), or take another version; or keep one"
                        + " file only, in an overlay after this one: NAME.overridePythonAttrs (old: { postInstall = \"rm"
                        + " $out/"
                        + (site ? "${python.sitePackages}" + place.substring("site-packages".length()) : place)
                        + "\"; })");
    }

    private static String shown(List<String> places) {
        List<String> quoted = places.stream()
                .sorted()
                .map(place -> "\"" + Printable.of(place, LONGEST) + "\"")
                .toList();
        return Counted.first(SHOWN, quoted, "place");
    }
}
