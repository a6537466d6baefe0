// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

/**
 * A shell with a virtual environment of pip.
 *
 * @param directory the directory of the virtual environment
 * @param wheels a folder of wheels that pip takes all files from, empty for none
 */
public record PipBridgeDeclaration(String directory, String wheels) implements EnvironmentPart {
    /** There is one. */
    @Override
    public String name() {
        return "shell";
    }
}
