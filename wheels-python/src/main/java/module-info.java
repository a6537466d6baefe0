/**
 * The Python packaging standards for the JVM: names, versions and specifiers (<a
 * href="https://peps.python.org/pep-0440/">PEP 440</a>), requirements and markers (PEP 508), tags and wheel file names
 * (<a href="https://peps.python.org/pep-0425/">PEP 425</a>, 427, 600, 656), core metadata, RECORD, WHEEL and entry
 * points.
 *
 * <p>Everything is an immutable value with one static {@code parse}; nothing does I/O. Start at
 * {@link dev.zeus.wheels.python.Requirement}, {@link dev.zeus.wheels.python.Version} and
 * {@link dev.zeus.wheels.python.CompatibleTags}.
 */
module dev.zeus.wheels.python {
    requires static transitive org.jspecify;

    exports dev.zeus.wheels.python;
}
