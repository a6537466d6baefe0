// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import dev.zeus.wheels.processor.hint.PythonHint;
import java.util.Comparator;
import java.util.List;

/** What must hold for a list of Python versions. */
final class PythonRules {
    /** The oldest Python that wheels of 2026 are still built for. */
    private static final int OLDEST_MINOR = 8;

    /** Two digits: at one release a year, enough for decades. */
    private static final int NEWEST_MINOR = 99;

    /** By their minor versions; what is not a Python version comes first. */
    static final Comparator<String> OLDEST_FIRST =
            Comparator.<String>comparingInt(python -> isPython(python) ? Integer.parseInt(python.substring(2)) : -1);

    private final Findings findings;

    PythonRules(Findings findings) {
        this.findings = findings;
    }

    /** Checks the form of every version, and that none stands twice. */
    void check(WrittenList<String> pythons) {
        Seen<String> seen = new Seen<>();
        for (Written<String> python : pythons.items()) {
            if (!isPython(python.value())) {
                findings.add(
                        Mistake.BAD_PYTHON,
                        python.site(),
                        Quoted.text(python.value()),
                        Hints.or(
                                PythonHint.of(python.value(), PythonRules::isPython),
                                "write for instance \"3.12\"; versions from 3.8 on are known"));
            } else {
                seen.put(python.value(), python.site())
                        .ifPresent(before -> findings.add(
                                Mistake.DUPLICATE_PYTHON, python.site(), Quoted.text(python.value()), before));
            }
        }
    }

    /** Checks that none is newer than any that is known; what a set has, its declarations may have. */
    void checkKnown(WrittenList<String> pythons) {
        for (Written<String> python : pythons.items()) {
            if (isPython(python.value()) && Integer.parseInt(python.value().substring(2)) > PythonHint.NEWEST_MINOR) {
                findings.add(
                        Suspicion.NEWER_THAN_KNOWN,
                        python.site(),
                        Quoted.text(python.value()),
                        "Python",
                        "make sure that it is out: the newest known is 3." + PythonHint.NEWEST_MINOR);
            }
        }
    }

    /** Checks the one version of an environment, which is one of the set's. */
    void check(Written<String> python, WrittenSet set) {
        if (python.given()) {
            check(new WrittenList<>(List.of(python), python.site(), true, true), set);
        }
    }

    /** Checks the versions of a declaration, which are some of the set's. */
    void check(WrittenList<String> pythons, WrittenSet set) {
        check(pythons);
        List<String> known = set.pythons().values();
        for (Written<String> python : pythons.items()) {
            if (isPython(python.value()) && set.pythons().complete() && !known.contains(python.value())) {
                findings.add(Mistake.PYTHON_NOT_IN_SET, python.site(), Quoted.text(python.value()), Quoted.all(known));
            }
        }
    }

    static boolean isPython(String text) {
        if (!text.startsWith("3.") || text.length() > 4) {
            return false;
        }
        String minor = text.substring(2);
        return !minor.isEmpty()
                && minor.charAt(0) != '0'
                && minor.chars().allMatch(digit -> digit >= '0' && digit <= '9')
                && Integer.parseInt(minor) >= OLDEST_MINOR
                && Integer.parseInt(minor) <= NEWEST_MINOR;
    }
}
