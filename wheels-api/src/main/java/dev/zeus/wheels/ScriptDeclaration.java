// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

/**
 * One file of Python as a program of an environment.
 *
 * @param name the program's name, such as {@code report}
 * @param file the file, from the directory that has {@code generated/}
 */
public record ScriptDeclaration(String name, String file) implements EnvironmentPart {}
