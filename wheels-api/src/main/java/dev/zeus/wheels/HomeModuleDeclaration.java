// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

import java.util.List;

/**
 * A module for home-manager that installs applications of an environment.
 *
 * @param name the name, such as {@code tools}
 * @param applications the applications that it installs, in declared order
 * @param interpreter whether it offers the environment's interpreter
 */
public record HomeModuleDeclaration(String name, List<String> applications, boolean interpreter)
        implements EnvironmentPart {
    /**
     * Copies what it is given, so that it cannot change.
     *
     * @param name the name, such as {@code tools}
     * @param applications the applications that it installs, in declared order
     * @param interpreter whether it offers the environment's interpreter
     */
    public HomeModuleDeclaration {
        applications = List.copyOf(applications);
    }
}
