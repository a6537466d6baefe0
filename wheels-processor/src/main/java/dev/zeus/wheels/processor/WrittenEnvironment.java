package dev.zeus.wheels.processor;

import java.util.List;

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
    record Variable(Site site, Written<String> name, Written<String> value) {}

    /** The normalised name. */
    String normalisedName() {
        return Named.name(name.value(), type.simple());
    }
}
