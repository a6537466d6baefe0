// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

/**
 * That a file was withdrawn, though it can still be downloaded.
 *
 * <p>Standard: <a href="https://peps.python.org/pep-0592/">PEP 592</a>.
 *
 * @param reason why, in the words of who did it; empty if no reason is given
 */
public record Yank(String reason) {
    /** A reason is a typed sentence or two. */
    private static final int LONGEST_REASON = 5_000;

    /**
     * Takes the reason.
     *
     * @param reason why, in the words of who did it; empty if no reason is given
     * @throws PackagingParseException if it is not one line of at most 5,000 visible characters
     */
    public Yank {
        Chars.requireLine("reason", reason, LONGEST_REASON);
    }
}
