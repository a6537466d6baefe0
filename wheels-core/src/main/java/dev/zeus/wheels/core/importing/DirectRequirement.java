package dev.zeus.wheels.core.importing;

import dev.zeus.wheels.python.Requirement;
import java.util.Optional;

/**
 * A package that a project asks for itself.
 *
 * @param requirement what it asks for
 * @param source the name of the source it is to come from, where that is not the usual one
 * @param place where it says so
 */
record DirectRequirement(Requirement requirement, Optional<String> source, Place place) {}
