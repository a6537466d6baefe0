// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A {@code @PythonEnvironment} as it is written; packages are binary names. */
record WrittenEnvironment(
        WrittenDeclaration.TypeName type,
        Site site,
        Written<String> name,
        WrittenList<String> packages,
        Written<String> python,
        WrittenList<String> libraries,
        WrittenList<Variable> variables,
        Written<String> shellHook,
        List<WrittenPart> parts) {
    WrittenEnvironment {
        parts = List.copyOf(parts);
    }

    /** What is written of one kind of parts. */
    <P extends WrittenPart> List<P> parts(Class<P> kind) {
        return parts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** An {@code @EnvironmentVariable} as it is written. */
    record Variable(Site site, Written<String> name, Written<String> value) {
        /** The member {@code variables} of an annotation. */
        static WrittenList<Variable> read(AnnotationMembers members) {
            return members.nested(
                    "variables",
                    variable -> new Variable(variable.site(), variable.text("name"), variable.text("value")));
        }

        /** The values by name; of two with one name the first. */
        static SortedMap<String, String> values(WrittenList<Variable> variables) {
            SortedMap<String, String> values = new TreeMap<>();
            variables
                    .values()
                    .forEach(variable -> values.putIfAbsent(
                            variable.name().value(), variable.value().value()));
            return values;
        }
    }

    /** The normalised name. */
    String normalisedName() {
        return Named.name(name.value(), type.simple());
    }
}
