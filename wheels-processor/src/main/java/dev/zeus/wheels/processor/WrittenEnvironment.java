package dev.zeus.wheels.processor;

/** A {@code @PythonEnvironment} as it is written; packages are binary names. */
record WrittenEnvironment(
        WrittenDeclaration.TypeName type,
        Site site,
        Written<String> name,
        WrittenList<String> packages,
        Written<String> python,
        WrittenList<String> libraries,
        WrittenList<Variable> variables,
        Written<String> shellHook) {
    /** An {@code @EnvironmentVariable} as it is written. */
    record Variable(Site site, Written<String> name, Written<String> value) {}

    /** The normalised name. */
    String normalisedName() {
        return Named.name(name.value(), type.simple());
    }
}
