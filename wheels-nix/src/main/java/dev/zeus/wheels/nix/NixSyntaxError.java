// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.nix;

/**
 * The first thing wrong with a Nix text, at its place.
 *
 * <p>Printed as {@code 3:7: expected ";" after the value of "pname" but found "version"}.
 *
 * @param line the line, counted from 1
 * @param column the column, counted from 1 in UTF-16 units
 * @param message what is wrong, and what was expected
 * @param hint the one thing to do next
 */
public record NixSyntaxError(int line, int column, String message, String hint) {
    @Override
    public String toString() {
        return line + ":" + column + ": " + message;
    }
}
