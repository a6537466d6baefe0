package dev.zeus.wheels.processor;

import java.util.Comparator;

/** One mistake at one place, ready to be said. */
record Finding(Mistake mistake, Site site, String message, String hint) {
    /** Reading order, so that every compiler and every run says the same in the same order. */
    static final Comparator<Finding> IN_ORDER = Comparator.<Finding>comparingInt(
                    finding -> finding.site().order())
            .thenComparing(Finding::mistake)
            .thenComparing(Finding::message);

    /** Two lines; the first names the place in words, since not every compiler marks it exactly. */
    @Override
    public String toString() {
        String place = site.path().isEmpty() ? "" : site.path() + ": ";
        return "[wheels/" + mistake.code() + "] " + place + message + "\n  hint: " + hint;
    }
}
