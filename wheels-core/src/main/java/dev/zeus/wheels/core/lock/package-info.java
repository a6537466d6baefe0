/**
 * The lock file as a model, its reader and its writer, and the targets it speaks of; pure, no I/O but the file's text.
 */
@NullMarked
package dev.zeus.wheels.core.lock;

import org.jspecify.annotations.NullMarked;
