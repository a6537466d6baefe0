// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A container image of an environment.
 *
 * @param repository what it is loaded as, such as {@code acme/shop}
 * @param tag its tag; empty for one that changes with its content
 * @param entrypoint the application that it runs
 * @param arguments what the application is called with unless who runs the image says otherwise
 * @param ports the ports that it listens on, such as {@code 8000}
 * @param variables the variables beside those of the environment
 * @param labels what others are to know of it
 * @param user the user that it runs as
 * @param workingDirectory the directory that it starts in
 * @param shell whether it has a shell
 */
public record ContainerImageDeclaration(
        String repository,
        String tag,
        String entrypoint,
        List<String> arguments,
        List<Integer> ports,
        SortedMap<String, String> variables,
        SortedMap<String, String> labels,
        ImageUser user,
        String workingDirectory,
        boolean shell)
        implements EnvironmentPart {
    /**
     * Copies what it is given, so that it cannot change.
     *
     * @param repository what it is loaded as, such as {@code acme/shop}
     * @param tag its tag; empty for one that changes with its content
     * @param entrypoint the application that it runs
     * @param arguments what the application is called with unless who runs the image says otherwise
     * @param ports the ports that it listens on, such as {@code 8000}
     * @param variables the variables beside those of the environment
     * @param labels what others are to know of it
     * @param user the user that it runs as
     * @param workingDirectory the directory that it starts in
     * @param shell whether it has a shell
     */
    public ContainerImageDeclaration {
        arguments = List.copyOf(arguments);
        ports = List.copyOf(ports);
        variables = Collections.unmodifiableSortedMap(new TreeMap<>(variables));
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    }

    /** The last part of its repository. */
    @Override
    public String name() {
        return repository.substring(repository.lastIndexOf('/') + 1);
    }
}
