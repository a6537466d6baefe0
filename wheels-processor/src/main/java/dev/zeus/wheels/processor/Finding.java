// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import java.util.Comparator;
import java.util.Locale;

/** One problem at one place, ready to be said. */
record Finding(Problem problem, Site site, String message, String hint) {
    /** Reading order, so that every compiler and every run says the same in the same order. */
    static final Comparator<Finding> IN_ORDER = Comparator.<Finding>comparingInt(
                    finding -> finding.site().order())
            .thenComparing(finding -> finding.problem().code())
            .thenComparing(Finding::message);

    /**
     * Where each code is explained, in the project of the pom's {@code <url>}; the headings of the page are the codes.
     */
    private static final String PAGE = "https://github.com/zeus-wheels/zeus-wheels/blob/main/docs/problems.md#";

    /** The address of a code's part of the page that explains the codes. */
    static String page(String code) {
        return PAGE + code.toLowerCase(Locale.ROOT);
    }

    /** Three lines; the first names the place in words, since not every compiler marks it exactly. */
    @Override
    public String toString() {
        String place = site.path().isEmpty() ? "" : site.path() + ": ";
        return text(problem, place + message, hint);
    }

    static String text(Problem problem, String message, String hint) {
        return "[wheels/" + problem.code() + "] " + message + "\n  hint: " + hint + "\n  see: " + page(problem.code());
    }
}
