package dev.zeus.wheels.processor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What must hold for a list of Python versions. */
final class PythonRules {
    private static final int OLDEST_MINOR = 8;
    private static final int NEWEST_MINOR = 99;

    /** By their minor versions; what is no Python version comes first. */
    static final Comparator<String> OLDEST_FIRST =
            Comparator.<String>comparingInt(python -> isPython(python) ? Integer.parseInt(python.substring(2)) : -1);

    private final Findings findings;

    PythonRules(Findings findings) {
        this.findings = findings;
    }

    /** Checks the form of every version, and that none stands twice. */
    void check(WrittenList<String> pythons) {
        Set<String> seen = new HashSet<>();
        for (Written<String> python : pythons.items()) {
            if (!isPython(python.value())) {
                findings.add(Mistake.BAD_PYTHON, python.site(), Quoted.text(python.value()), hint(python.value()));
            } else if (!seen.add(python.value())) {
                findings.add(Mistake.DUPLICATE_PYTHON, python.site(), Quoted.text(python.value()));
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

    private static String hint(String written) {
        return corrected(written)
                .map(python -> "did you mean " + Quoted.text(python) + "?")
                .orElse("write for instance \"3.12\"; versions from 3.8 on are known");
    }

    /** {@code 312}, {@code cp312}, {@code 3.12.1} and {@code python3.12} all mean 3.12. */
    private static Optional<String> corrected(String written) {
        List<String> numbers = numbers(written);
        String first = numbers.isEmpty() ? "" : numbers.get(0);
        String python = numbers.size() == 1 && first.length() > 1
                ? first.charAt(0) + "." + first.substring(1)
                : first + "." + (numbers.size() < 2 ? "" : numbers.get(1));
        return isPython(python) ? Optional.of(python) : Optional.empty();
    }

    private static List<String> numbers(String text) {
        List<String> numbers = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean digit = i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
            if (digit && start < 0) {
                start = i;
            } else if (!digit && start >= 0) {
                numbers.add(text.substring(start, i));
                start = -1;
            }
        }
        return numbers;
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
