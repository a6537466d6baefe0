// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.doctor;

import dev.zeus.wheels.WheelSetDeclaration;
import dev.zeus.wheels.core.answer.Setting;
import dev.zeus.wheels.core.event.Problem;
import dev.zeus.wheels.core.setup.IndexAccess;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What a run of {@link Examination} looks at, as far as the front end could find it.
 *
 * @param set the declarations; empty where there is no registry, or none that can be loaded
 * @param registry why there is no registry
 * @param module the module that is looked at
 * @param access how the indexes are reached; fails as a goal would where an option is wrong
 * @param servers the ids of the servers in {@code settings.xml} that hold a login
 * @param proxies the proxies in {@code settings.xml} that are active, as they are shown
 * @param front the versions of what runs this, and the least that will do: Maven
 * @param pythons where host Pythons are, besides the path
 * @param environment the environment variables
 * @param settings the options that the front end knows
 */
public record DoctorRequest(
        Optional<WheelSetDeclaration> set,
        Optional<Problem> registry,
        Examined module,
        Supplier<IndexAccess> access,
        Set<String> servers,
        List<String> proxies,
        Front front,
        String pythons,
        Map<String, String> environment,
        List<Setting> settings) {
    public DoctorRequest {
        servers = Set.copyOf(servers);
        proxies = List.copyOf(proxies);
        environment = Map.copyOf(environment);
        settings = List.copyOf(settings);
    }

    /**
     * The module that is looked at.
     *
     * @param directory where it is; empty outside of one
     * @param outputDirectory the generated directory
     * @param snapshot the file of the versions in nixpkgs
     * @param processor whether the annotation processor is wired; empty where that is not known
     */
    public record Examined(
            Optional<Path> directory, Path outputDirectory, Path snapshot, Optional<Boolean> processor) {}

    /**
     * The program that runs this.
     *
     * @param name such as {@code Maven}
     * @param version its version
     * @param floor the least that will do
     */
    public record Front(String name, String version, String floor) {}
}
