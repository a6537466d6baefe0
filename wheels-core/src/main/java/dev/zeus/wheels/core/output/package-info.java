/**
 * The generated directory on disk: read, compared, and replaced as one change; knows text files, not what they mean.
 */
@NullMarked
package dev.zeus.wheels.core.output;

import org.jspecify.annotations.NullMarked;
