/**
 * What is in a generated directory: all files of a set and its lock, what they are rendered from beside it, and whether
 * anything is left to do; {@code output} knows how they are written, not what they are.
 */
@NullMarked
package dev.zeus.wheels.core.generated;

import org.jspecify.annotations.NullMarked;
