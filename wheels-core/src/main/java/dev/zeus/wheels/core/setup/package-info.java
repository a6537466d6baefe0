/**
 * What every use case is set up with: the declarations and where they are written, the options of a run, and the way to
 * the indexes; with the problems that say what is wrong with them.
 */
@NullMarked
package dev.zeus.wheels.core.setup;

import org.jspecify.annotations.NullMarked;
