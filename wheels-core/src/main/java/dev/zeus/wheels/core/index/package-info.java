/** Package indexes: pages, files and metadata as typed values; the only package that asks an index anything. */
@NullMarked
package dev.zeus.wheels.core.index;

import org.jspecify.annotations.NullMarked;
