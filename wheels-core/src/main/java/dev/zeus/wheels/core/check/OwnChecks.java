// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.check;

import dev.zeus.wheels.InspectedWheel;
import dev.zeus.wheels.WheelInspection;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.wheel.WheelArchive;
import java.util.List;
import java.util.Optional;

/** Asks the checks of the user, whose code may fail as it likes. */
final class OwnChecks implements Asking.TargetQuestion {
    /** A check of the user's own gets the file as one array, which must fit in the heap. */
    private static final long LARGEST = 512L << 20;

    private final List<WheelInspection> inspections;
    private final String target;

    OwnChecks(InstalledWheels installed) {
        this.inspections = installed.request().inspections();
        this.target = installed.target().id();
    }

    @Override
    public boolean isAsked(CheckedWheel wheel) {
        return !inspections.isEmpty();
    }

    @Override
    public List<Outcome> ask(CheckedWheel wheel) {
        return wheel.ask(archive -> problems(archive, wheel));
    }

    private List<Problem> problems(WheelArchive archive, CheckedWheel checked) {
        InspectedWheel wheel = new Inspected(archive, checked, target);
        Findings findings = new Findings();
        inspections.forEach(inspection -> problem(inspection, wheel).ifPresent(findings::add));
        return findings.all();
    }

    private static Optional<Problem> problem(WheelInspection inspection, InspectedWheel wheel) {
        try {
            return inspection.problems(wheel).stream()
                    .findFirst()
                    .map(what -> new Problem(
                            CheckProblem.OWN_CHECK,
                            "\"" + wheel.filename() + "\" " + what + " (" + inspection.name() + ")",
                            "use another version of the package, or change the check "
                                    + inspection.getClass().getName()));
        } catch (RuntimeException | LinkageError e) {
            return Optional.of(new Problem(
                    CheckProblem.BROKEN_CHECK,
                    "the check " + inspection.getClass().getName() + " failed on \"" + wheel.filename() + "\": "
                            + said(e, inspection.getClass()),
                    "correct the check"));
        }
    }

    /** In the words of the check, with the line that its author looks at: the last of its own. */
    private static String said(Throwable failure, Class<?> inspection) {
        String message = failure.getMessage() == null ? "it gives no reason" : failure.getMessage();
        List<StackTraceElement> trace = List.of(failure.getStackTrace());
        return trace.stream()
                .filter(line -> line.getClassName().equals(inspection.getName()))
                .findFirst()
                .or(() -> trace.stream().findFirst())
                .map(line -> message + " (" + line.getFileName() + ", line " + line.getLineNumber() + ")")
                .orElse(message);
    }

    private record Inspected(WheelArchive archive, CheckedWheel checked, String target) implements InspectedWheel {
        @Override
        public String project() {
            return checked.locked().name().value();
        }

        @Override
        public String version() {
            return checked.locked().version().toString();
        }

        @Override
        public String filename() {
            return checked.wheel().filename().text();
        }

        @Override
        public List<String> paths() {
            return archive.paths();
        }

        @Override
        public byte[] read(String path) {
            return archive.entry(path)
                    .filter(entry -> entry.size() <= LARGEST)
                    .map(entry -> archive.read(entry, LARGEST))
                    .orElseThrow(() -> new IllegalArgumentException("no file \"" + path + "\" that can be read"));
        }
    }
}
