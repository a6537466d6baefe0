// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.nix;

/**
 * One line of comment.
 *
 * <p>In a comment nothing can be escaped, and a bare carriage return ends it, so only printable ASCII is taken: text
 * from an index never gets here, at most values of a checked alphabet such as digests.
 *
 * @param text the line without the {@code #}; may be empty
 */
public record NixComment(String text) {
    public NixComment {
        if (!text.chars().allMatch(c -> c >= ' ' && c < 0x7f) || !text.equals(text.strip())) {
            throw new IllegalArgumentException("not one line of printable ASCII for a comment: " + NixText.quote(text));
        }
    }

    @Override
    public String toString() {
        return text.isEmpty() ? "#" : "# " + text;
    }
}
