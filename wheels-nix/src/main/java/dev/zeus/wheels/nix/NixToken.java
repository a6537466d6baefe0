// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.nix;

/**
 * One token with its place in the text.
 *
 * @param kind what it is
 * @param text its characters as written
 * @param offset where it begins, in UTF-16 units from the beginning of the text
 */
record NixToken(NixTokenKind kind, String text, int offset) {
    /** The token as a message names it: quoted as written where that is short, else what it is. */
    String shown() {
        return switch (kind) {
            case IDENTIFIER, INTEGER, FLOAT, PATH, URI, SEARCH_PATH, HOME_PATH ->
                text.length() <= 60 ? '"' + text + '"' : kind.words();
            default -> kind.words();
        };
    }
}
