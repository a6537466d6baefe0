// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

import java.util.List;

/**
 * Some commands of an environment as a program of their own.
 *
 * @param name the name, such as {@code web}
 * @param commands the commands of the environment's packages, in declared order; the first is the main one
 * @param arguments what the command is called with before what the user adds
 */
public record ApplicationDeclaration(String name, List<String> commands, List<String> arguments)
        implements EnvironmentPart {
    /**
     * Copies the lists.
     *
     * @param name the name, such as {@code web}
     * @param commands the commands of the environment's packages, in declared order; the first is the main one
     * @param arguments what the command is called with before what the user adds
     */
    public ApplicationDeclaration {
        commands = List.copyOf(commands);
        arguments = List.copyOf(arguments);
    }
}
