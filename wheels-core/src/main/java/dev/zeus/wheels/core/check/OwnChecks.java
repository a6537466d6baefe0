package dev.zeus.wheels.core.check;

import dev.zeus.wheels.InspectedWheel;
import dev.zeus.wheels.WheelInspection;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.wheel.WheelArchive;
import java.util.List;
import java.util.Optional;

/** Asks the checks of the user, whose code may fail as it likes. */
final class OwnChecks {
    private static final long LARGEST = 512L << 20;

    private final List<WheelInspection> inspections;

    OwnChecks(List<WheelInspection> inspections) {
        this.inspections = inspections;
    }

    /** What they find. */
    List<Problem> problems(WheelArchive archive, CheckedWheel checked, String target) {
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
                            + said(e),
                    "correct the check"));
        }
    }

    /** In the words of the check, with the line that its author looks at. */
    private static String said(Throwable failure) {
        String message = failure.getMessage() == null ? "it gives no reason" : failure.getMessage();
        StackTraceElement[] trace = failure.getStackTrace();
        return trace.length == 0
                ? message
                : message + " (" + trace[0].getFileName() + ", line " + trace[0].getLineNumber() + ")";
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
