/**
 * What other tools have written down of packages, as the declarations of a wheel set.
 *
 * <p>A {@link dev.zeus.wheels.core.importing.ForeignFormat} reads one kind of file into a
 * {@link dev.zeus.wheels.core.importing.ForeignSet}, and {@link dev.zeus.wheels.core.importing.DeclarationSource}
 * prints that as Java. Whatever a file says is hostile until it is a name, a version, a marker or an address; what
 * cannot be carried over is listed with its line. Reads files and asks no network.
 */
@NullMarked
package dev.zeus.wheels.core.importing;

import org.jspecify.annotations.NullMarked;
