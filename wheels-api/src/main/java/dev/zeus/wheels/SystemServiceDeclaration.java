// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A service of NixOS that runs an application of an environment.
 *
 * @param name the name, such as {@code shop}
 * @param application the application that it runs
 * @param description what it is; never empty
 * @param arguments what the application is called with, where {@code {port}} is the port
 * @param port the port that it listens on; 0 for none
 * @param variables the variables beside those of the environment
 * @param credentials the names of the secrets that it is given
 */
public record SystemServiceDeclaration(
        String name,
        String application,
        String description,
        List<String> arguments,
        int port,
        SortedMap<String, String> variables,
        List<String> credentials)
        implements EnvironmentPart {
    /**
     * Copies what it is given, so that it cannot change.
     *
     * @param name the name, such as {@code shop}
     * @param application the application that it runs
     * @param description what it is; never empty
     * @param arguments what the application is called with, where {@code {port}} is the port
     * @param port the port that it listens on; 0 for none
     * @param variables the variables beside those of the environment
     * @param credentials the names of the secrets that it is given
     */
    public SystemServiceDeclaration {
        arguments = List.copyOf(arguments);
        variables = Collections.unmodifiableSortedMap(new TreeMap<>(variables));
        credentials = List.copyOf(credentials);
    }
}
